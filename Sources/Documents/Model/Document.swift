/// What there is to read of a finding: blocks from top to bottom, made once and shown by a terminal or a page.
///
///     Document("Layout of open_how", [
///       .paragraph(StyledText("struct open_how", .bold) + ": VER0 24 bytes"),
///       .byteDrawing(drawing),
///       .table(members),
///       .group([.heading("Gates"), .list(gates)]),
///     ])
///
/// An empty line separates the blocks on a terminal; a ``Block/group(_:)`` keeps its blocks together. A block that
/// shows nothing leaves no empty line either, so a report may list blocks that are empty in some cases.
public struct Document: Hashable, Sendable {
  /// The title of the page. A terminal does not show it: there the command line that was typed is the title.
  public var title: String
  /// The blocks, from top to bottom.
  package var blocks: [Block]

  /// Makes a document.
  package init(_ title: String, _ blocks: [Block] = []) {
    self.title = title
    self.blocks = blocks
  }
}

/// Where a document is shown.
package enum Medium: Hashable, Sendable {
  /// Lines of text, on a terminal or in a file.
  case text
  /// A page in a browser or on paper.
  case page
}
