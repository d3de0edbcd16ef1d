import CommandLineKit
import InterfaceAnalysis
import UAPICatalog

/// `extstruct layout`: a struct's bytes, members, versions and gates.
enum LayoutCommand {
  static let name = Positional(
    "NAME", help: "A struct or an interface of `extstruct list`, \(Catalog.fileHelp).")

  static let command = Command(
    "layout", summary: "Draw a struct: offsets, sizes, versions, gates, pad.",
    positionals: [name], options: Output.options,
    examples: [.init("kvm_userspace_memory_region2", "The struct as it was merged, with its pad.")]
  ) { arguments, console in
    let output = try Output(arguments)
    let report = LayoutReport(try Catalog.subject(arguments.required(name)).history)
    try output.show(report, on: &console)
    return .success
  }
}
