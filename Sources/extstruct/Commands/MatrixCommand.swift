import CommandLineKit
import ExtensibleStructs
import MatrixAnalysis
import RunningKernel
import UAPICatalog

/// `extstruct matrix`: every old and new user against every old and new kernel.
enum MatrixCommand {
  static let structure = Positional(
    "STRUCT", .optional,
    help: "A struct of `extstruct list`, \(Catalog.fileHelp); kvm_userspace_memory_region if left out.")
  static let scheme = Option(
    "--scheme", value: "S", isRepeatable: true, allowed: Scheme.names,
    help: "Only this scheme; by default the five of the discussion of 2023, and a file's own.")
  static let noConfirm = Option("--no-confirm", help: "Do not ask the running kernel.")

  static let command = Command(
    "matrix", summary: "Judge each scheme by what every user gets from every kernel.",
    discussion: """
      Runs every pair of user and kernel version, every subset of extensions and the habits of real callers
      on the simulated kernel, and compares what the kernel acted on with what the user set. Cells that the
      running kernel can express are put to it as well; one that it contradicts makes the exit status 1.
      """,
    positionals: [structure], options: [scheme, noConfirm] + Output.options,
    examples: [
      .init("", "The argument of 2023, decided."),
      .init("perf_event_attr", "A struct that grew eight times."),
      .init("sched_attr --scheme size-prefixed", "One struct under the scheme that it really has."),
    ]
  ) { arguments, console in
    let output = try Output(arguments)
    let name = arguments.value(of: structure) ?? "kvm_userspace_memory_region"
    let found = try Catalog.structure(name)
    let (interfaces, leftOut) = try Catalog.comparison(named: arguments.values(of: scheme), for: found)
    let running: RunningReplay? = arguments.has(noConfirm) ? nil : try replay(of: name)
    var samples: [String: UInt64] = [:]
    if case .available(let replay) = running { samples = replay.samples }
    var progress = Progress(
      "Running", total: Matrix.users(of: found.history, under: interfaces.count), on: console)
    var matrix = try Matrix(found.history, interfaces, samples: samples) { progress.advance() }
    progress.finish()
    matrix.leftOut = leftOut
    switch running {
    case .available(let replay): try matrix.confirm(by: replay, on: RunningKernel().name)
    case .unavailable(let reason): matrix.obstacle = reason
    case nil: break
    }
    try output.show(matrix, on: &console)
    return matrix.confirmations.contradicted == 0 ? .success : .checkFailed
  }

  /// How cells are put to the running kernel. What a file says of a call is compared with it by `verify`.
  private static func replay(of name: String) throws -> RunningReplay {
    try Catalog.file(name) == nil
      ? .of(name) : .unavailable("`extstruct verify \(name)` puts this file's calls to the running kernel")
  }
}
