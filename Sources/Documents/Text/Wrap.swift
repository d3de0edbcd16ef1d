/// Breaks paragraphs into lines of at most `width` columns, each after `indent` spaces.
///
/// Lines that follow one another are one paragraph; an empty line parts paragraphs; a line that starts with a
/// space stays a line of its own, with its spaces if it fits. A word that is too long is cut, so nothing is wider than
/// `width`, unless `indent` leaves less than 8 columns.
package func wrap(_ text: String, width: Int, indent: Int = 0) -> String {
  var lines: [String] = []
  var paragraph = ""
  func end() {
    if !paragraph.isEmpty { lines += wrapped(paragraph, width: width, indent: indent) }
    paragraph = ""
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.allSatisfy({ $0 == " " }) {
      end()
      lines.append("")
    } else if line.first == " " {
      end()
      let spaces = line.prefix { $0 == " " }.count
      if indent + StyledText(String(line)).width <= width {
        lines.append(String(repeating: " ", count: indent) + line)
      } else {
        lines += wrapped(String(line), width: width, indent: indent + spaces)
      }
    } else {
      paragraph += paragraph.isEmpty ? String(line) : " " + line
    }
  }
  end()
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines.joined(separator: "\n")
}

private func wrapped(_ text: String, width: Int, indent: Int) -> [String] {
  let spaces = String(repeating: " ", count: indent)
  return StyledText(text).wrapped(width: max(8, width - indent)).map { spaces + $0.rendered(color: false) }
}

extension StyledText {
  /// Breaks the text at its spaces into lines of at most `width` columns; a word that is too long is cut.
  package func wrapped(width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText("")
    var used = 0
    func end() {
      lines.append(line)
      line = ""
      used = 0
    }
    for word in glyphs.split(separator: " ", by: \.character) {
      let wordWidth = word.reduce(0) { $0 + $1.width }
      if used > 0 && used + 1 + wordWidth > width { end() }
      if used > 0 {
        // The space is styled as its neighbours are, if they agree.
        let styles = line.glyphs.last?.styles == word.first?.styles ? word.first?.styles ?? [] : []
        line.glyphs.append(Glyph(character: " ", styles: styles, width: 1))
        used += 1
      }
      for glyph in word {
        if used > 0 && used + glyph.width > width { end() }
        line.glyphs.append(glyph)
        used += glyph.width
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }
}

extension Array {
  /// The runs of elements between separators, without the empty ones.
  fileprivate func split<Key: Equatable>(separator: Key, by key: KeyPath<Element, Key>) -> [SubSequence] {
    split { $0[keyPath: key] == separator }
  }
}
