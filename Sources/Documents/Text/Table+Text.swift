extension Table {
  private static let gap = 2
  /// A sentence is not squeezed below this; the table is broken up instead.
  private static let narrowest = 16

  /// A column and the width it gets in one of the tables.
  private struct Slot {
    var column: Int
    var width: Int
  }

  /// The table's lines, none wider than `width` (or than 8 columns, if that is less).
  ///
  /// If the table is too wide, sentences are wrapped; if that is not enough, the columns are dealt out to
  /// several tables, each with the first columns again; a cell that is too wide even for a table of its own is
  /// wrapped. Nothing is left out.
  package func lines(width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for slots in deal(into: max(8, width)) {
      if !lines.isEmpty { lines.append("") }
      lines += self.lines(of: slots, limit: max(8, width))
    }
    return lines
  }

  private static func total(_ slots: some Collection<Slot>) -> Int {
    slots.reduce(0) { $0 + $1.width } + max(0, slots.count - 1) * gap
  }

  /// Deals the columns out to as many tables as they need.
  private func deal(into width: Int) -> [[Slot]] {
    let natural = columns.indices.map { Slot(column: $0, width: naturalWidth(of: $0)) }
    if natural.isEmpty { return [] }
    if let slots = Self.squeezed(
      natural, into: width, floors: natural.map { columns[$0.column].wraps ? Self.narrowest : $0.width })
    {
      return [slots]
    }

    // The repeated columns leave room for at least one more; if they cannot, they are not repeated.
    let room = width - Self.gap - Self.narrowest / 2
    let count = min(max(0, repeated), columns.count - 1)
    let first = Array(natural.prefix(count))
    let keys = Self.squeezed(first, into: room, floors: first.map { _ in 4 }) ?? []
    var tables: [[Slot]] = []
    var current = keys
    for slot in natural.dropFirst(keys.count) {
      if current.count > keys.count, Self.total(current + [slot]) > width {
        tables.append(current)
        current = keys
      }
      let left = width - Self.total(current) - (current.isEmpty ? 0 : Self.gap)
      current.append(Slot(column: slot.column, width: min(slot.width, left)))
    }
    return tables + [current]
  }

  /// The slots made narrower, the widest first and none below its floor, until they fit; `nil` if they cannot.
  private static func squeezed(_ slots: [Slot], into width: Int, floors: [Int]) -> [Slot]? {
    var slots = slots
    while total(slots) > width {
      let loose = slots.indices.filter { slots[$0].width > floors[$0] }
      guard let widest = loose.max(by: { slots[$0].width < slots[$1].width }) else { return nil }
      slots[widest].width -= 1
    }
    return slots
  }

  private func naturalWidth(of column: Int) -> Int {
    var width = columns[column].header.width
    for case .cells(let cells) in rows { width = max(width, cells[column].width) }
    return width
  }

  private func lines(of slots: [Slot], limit: Int) -> [StyledText] {
    let rule = StyledText(String(repeating: "─", count: Self.total(slots)), .dim)
    var lines: [StyledText] = []
    if columns.contains(where: { $0.header.width > 0 }) {
      lines += line(of: slots) { columns[$0].header.bold }
      lines.append(rule)
    }
    for row in rows {
      switch row {
      case .cells(let cells): lines += line(of: slots) { cells[$0] }
      case .section(let title): lines += title.bold.wrapped(width: limit)
      case .rule: lines.append(rule)
      }
    }
    return lines
  }

  /// The lines of one row: one, unless a cell is wrapped.
  private func line(of slots: [Slot], _ cell: (Int) -> StyledText) -> [StyledText] {
    let cells = slots.map { slot in
      let cell = cell(slot.column)
      return cell.width <= slot.width ? [cell] : cell.wrapped(width: slot.width)
    }
    return (0..<(cells.map(\.count).max() ?? 0)).map { index in
      var line = StyledText("")
      var owed = 0  // Spaces that are written only if something follows.
      for (slot, lines) in zip(slots, cells) {
        let text = index < lines.count ? lines[index] : ""
        let free = slot.width - text.width
        let before =
          switch columns[slot.column].alignment {
          case .left: 0
          case .right: free
          case .center: free / 2
          }
        if text.width > 0 {
          line += StyledText(String(repeating: " ", count: owed + before)) + text
          owed = 0
        } else {
          owed += before
        }
        owed += free - before + Self.gap
      }
      return line
    }
  }
}

extension StyledText {
  /// The text with bold added to it.
  var bold: StyledText {
    StyledText(
      glyphs: glyphs.map { glyph in
        var glyph = glyph
        if !glyph.styles.contains(.bold) { glyph.styles.insert(.bold, at: 0) }
        return glyph
      })
  }
}
