import CommandLineKit
import ExtensibleStructs
import InterfaceAnalysis
import InterfaceFile
import KernelInterfaces
import UAPICatalog

/// `extstruct list`: what the catalog holds.
enum ListCommand {
  static let facts = Option(
    "--facts", value: "INTERFACE",
    help:
      "List what kernels do with this interface, \(Catalog.fileHelp): each fact with its releases and how it is known."
  )
  static let export = Option(
    "--export", value: "INTERFACE",
    help:
      "Write this interface as an interface file, to be changed and given to any subcommand in place of a name; its schema is `extstruct schema interface`. Remove its `asked` when it is changed: those kernels answered as the original says."
  )
  static let release = Option(
    "--release", value: "R",
    help:
      "Say of each interface what this release has: a version, no such call and its errno, or not described.")

  static let command = Command(
    "list", summary: "List the structs and the interfaces of the catalog.",
    options: [facts, release, export] + Output.options,
    examples: [
      .init("--facts openat2", "What openat2 did in which release, and how that is known."),
      .init("--export procmap_query > mine.json", "An interface file to start from."),
    ]
  ) { arguments, console in
    if let name = arguments.value(of: export) {
      if let other = ([facts, release] + Output.options).first(where: { arguments.has($0) }) {
        throw UsageError("--export prints the interface file alone: leave out \(other.name)")
      }
      console.write(try Catalog.interface(name).fileText)
      return .success
    }
    let output = try Output(arguments)
    if let name = arguments.value(of: facts) {
      guard !arguments.has(release) else {
        throw UsageError("--facts lists every release: leave out --release, or see `extstruct explain`")
      }
      try output.show(FactList(try Catalog.interface(name)), on: &console)
      return .success
    }
    let listing = CatalogListing(
      try Catalog.interfaces(),
      structs: try Catalog.structures().map { .init($0.history, schemes: $0.schemes) },
      release: try arguments.value(of: release).map(Release.named))
    try output.show(listing, on: &console)
    return .success
  }
}
