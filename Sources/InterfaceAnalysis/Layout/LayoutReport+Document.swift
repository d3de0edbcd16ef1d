public import Documents
import ExtensibleStructs

extension LayoutReport: Finding {
  /// The drawing, then the members as a table, then the flags.
  public var document: Document {
    let versions = history.versions.map { "\($0.name) \($0.size) bytes" }.joined(separator: ", ")
    var blocks: [Block] = [
      .paragraph(
        StyledText("struct \(history.name)", .bold)
          + StyledText(": \(versions); \(history.layout.size) bytes in all")),
      .byteDrawing(ByteDrawing(history)),
      .only(.page, [.heading("Members")]),
      .table(members),
    ]
    if let flags = history.flags {
      blocks += [.only(.page, [.heading("Flags")]), .paragraph(words(of: flags))]
    }
    return Document("Layout of struct \(history.name)", blocks)
  }

  private var members: Table {
    var table = Table([
      .init("offset", .right), .init("size", .right), .init("member"), .init("version"), .init("gate"),
      .init("role"),
    ])
    for field in history.layout.fields {
      let version = version(of: field)
      table.row(
        StyledText("\(field.offset)"), StyledText("\(field.size)"),
        StyledText(field.name, .code, field.isReserved ? .dim : .bold),
        StyledText(version?.name ?? "pad"),
        StyledText(version.flatMap(history.gate) ?? "", .code), StyledText(role(of: field)))
    }
    return table
  }

  private func role(of field: Field) -> String {
    if field == history.sizeMember { return "size" }
    if field == history.flags?.field { return "flags" }
    return field.isReserved ? "reserved" : ""
  }

  /// Such as `flags: VER0 knows 0x3; 0x4 opens VER1.`
  private func words(of flags: FlagsField) -> StyledText {
    let known = flags.known == 0 ? "no bit" : hex(flags.known)
    let opened = history.versions.dropFirst().filter { $0.gate != 0 }
      .map { "; \(hex($0.gate)) opens \($0.name)" }
    return StyledText(flags.field.name, .code)
      + StyledText(": \(history.versions[0].name) knows \(known)\(opened.joined()).")
  }
}

extension History {
  /// What a caller sets so that a version's members count, such as `flags & 0x4`; nil if no flag gates them.
  func gate(of version: Version) -> String? {
    guard version.gate != 0, let flags else { return nil }
    return "\(flags.field.name) & \(hex(version.gate))"
  }
}
