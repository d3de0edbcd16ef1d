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
    lines += [""] + drawing(width: width).map { StyledText($0) } + [""] + table.lines(width: width)
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

extension LayoutReport {
  /// The columns that a byte of the drawing takes, and those around the bytes.
  private static let byteColumns = 4
  private static let frameColumns = 6

  /// One row for 16 bytes, or for 8; rows that lie inside one member are drawn once.
  ///
  ///     0x00 ├─ slot ────────┼─ flags ───────┼─ guest_phys_addr ─────────────┤
  package func drawing(width: Int) -> [String] {
    let rowBytes = 16 * LayoutReport.byteColumns + LayoutReport.frameColumns <= width ? 16 : 8
    var rows: [String] = []
    var skipped = 0
    for start in stride(from: 0, to: history.layout.size, by: rowBytes) {
      let end = min(start + rowBytes, history.layout.size)
      let inside = history.layout.fields.contains { $0.offset < start && end < $0.range.upperBound }
      guard !inside else {
        skipped += 1
        continue
      }
      if skipped > 0 { rows.append("     ⋮ \(skipped) more \(skipped == 1 ? "row" : "rows")") }
      skipped = 0
      rows += row(start..<end, width: width)
    }
    return rows
  }

  /// A row, with the versions that end in it behind it, or below it where there is no room.
  private func row(_ range: Range<Int>, width: Int) -> [String] {
    var text = "0x" + String(range.lowerBound, radix: 16).leftPadded(to: 2) + " "
    for (index, field) in history.layout.fields.filter({ $0.range.overlaps(range) }).enumerated() {
      let shown = field.range.clamped(to: range)
      let begins = shown.lowerBound == field.offset
      text += index == 0 ? (begins ? "├" : "┊") : "┼"
      let columns = shown.count * LayoutReport.byteColumns - 1
      // A narrow member has room for a shortened name only; the table below has all of them.
      let name = begins ? field.name : "…"
      let label = columns < 4 ? String(name.prefix(columns)) : String(" \(name) ".prefix(columns))
      text += label + String(repeating: field.isReserved ? "░" : "─", count: columns - label.count)
    }
    text +=
      range.upperBound == history.layout.size || history.layout.field(at: range.upperBound) != nil ? "┤" : "┊"
    let ending = history.versions.filter { range.contains($0.size - 1) }.map { "\($0.name) \($0.size)" }
      .joined(separator: ", ")
    guard text.count + 1 + ending.count > width else { return [ending.isEmpty ? text : text + " " + ending] }
    return [text, String(repeating: " ", count: max(0, text.count - ending.count)) + ending]
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + self
  }
}
