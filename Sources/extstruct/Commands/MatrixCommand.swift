import Callers
import CommandLineKit
import Documents
import ExtensibleStructs
import MatrixAnalysis
import RunningKernel
import UAPICatalog

/// `extstruct matrix`: every old and new user against every old and new kernel.
enum MatrixCommand {
  static let structure = Positional(
    "STRUCT", .optional, help: "A struct of `extstruct list`; kvm_userspace_memory_region if left out.")
  static let scheme = Option(
    "--scheme", value: "S", isRepeatable: true, allowed: Scheme.names,
    help: "Only this scheme; by default the five of the discussion of 2023.")
  static let noConfirm = Option("--no-confirm", help: "Do not ask the running kernel.")
  static let json = Option("--json", help: "Print one JSON object.")

  static let command = Command(
    "matrix", summary: "Judge each scheme by what every user gets from every kernel.",
    discussion: """
      Runs every pair of user and kernel version, every subset of extensions and the habits of real callers
      on the simulated kernel, and compares what the kernel acted on with what the user set. Cells that the
      running kernel can express are put to it as well; one that it contradicts makes the exit status 1.
      """,
    positionals: [structure], options: [scheme, noConfirm, json],
    examples: [
      .init("", "The argument of 2023, decided."),
      .init("perf_event_attr", "A struct that grew eight times."),
      .init("sched_attr --scheme size-prefixed", "One struct under the scheme that it really has."),
    ]
  ) { arguments, console in
    let found = try Catalog.structure(arguments.value(of: structure) ?? "kvm_userspace_memory_region")
    let (interfaces, leftOut) = try Catalog.comparison(named: arguments.values(of: scheme), for: found)
    let replay: RunningReplay? = arguments.has(noConfirm) ? nil : try .of(found.name)
    var samples = SampleValues()
    if case .available(let real) = replay { samples = real.samples }
    var progress = Progress(
      "Running", total: Matrix.callers(of: found.history, under: interfaces.count), on: console)
    var matrix = try Matrix(found.history, interfaces, samples: samples) { progress.advance() }
    progress.finish()
    matrix.leftOut = leftOut
    if case .available(let real) = replay { try matrix.confirm(by: real, on: RunningKernel().name) }
    if arguments.has(json) {
      console.print(matrix.json)
    } else {
      for line in matrix.report(width: console.width) { console.print(styled: line) }
      if case .unavailable(let reason) = replay { console.print(wrapping: "Not confirmed: \(reason).") }
    }
    return matrix.confirmations.contradicted == 0 ? .success : .checkFailed
  }
}
