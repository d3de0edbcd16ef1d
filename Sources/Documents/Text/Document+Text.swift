extension Document {
  /// The document as lines for a terminal.
  ///
  /// - Parameter width: How many columns a line may take. Only ``Block/verbatim(_:indent:)`` may take more.
  package func lines(width: Int) -> [StyledText] {
    blocks.map { $0.lines(width: width) }.filter { !$0.isEmpty }.reduce(into: []) { lines, block in
      if !lines.isEmpty { lines.append("") }
      lines += block
    }
  }

  /// The document as text without styles; the last line has no line feed.
  ///
  /// - Parameter width: How many columns a line may take.
  public func text(width: Int = 80) -> String { lines(width: width).map(\.plain).joined(separator: "\n") }
}

extension Block {
  /// The block's lines; none if it shows nothing.
  func lines(width: Int) -> [StyledText] {
    switch self {
    case .heading(let text, _, let detail):
      return Documents.paragraph(text.bold + (detail.isEmpty ? "" : ": ") + detail, width)
    case .paragraph(let text, let indent):
      return text.isEmpty ? [] : Documents.paragraph(text, width, indent: indent)
    case .list(let items): return items.flatMap { Documents.paragraph("- " + $0, width) }
    case .table(let table): return table.lines(width: width)
    case .verbatim(let lines, let indent):
      let spaces = StyledText(String(repeating: " ", count: max(0, indent)))
      return lines.map { spaces + $0 }
    case .byteDrawing(let drawing): return drawing.lines(width: width)
    case .timeline(let timeline): return timeline.table.lines(width: width)
    case .plot(let plot): return plot.lines(width: width)
    case .group(let blocks): return blocks.flatMap { $0.lines(width: width) }
    case .only(let medium, let blocks):
      return medium == .text ? Document("", blocks).lines(width: width) : []
    }
  }
}

extension Timeline {
  /// A column for each lane; the last, which says most, is wrapped.
  var table: Table {
    var table = Table(
      lanes.enumerated().map { .init(StyledText($1), wraps: $0 == lanes.count - 1) })
    for event in events {
      table.row(Array(repeating: "", count: event.lane) + [event.styled])
    }
    return table
  }
}
