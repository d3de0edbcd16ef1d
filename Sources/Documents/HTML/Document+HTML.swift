extension Document {
  /// The document as one page of HTML, complete in itself: nothing is fetched, no script runs.
  ///
  /// The page follows the reader's choice of a light or a dark scheme, fits a phone and prints on paper. Drawings,
  /// timelines and plots are pictures in SVG.
  public var html: String {
    var html = HTMLWriter()
    let title = StyledText(self.title)
    html.literal("<!DOCTYPE html>\n")
    html.element("html", ["lang": "en"]) { html in
      html.element("head") { html in
        html.void("meta", ["charset": "utf-8"])
        html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.void("meta", ["name": "generator", "content": "ExtensibleStructs"])
        html.void("meta", ["name": "color-scheme", "content": "light dark"])
        html.element("title") { $0.write(title.plain) }
        html.newLine()
        html.element("style") { html in
          html.newLine()
          html.literal(PageStyle.sheet)
          html.literal(PageStyle.pictures)
          html.literal(PageStyle.paper)
        }
      }
      html.newLine()
      html.element("body") { html in
        html.hatch()
        html.element("main") { html in
          html.newLine()
          html.element("h1", ["id": html.identifier(for: title.plain)]) { $0.write(breaking: title) }
          html.newLine()
          html.write(blocks)
          if self.title != Glossary.title { html.write(Glossary(of: self)) }
        }
      }
      html.newLine()
    }
    html.newLine()
    return html.text
  }
}

extension HTMLWriter {
  /// The pattern that marks reserved bytes, for every drawing of the page.
  fileprivate mutating func hatch() {
    literal(
      """
      <svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="_hatch" width="6" height="6" \
      patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6"/></pattern></defs></svg>
      """)
    newLine()
  }

  mutating func write(_ blocks: [Block]) { for block in blocks { write(block) } }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let text, let level, let detail):
      heading(text, level)
      if !detail.isEmpty { element("p") { $0.write(detail) } }
    case .paragraph(let text, let indent):
      if !text.isEmpty { element("p", ["class": indent > 0 ? "in" : nil]) { $0.write(text) } }
    case .list(let items):
      if !items.isEmpty {
        element("ul") { html in for item in items { html.element("li") { $0.write(item) } } }
      }
    case .table(let table): write(table)
    case .verbatim(let lines, _):
      if !lines.isEmpty {
        element("pre", ["tabindex": "0"]) { html in
          for (index, line) in lines.enumerated() {
            if index > 0 { html.newLine() }
            html.write(line)
          }
        }
      }
    case .byteDrawing(let drawing): write(drawing)
    case .timeline(let timeline): write(timeline)
    case .plot(let plot): write(plot)
    case .group(let blocks):
      if !blocks.isEmpty { element("div", ["class": "group"]) { $0.write(blocks) } }
    case .only(let medium, let blocks): if medium == .page { write(blocks) }
    }
    newLine()
  }

  private mutating func heading(_ text: StyledText, _ level: Int) {
    let id = identifier(for: text.plain)
    let text = text.without(.bold)
    switch level {
    case ...2: element("h2", ["id": id]) { $0.write(breaking: text) }
    case 3: element("h3", ["id": id]) { $0.write(breaking: text) }
    default: element("h4", ["id": id]) { $0.write(breaking: text) }
    }
  }
}
