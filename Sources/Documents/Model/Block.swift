/// A part of a ``Document``: a paragraph, a table, a picture.
package indirect enum Block: Hashable, Sendable {
  /// A heading of level 2 or below (the title is level 1), and what is said of it in a sentence.
  ///
  /// A terminal prints both as one paragraph, the heading in bold: `static-pad: every struct has all its bytes`.
  /// A page has the heading on a line of its own.
  case heading(StyledText, level: Int = 2, detail: StyledText = "")

  /// A paragraph, broken into lines that fit. On a terminal, `indent` is how many columns it is moved to the right,
  /// and lines after the first are moved by two more.
  case paragraph(StyledText, indent: Int = 0)

  /// Paragraphs with a mark before each.
  case list([StyledText])

  /// A table.
  case table(Table)

  /// Lines that are not broken, since they are there to be copied: a command, a case for `eval`, C code. A terminal
  /// prints them two columns further in, since `indent` is 2 unless it is given.
  case verbatim([StyledText], indent: Int = 2)

  /// A struct drawn as bytes.
  case byteDrawing(ByteDrawing)

  /// What several threads did, from top to bottom.
  case timeline(Timeline)

  /// Bars, or lines over an axis.
  case plot(Plot)

  /// Blocks without an empty line between them.
  case group([Block])

  /// Blocks that one medium shows and the other leaves out, such as a plot of a table's numbers.
  case only(Medium, [Block])
}
