public import Documents
import ExtensibleStructs
import KernelInterfaces

extension CatalogListing: Finding {
  /// A table of structs, and one of interfaces.
  public var document: Document {
    Document(
      "Structs and interfaces" + (release.map { " in Linux \($0)" } ?? ""),
      [
        .only(.page, [.heading("Structs"), .paragraph("Each published version, with its size in bytes.")]),
        .table(structTable),
        .only(.page, [.heading("Interfaces")]),
        .table(interfaceTable),
      ])
  }

  private var structTable: Table {
    var table = Table([.init("struct"), .init("versions", wraps: true)])
    for listed in structs {
      let versions = listed.history.versions.map { "\($0.name) \($0.size)" }
      table.row(StyledText(listed.history.name, .bold, .code), StyledText(versions.joined(separator: ", ")))
    }
    return table
  }

  private var interfaceTable: Table {
    var table = Table([
      .init("interface"), .init(release.map { StyledText("in \($0)") } ?? "since", wraps: release != nil),
      .init("size in"), .init("what it does", wraps: true),
    ])
    for interface in interfaces {
      let since = interface.changes.first.map { "\($0)" } ?? "never"
      let has = release.map { interface.words(for: interface.status(in: $0)) } ?? since
      table.row(
        StyledText(interface.name, .bold, .code), StyledText(has),
        StyledText(interface.newest.scheme.size.source.rawValue), StyledText(interface.summary))
    }
    return table
  }
}
