import CDeclarations
import CommandLineKit
import DiffAnalysis

/// `extstruct diff`: what a change of headers breaks.
enum DiffCommand {
  static let old = Positional(
    "OLD",
    help: "The old header, folder of headers, BTF file or interface file (.json); `-` is standard input.")
  static let new = Positional("NEW", help: "The new one, of the same kind.")
  static let structs = Positional("STRUCT", .repeating, help: "A struct to compare; all if left out.")
  static let strict = Option("--strict", help: "Make the exit status 1 on a hazard, too.")

  static let command = Command(
    "diff", summary: "Say what a change of headers breaks: for whom, and by which rule.",
    discussion: """
      Each struct that changed has a verdict. grown: it grew by the rules. hazard: it is sound only if the kernel
      does what the finding says. broken: a program or a kernel takes the wrong bytes, or is refused; the exit
      status is 1. A struct of which only names changed is unchanged, since binaries go on.

      Headers are laid out by clang for every ABI, so that what differs between 32 and 64 bits, or by byte order,
      is found too. Folders are compared header by header, by the paths in them, for one ABI of each kind; a header
      that does not compile is listed, and the others are compared all the same.
      """,
    positionals: [old, new, structs], options: [strict] + DeclarationSource.options + Output.options,
    examples: [
      .init("old/openat2.h new/openat2.h", "One header."),
      .init("- include/uapi/linux/openat2.h", "A check for CI: git show BASE:include/uapi/linux/openat2.h |"),
      .init("headers-6.1/include headers-7.3/include", "All headers of two releases."),
      .init("old.json new.json", "Two interface files."),
    ]
  ) { arguments, console in
    let output = try Output(arguments)
    let names = arguments.values(of: structs)
    let (old, new) = (try arguments.required(old), try arguments.required(new))
    guard old != "-" || new != "-" else {
      throw UsageError("OLD and NEW cannot both be standard input; give one of them as a file")
    }
    let inputs = (try DiffInput(old), try DiffInput(new))
    var progress = Progress("Reading headers", on: console)
    var read = 0
    let report: DiffReport
    do {
      report = try DiffInput.report(inputs.0, inputs.1, names, DeclarationSource(arguments)) { done in
        while read < done {
          read += 1
          progress.advance()
        }
      }
    } catch let error as DeclarationReadError { throw UsageError("\(error)") }
    progress.finish()
    try output.show(report, on: &console)
    return report.verdict >= (arguments.has(strict) ? .hazard : .broken) ? .checkFailed : .success
  }
}
