extension ByteDrawing {
  /// The columns that a byte of the drawing takes.
  private static let byteColumns = 4

  /// A line for each row of 16 bytes, or of 8 or fewer where there is no room for 16.
  ///
  ///     0x00 ├─ slot ────────┼─ flags ───────┼─ guest_phys_addr ─────────────┤
  package func lines(width: Int) -> [StyledText] {
    let frame = offset(0).count + 2
    let rowBytes = [16, 8, 4].first { $0 * ByteDrawing.byteColumns + frame <= width } ?? 2
    return rows(of: rowBytes).flatMap { row -> [StyledText] in
      switch row {
      case .bytes(let range, let fields): return line(of: range, fields, width: width)
      case .skipped(let count):
        let words = "⋮ \(count) more \(count == 1 ? "row" : "rows")"
        return [
          StyledText(String(repeating: " ", count: max(0, min(frame - 1, width - words.count))) + words)
        ]
      }
    }
  }

  /// A row, with the versions that end in it behind it, or below it where there is no room.
  private func line(of range: Range<Int>, _ fields: ArraySlice<Field>, width: Int) -> [StyledText] {
    var text = offset(range.lowerBound) + " "
    for (index, field) in fields.enumerated() {
      let shown = field.range.clamped(to: range)
      let begins = shown.lowerBound == field.offset
      text += index == 0 ? (begins ? "├" : "┊") : "┼"
      let columns = shown.count * ByteDrawing.byteColumns - 1
      // A narrow member has room for a shortened name only.
      let name = begins ? StyledText(field.name).plain : "…"
      let label = StyledText(columns < 4 ? name : " \(name) ").prefix(columns)
      text += label.plain
      text += String(repeating: field.isReserved ? "░" : "─", count: columns - label.width)
    }
    text += (fields.last.map { $0.range.upperBound <= range.upperBound } ?? true) ? "┤" : "┊"
    let ending = StyledText(
      ending(in: range).map { "\($0.name) \($0.end)" }.joined(separator: ", "))
    let line = StyledText(text)
    guard !ending.isEmpty else { return [line] }
    guard line.width + 1 + ending.width > width else { return [line + " " + ending] }
    let spaces = String(repeating: " ", count: max(0, min(line.width, width) - ending.width))
    return [line, StyledText(spaces) + ending]
  }

  /// The versions whose last byte is one of these.
  func ending(in range: Range<Int>) -> [Version] {
    versions.filter { range.lowerBound < $0.end && $0.end <= range.upperBound }
  }

  /// `0x08`, with as many digits as the struct's largest offset has, and two at least.
  func offset(_ value: Int) -> String {
    let digits = String(value, radix: 16)
    let count = max(2, String(max(0, size - 1), radix: 16).count)
    return "0x" + String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}

extension StyledText {
  /// As much of the beginning as `width` columns hold.
  func prefix(_ width: Int) -> StyledText {
    var used = 0
    return StyledText(
      glyphs: glyphs.prefix { glyph in
        used += glyph.width
        return used <= width
      })
  }
}
