import CommandLineKit
import Documents
import ExtensibleStructs
import KernelInterfaces
import LintAnalysis
import UAPICatalog

/// `extstruct lint`: what a review would ask of a struct that is to grow.
enum LintCommand {
  static let name = Positional("NAME", help: "A struct or an interface of `extstruct list`.")
  static let json = Option("--json", help: "Print one JSON object.")

  static let command = Command(
    "lint", summary: "Check how a struct grew, and how the calls that take it let it grow.",
    discussion: """
      Each finding says what follows from it, what to do, and which real struct was bitten by it. The worst come
      first. mistake: it misleads a careful caller or kernel; the exit status is 1. limit: the struct cannot grow
      in this way. note: correct, but callers must know it.
      """,
    positionals: [name], options: [json],
    examples: [.init("kvm_userspace_memory_region2", "What is left of the pad, and how it may be used.")]
  ) { arguments, console in
    let given = try arguments.required(name)
    let history = try Catalog.history(named: given)
    let interfaces = try Catalog.interfaces().filter { $0.name == given || $0.history.name == history.name }
    let lint = Lint(history, interfaces: interfaces.filter { $0.name == given }.nonEmpty ?? interfaces)
    if arguments.has(json) {
      console.print(lint.json)
    } else {
      for line in lint.report(width: console.width) { console.print(styled: line) }
    }
    return lint.isSound ? .success : .checkFailed
  }
}

extension Array {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}

extension Lint {
  /// The findings as one JSON object.
  fileprivate var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("struct", history.name)
      json.field("interfaces", interfaces.map(\.name))
      json.field("findings") { json in
        json.array { json in
          for finding in findings {
            json.object { json in
              json.field("level", finding.rule.level.rawValue)
              json.field("rule", finding.rule.rawValue)
              json.field("interface", finding.interface)
              json.field("subject", finding.subject)
              json.field("count", finding.count)
              json.field("advice", finding.rule.advice)
              json.field("bitten", finding.rule.bitten)
            }
          }
        }
      }
    }
    return writer.text
  }
}
