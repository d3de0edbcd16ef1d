import CommandLineKit
import Documents
import ExtensibleStructs
import InterfaceAnalysis
import UAPICatalog

/// `extstruct layout`: a struct's bytes, members, versions and gates.
enum LayoutCommand {
  static let name = Positional("NAME", help: "A struct or an interface of `extstruct list`.")
  static let json = Option("--json", help: "Print one JSON object.")

  static let command = Command(
    "layout", summary: "Draw a struct: offsets, sizes, versions, gates, pad.",
    positionals: [name], options: [json],
    examples: [.init("kvm_userspace_memory_region2", "The struct as it was merged, with its pad.")]
  ) { arguments, console in
    let history = try Catalog.history(named: arguments.required(name))
    if arguments.has(json) {
      console.print(history.json)
    } else {
      for line in LayoutReport(history).lines(width: console.width) { console.print(styled: line) }
    }
    return .success
  }
}
