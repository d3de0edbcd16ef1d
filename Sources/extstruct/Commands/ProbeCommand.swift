import CommandLineKit
import Documents
import UAPICatalog
import VerificationAnalysis

/// `extstruct probe`: what the running kernel knows, found by asking.
enum ProbeCommand {
  static let interfaces = Positional(
    "INTERFACE", .repeating, help: "An interface of `extstruct list`; all of them if left out.")
  static let json = Option("--json", help: "Print one JSON object.")

  static let command = Command(
    "probe", summary: "Find out by asking what the running kernel knows.",
    discussion: """
      The struct size that the kernel was built with, from its E2BIG answers, write-backs and faults; whether
      it looks at tails and reserved words; which flag bits it takes; what size 0 does. Beside it what the
      kernel's own type information (BTF) says, where it can be read: a size that differs makes the exit
      status 1. Nothing is changed in the machine by asking.
      """,
    positionals: [interfaces], options: [json],
    examples: [.init("sched_setattr openat2", "Two interfaces.")]
  ) { arguments, console in
    let names = arguments.values(of: interfaces)
    let wanted = try names.isEmpty ? Catalog.interfaces() : names.map { try Catalog.interface($0) }
    let prober = Prober()
    var progress = Progress("Asking", total: wanted.count, on: console)
    let findings = try wanted.map {
      progress.advance()
      return try prober.probe($0)
    }
    progress.finish()
    let report = ProbeReport(kernel: prober.kernel, typesMissing: prober.typesMissing, findings)
    if arguments.has(json) {
      console.print(report.json)
    } else {
      for line in report.lines(width: console.width) { console.print(styled: line) }
    }
    return report.holds ? .success : .checkFailed
  }
}
