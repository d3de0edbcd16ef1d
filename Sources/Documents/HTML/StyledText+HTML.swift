extension HTMLWriter {
  /// Writes text with its styles.
  mutating func write(_ styled: StyledText) {
    for (styles, run) in styled.runs { write(run, styles[...], breaking: false) }
  }

  /// Writes text that may be broken after each underscore, as long C names have to be on a phone.
  mutating func write(breaking styled: StyledText) {
    for (styles, run) in styled.runs { write(run, styles[...], breaking: true) }
  }

  /// Writes a run of text inside an element for each style.
  private mutating func write(_ run: String, _ styles: ArraySlice<Style>, breaking: Bool) {
    guard let style = styles.first else { return breaking ? write(breaking: run) : write(run) }
    let rest = styles.dropFirst()
    switch style {
    case .bold: element("strong") { $0.write(run, rest, breaking: breaking) }
    case .code: element("code") { $0.write(run, rest, breaking: breaking) }
    default: element("span", ["class": style.pageClass]) { $0.write(run, rest, breaking: breaking) }
    }
  }

  private mutating func write(breaking run: String) {
    for (index, part) in run.split(separator: "_", omittingEmptySubsequences: false).enumerated() {
      if index > 0 {
        write("_")
        void("wbr", [:])
      }
      write(String(part))
    }
  }
}

extension StyledText {
  /// The runs of characters with the same styles.
  var runs: [(styles: [Style], text: String)] {
    var runs: [(styles: [Style], text: String)] = []
    for glyph in glyphs {
      if runs.last?.styles != glyph.styles { runs.append((glyph.styles, "")) }
      runs[runs.count - 1].text.append(glyph.character)
    }
    return runs
  }

  /// The colour that all of the text's words have, if they have one; marks without letters may be plain.
  var color: Style? {
    let seen = glyphs.filter { $0.character != " " }
    let words = seen.filter { $0.character.isLetter || $0.character.isNumber }
    let colors = Set(seen.flatMap(\.styles).filter(\.isColor))
    guard let color = colors.first, colors.count == 1 else { return nil }
    return (words.isEmpty ? seen : words).allSatisfy { $0.styles.contains(color) } ? color : nil
  }

  /// The text without a style.
  func without(_ style: Style) -> StyledText {
    StyledText(
      glyphs: glyphs.map { glyph in
        var glyph = glyph
        glyph.styles.removeAll { $0 == style }
        return glyph
      })
  }
}

extension Style {
  /// The class of the style sheet that shows it.
  var pageClass: String {
    switch self {
    case .bold: "strong"
    case .dim: "dim"
    case .red: "bad"
    case .green: "good"
    case .yellow: "warn"
    case .cyan: "name"
    case .code: "code"
    }
  }
}
