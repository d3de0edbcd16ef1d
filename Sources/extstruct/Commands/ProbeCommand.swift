import CommandLineKit
import UAPICatalog
import VerificationAnalysis

/// `extstruct probe`: what the running kernel knows, found by asking.
enum ProbeCommand {
  static let interfaces = Positional(
    "INTERFACE", .repeating,
    help: "An interface of `extstruct list`, \(Catalog.fileHelp); the whole list if left out.")

  static let command = Command(
    "probe", summary: "Find out by asking what the running kernel knows.",
    discussion: """
      The struct size that the kernel was built with, from its E2BIG answers, write-backs and faults; whether
      it looks at tails and reserved words; which flag bits it takes; what size 0 does. Beside it what the
      kernel's own type information (BTF) says, where it can be read: a size that differs makes the exit
      status 1. Nothing is changed in the machine by asking.
      """,
    positionals: [interfaces], options: Output.options,
    examples: [.init("sched_setattr openat2", "Two interfaces.")]
  ) { arguments, console in
    let output = try Output(arguments)
    let wanted = try Catalog.interfaces(named: arguments.values(of: interfaces))
    let prober = Prober()
    var progress = Progress("Asking", total: wanted.count, on: console)
    let report = try prober.report(on: wanted) { progress.advance() }
    progress.finish()
    try output.show(report, on: &console)
    return report.holds ? .success : .checkFailed
  }
}
