import KernelInterfaces
import Testing
import UAPICatalog
import VerificationAnalysis

/// The catalog against the running kernel, by the cases that follow from its policies.
struct VerifyTests {
  @Test(arguments: try Catalog.interfaces().map(\.name))
  func `the running kernel agrees in every case`(_ name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let seed = UInt64.random(in: 1...UInt64(UInt32.max))
    let result = try Verifier(seed: seed).verify(interface)
    if let reason = result.skipped { return print("skipped: \(name): \(reason)") }
    #expect(result.disagreements.isEmpty, "seed \(seed): \(result.disagreements.prefix(3))")
    #expect(result.cases > 50)
  }
}
