import CommandLineKit
import CostAnalysis
import ExtensibleStructs
import KernelInterfaces
import UAPICatalog

/// `extstruct cost`: what each scheme costs a struct on this machine.
enum CostCommand {
  static let structure = Positional(
    "STRUCT", .optional,
    help: "A struct of `extstruct list`, \(Catalog.fileHelp); kvm_userspace_memory_region if left out.")
  static let scheme = Option(
    "--scheme", value: "S", isRepeatable: true, allowed: Scheme.names,
    help: "Only this scheme; by default the five of the discussion of 2023, and a file's own.")

  static let command = Command(
    "cost", summary: "Compare what the schemes cost: bytes, instructions, fetches, nanoseconds.",
    discussion: """
      Times calls of this machine's kernel that are refused right after the copy, takes from them what a fetch,
      a tail and a byte cost, and counts with these numbers what the simulated kernel does for each scheme. What
      it takes the user to lay the struct out is timed, and its instructions are counted one by one in a traced
      child of this process. Ends with three claims of the discussion of 2023, each with its verdict and the number
      that decides it. Nothing is changed on the machine.
      """,
    positionals: [structure], options: [scheme] + Output.options,
    examples: [
      .init("sched_attr", "What the pattern costs the struct that has it."),
      .init("sched_attr --scheme size-prefixed --scheme size-argument", "The size inside, or beside it."),
    ]
  ) { arguments, console in
    let found = try Catalog.structure(arguments.value(of: structure) ?? "kvm_userspace_memory_region")
    let names = arguments.values(of: scheme)
    let schemes = try Catalog.schemes(named: names, for: found)
    // A scheme that was asked for by name is an error if it cannot carry the struct.
    if !names.isEmpty { for named in schemes { _ = try Interface(prototype: found.history, named) } }
    let output = try Output(arguments)
    var progress = Progress("Timing", total: CostReport.defaultRounds, on: console)
    let report = try CostReport(found.history, schemes: schemes) { progress.advance() }
    progress.finish()
    try output.show(report, on: &console)
    return .success
  }
}
