package import Documents
package import ExtensibleStructs

/// A struct drawn as bytes, and its members, versions and gates as a table.
package struct LayoutReport {
  let history: History

  /// Draws this history.
  package init(_ history: History) { self.history = history }

  /// The drawing, 16 bytes a row or 8 where there is no room for them, then the table.
  package func lines(width: Int) -> [StyledText] {
    let versions = history.versions.map { "\($0.name) \($0.size) bytes" }.joined(separator: ", ")
    var lines = paragraph(
      StyledText("struct \(history.name)", .bold)
        + StyledText(": \(versions); \(history.layout.size) bytes in all"), width)
    lines += [""] + drawing.lines(width: width) + [""] + table.lines(width: width)
    if let flags = history.flags {
      lines += [""]
      lines += paragraph(
        StyledText(
          "\(flags.field.name) knows \(hex(flags.known)) in \(history.versions[0].name)"
            + history.versions.dropFirst().filter { $0.gate != 0 }.map {
              ", \(hex($0.gate)) opens \($0.name)"
            }
            .joined() + "."), width)
    }
    return lines
  }

  /// The struct as bytes.
  package var drawing: ByteDrawing {
    ByteDrawing(
      history.name, size: history.layout.size,
      fields: history.layout.fields.map {
        .init($0.name, offset: $0.offset, size: $0.size, isReserved: $0.isReserved)
      },
      versions: history.versions.map { version in
        let gate = history.flags.map { "\($0.field.name) & \(hex(version.gate))" }
        return .init(version.name, end: version.size, gate: version.gate == 0 ? nil : gate)
      })
  }

  private var table: Table {
    var table = Table([
      .init("offset", .right), .init("size", .right), .init("member"), .init("version"), .init("gate"),
      .init("role"),
    ])
    for field in history.layout.fields {
      let version = history.versions.firstIndex { field.offset < $0.size }
      let gate = version.map { history.versions[$0].gate } ?? 0
      table.row(
        StyledText("\(field.offset)"), StyledText("\(field.size)"),
        StyledText(field.name, field.isReserved ? .dim : .bold),
        StyledText(version.map { history.versions[$0].name } ?? "pad"),
        StyledText(gate == 0 ? "" : "\(history.flags?.field.name ?? "") & \(hex(gate))"),
        StyledText(role(field)))
    }
    return table
  }

  private func role(_ field: Field) -> String {
    if field == history.sizeMember { return "size" }
    if field == history.flags?.field { return "flags" }
    return field.isReserved ? "reserved" : ""
  }

}
