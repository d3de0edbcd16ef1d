import CommandLineKit
import ExtensibleStructs
import KernelInterfaces
import UAPICatalog
import VerificationAnalysis

/// `extstruct verify`: the simulated kernel's answers against the running one's.
enum VerifyCommand {
  static let interfaces = Positional(
    "INTERFACE", .repeating,
    help: "An interface of `extstruct list`, \(Catalog.fileHelp); the whole list if left out.")
  static let release = Option(
    "--release", value: "R", help: "Which release the simulated kernel plays; the running one if left out.")
  static let abi = Option(
    "--abi", value: "ABI",
    help: "i386: make the calls as a 32-bit program does, by int $0x80, on memory below 4 GiB.")
  static let unprivileged = Option(
    "--unprivileged",
    help: "Put every case as nobody, a user who owns nothing and has no capability.")
  static let seed = Option(
    "--seed", value: "N", default: "1", help: "Of the places in long tails that are drawn.")

  static let command = Command(
    "verify", summary: "Put thousands of cases to the simulated and to the running kernel.",
    discussion: """
      The cases follow from an interface's policies: every size, every tail byte, a fault at every byte, each
      bit of each member, each known flag alone and in pairs, each gate, arguments wider than their C type,
      NULL and kernel pointers, read-only memory; each rule broken alone and just met, then each pair of
      broken rules. Run by root, it puts the valid call and the typical broken ones as nobody too, from a thread that
      has given up its privileges. Both kernels must give the same errno and leave the same memory. A disagreement is shown with a
      line for `extstruct eval`, and makes the exit status 1. What cannot be called here is skipped, with the
      reason. Nothing is left behind in the machine.

      The calls of an interface file are made as the file says, thousands of times: name a device, and values of
      members, with which they do no harm.
      """,
    positionals: [interfaces], options: [release, abi, unprivileged, seed] + Output.options,
    examples: [
      .init("", "Every interface that this machine has."),
      .init("sched_getattr --release 6.1", "Where an older release would have answered otherwise."),
      .init("./mine.json", "An interface of your own: the driver on this machine against the file."),
    ]
  ) { arguments, console in
    let output = try Output(arguments)
    let wanted = try Catalog.interfaces(named: arguments.values(of: interfaces))
    let played = try arguments.value(of: release).map { try Release.named($0) }
    let verifier = Verifier(
      release: played, abi: try arguments.value(of: abi).map { try architecture($0) } ?? .native,
      callers: arguments.has(unprivileged) ? .nobody : .own,
      seed: try arguments.integer(of: seed, as: UInt64.self) ?? 1)
    var progress = Progress("Verifying", total: nil, on: console)
    if let played {
      // A release that is not described leaves nothing to compare with.
      let reasons = wanted.map { $0.status(in: played).whyNotDescribed("\($0.name) in \(played)") }
      if let reason = reasons.compactMap({ $0 }).first, !reasons.contains(nil) { throw UsageError(reason) }
    }
    let report = try verifier.report(on: wanted) { progress.advance() }
    progress.finish()
    try output.show(report, on: &console)
    return report.holds ? .success : .checkFailed
  }

  private static func architecture(_ name: String) throws -> SystemCallNumber.Architecture {
    guard let abi = SystemCallNumber.Architecture(rawValue: name), abi == .native || abi == .i386 else {
      throw UsageError("--abi '\(name)' is none of \(SystemCallNumber.Architecture.native.rawValue), i386")
    }
    return abi
  }
}
