import CommandLineKit
import CostAnalysis
import Documents
import ExtensibleStructs
import KernelInterfaces
import UAPICatalog

/// `extstruct cost`: what each scheme costs a struct on this machine.
enum CostCommand {
  static let structure = Positional(
    "STRUCT", .optional, help: "A struct of `extstruct list`; kvm_userspace_memory_region if left out.")
  static let scheme = Option(
    "--scheme", value: "S", isRepeatable: true, allowed: Scheme.names,
    help: "Only this scheme; by default the five of the discussion of 2023.")
  static let json = Option("--json", help: "Print one JSON object.")

  static let command = Command(
    "cost", summary: "Compare what the schemes cost: bytes, instructions, fetches, nanoseconds.",
    discussion: """
      Times calls of this machine's kernel that are refused right after the copy, takes from them what a fetch,
      a tail and a byte cost, and counts with these numbers what the simulated kernel does for each scheme. What
      it takes the user to lay the struct out is timed, and its instructions are counted one by one in a traced
      child of this process. Ends with three things that are often said, each with its number. Nothing is changed
      on the machine.
      """,
    positionals: [structure], options: [scheme, json],
    examples: [
      .init("sched_attr", "What the pattern costs the struct that has it."),
      .init("sched_attr --scheme size-prefixed --scheme size-argument", "The size inside, or beside it."),
    ]
  ) { arguments, console in
    let found = try Catalog.structure(arguments.value(of: structure) ?? "kvm_userspace_memory_region")
    let (interfaces, leftOut) = try Catalog.comparison(named: arguments.values(of: scheme), for: found)
    let schemes = interfaces.map(\.newest.scheme)
    let rounds = 41
    var progress = Progress("Timing", total: rounds, on: console)
    let costs = try KernelCosts(rounds: rounds) { progress.advance() }
    progress.finish()
    let user = UserCosts(found.history, schemes)
    var report = CostReport(found.history, schemes, CostModel(costs), user: user)
    report.leftOut = leftOut
    if arguments.has(json) {
      console.print(report.json)
    } else {
      for line in report.lines(width: console.width) { console.print(styled: line) }
    }
    return .success
  }
}
