import CommandLineKit
import ExtensibleStructs
import InterfaceAnalysis
import KernelInterfaces
import UAPICatalog

/// `extstruct list`: what the catalog holds.
enum ListCommand {
  static let facts = Option(
    "--facts", value: "INTERFACE",
    help: "List what kernels do with this interface: each fact with its releases and how it is known.")
  static let release = Option(
    "--release", value: "R",
    help:
      "Say of each interface what this release has: a version, no such call and its errno, or not described.")

  static let command = Command(
    "list", summary: "List the structs and the interfaces of the catalog.",
    options: [facts, release] + Output.options,
    examples: [.init("--facts openat2", "What openat2 did in which release, and how that is known.")]
  ) { arguments, console in
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
