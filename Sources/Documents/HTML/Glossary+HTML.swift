extension HTMLWriter {
  /// The words of a glossary and what they mean, folded until a reader asks; nothing if there are none.
  mutating func write(_ glossary: Glossary) {
    let entries = glossary.sections.flatMap(\.entries)
    guard !entries.isEmpty else { return }
    element("details", ["class": "words"]) { html in
      html.element("summary", text: "Words used here")
      html.newLine()
      html.element("dl") { html in
        for entry in entries {
          html.element("dt", text: entry.word)
          html.element("dd", text: entry.meaning)
          html.newLine()
        }
      }
    }
    newLine()
  }
}
