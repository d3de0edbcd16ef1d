import KernelInterfaces
import Sweeping
import Testing
import UAPICatalog

/// The running kernel, swept by cases that know nothing of those of `extstruct verify`.
struct SweepTests {
  @Test func `the running kernel answers every case as the simulated one does`() throws {
    var sweeper = Sweeper(seed: 1, random: 150)
    // A sixth of all; the others are left to the ladder.
    sweeper.most = 600
    var cases = 0
    for interface in try Catalog.interfaces() {
      let sweep = try sweeper.sweep(interface)
      if let reason = sweep.skipped { print("skipped: the sweep of \(interface.name): \(reason)") }
      cases += sweep.cases
      for difference in sweep.differences.prefix(3) {
        Issue.record(
          "\(interface.name), seed \(sweeper.seed): \(difference.name): simulated \(difference.simulated), real \(difference.real)\n\(difference.line)"
        )
      }
    }
    print("swept with seed \(sweeper.seed): \(cases) cases")
    #expect(cases > 10_000)
  }
}
