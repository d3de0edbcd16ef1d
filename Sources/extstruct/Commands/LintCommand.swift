import CommandLineKit
import LintAnalysis
import UAPICatalog

/// `extstruct lint`: what a review would ask of a struct that is to grow.
enum LintCommand {
  static let name = Positional(
    "NAME", help: "A struct or an interface of `extstruct list`, \(Catalog.fileHelp).")

  static let command = Command(
    "lint", summary: "Check how a struct grew, and how the calls that take it let it grow.",
    discussion: """
      Each finding says what follows from it, what to do, and which real struct was bitten by it. The worst come
      first. mistake: it misleads a careful caller or kernel; the exit status is 1. limit: the struct cannot grow
      in this way. note: correct, but callers must know it.
      """,
    positionals: [name], options: Output.options,
    examples: [.init("kvm_userspace_memory_region2", "What is left of the pad, and how it may be used.")]
  ) { arguments, console in
    let output = try Output(arguments)
    let (history, interfaces) = try Catalog.subject(arguments.required(name))
    let lint = Lint(history, interfaces: interfaces)
    try output.show(lint, on: &console)
    return lint.isSound ? .success : .checkFailed
  }
}
