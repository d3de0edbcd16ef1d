package import KernelInterfaces
import VerificationAnalysis

/// Whether the running kernel was seen to disagree with a simulated one that is wrong on purpose.
package struct Notice: Sendable {
  /// Why it cannot be asked; nil if it was.
  package var skipped: String?
  /// In how many of its cases `extstruct verify` saw it.
  package var verified = 0
  /// How many cases that had.
  package var cases = 0
  /// After how many cases the sweep saw it; nil if it did not.
  package var swept: Int?

  /// Whether both saw it.
  package var isNoticed: Bool { verified > 0 && swept != nil }

  /// Asks the running kernel.
  ///
  /// - Parameters:
  ///   - release: which release the simulated kernel plays; nil for the running one.
  ///   - policy: what it has turned; nil if the release is what is wrong.
  /// - Throws: what prevented a call.
  package init(_ interface: Interface, release: Release?, _ policy: PolicyFlip?, seed: UInt64) throws {
    var sweeper = Sweeper(release: release, seed: seed)
    sweeper.endsEarly = true
    if let policy, let behavior = sweeper.played.flatMap({ interface.behavior(in: $0) }) {
      guard let turned = try policy.turned(behavior, of: interface) else {
        skipped = "it changes nothing"
        return
      }
      sweeper.change = { $0 = turned }
    }
    let sweep = try sweeper.sweep(interface)
    swept = sweep.differences.isEmpty ? nil : sweep.cases
    let verification = try Verifier(release: release, change: sweeper.change).verify(interface)
    (verified, cases) = (verification.disagreements.count, verification.cases)
    skipped = sweep.skipped ?? verification.skipped
  }

  /// One line for people.
  package var words: String {
    if let skipped { return "skipped: \(skipped)" }
    return "verify: \(verified) of \(cases) cases; the sweep: "
      + (swept.map { "case \($0)" } ?? "not at all")
  }
}
