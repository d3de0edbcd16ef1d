extension HTMLWriter {
  /// Writes the drawing, 16 bytes a row and 8 on a phone, and what its colours are.
  mutating func write(_ drawing: ByteDrawing) {
    guard drawing.size > 0 else { return }
    element("figure") { html in
      html.pictures("The \(drawing.size) bytes of \(drawing.name)", isImage: false) { isNarrow, html in
        ByteDrawing.Picture(drawing, isNarrow: isNarrow).draw(on: &html)
      }
      html.key(of: drawing)
    }
  }

  private mutating func key(of drawing: ByteDrawing) {
    element("figcaption", ["class": "key"]) { html in
      for (index, version) in drawing.versions.enumerated() {
        html.element("span") { html in
          html.element("i", ["class": "box v\(index % 6)"]) { _ in }
          let gate = version.gate.map { ", \($0)" } ?? ""
          html.write(StyledText("\(version.name): \(version.end) bytes\(gate)"))
        }
        html.newLine()
      }
      if drawing.fields.contains(where: \.isReserved) {
        html.element("span") { html in
          html.element("i", ["class": "pad"]) { _ in }
          html.write("reserved")
        }
      }
    }
  }
}

extension ByteDrawing {
  /// One shape of the picture.
  struct Picture {
    private let drawing: ByteDrawing
    private let rowBytes: Int
    private let byte: Double
    private let left: Double
    private let right: Double
    private let rowHeight = 42.0
    private let gap = 7.0

    init(_ drawing: ByteDrawing, isNarrow: Bool) {
      self.drawing = drawing
      rowBytes = isNarrow ? 8 : 16
      byte = isNarrow ? 34 : 46
      left = TextSize.width(of: drawing.offset(0).count, isSmall: true) + 9
      right = isNarrow ? 60 : 150
    }

    /// Draws, and returns the picture's size.
    func draw(on html: inout HTMLWriter) -> (width: Double, height: Double) {
      var y = 4.0
      for row in drawing.rows(of: rowBytes) {
        switch row {
        case .skipped(let count):
          html.label("label", left + 4, y + 14, "⋮ \(count) more \(count == 1 ? "row" : "rows")")
          y += 20 + gap
        case .bytes(let range, let fields):
          html.label("small end", left - 7, y + rowHeight / 2 + 4, drawing.offset(range.lowerBound))
          for field in fields { draw(field, in: range, y, on: &html) }
          drawEnds(in: range, y, on: &html)
          y += rowHeight + gap
        }
      }
      return (left + Double(rowBytes) * byte + right, y)
    }

    private func draw(_ field: Field, in range: Range<Int>, _ y: Double, on html: inout HTMLWriter) {
      let shown = field.range.clamped(to: range)
      let x = left + Double(shown.lowerBound - range.lowerBound) * byte + 1
      let width = Double(shown.count) * byte - 2
      let version = drawing.version(of: field.offset)
      let style = "\(field.isReserved ? "box pad" : "box") \(version.map { "v\($0 % 6)" } ?? "none")"
      let bytes = "\(field.size) \(field.size == 1 ? "byte" : "bytes")"
      let brought = version.map { ", \(drawing.versions[$0].name)" } ?? ""
      html.rectangle(
        style, x, y, width, rowHeight, radius: 3,
        tip: "\(field.name): \(bytes) at \(drawing.offset(field.offset))\(brought)")
      let begins = shown.lowerBound == field.offset
      let middle = x + width / 2
      guard begins else { return html.label("small middle", middle, y + rowHeight / 2 + 4, "…", fit: width) }
      let name = StyledText(field.name).shortened(to: TextSize.columns(in: width - 6))
      if field.isReserved, !name.isEmpty {
        // A ground of its own, since letters on a hatch are hard to read.
        let ground = TextSize.width(of: name.width) + 6
        html.rectangle(
          "ground", middle - min(ground, width) / 2, y + rowHeight / 2 - 9, min(ground, width), 18, radius: 3)
      }
      html.label(
        "middle", middle, y + (field.isReserved ? rowHeight / 2 + 4 : 19), field.name, fit: width - 6)
      if !field.isReserved {
        let room = TextSize.columns(in: width - 6, isSmall: true)
        html.label("small middle", middle, y + 34, bytes.count <= room ? bytes : "\(field.size)", fit: width)
      }
    }

    /// A mark where versions end, and their names to the right.
    private func drawEnds(in range: Range<Int>, _ y: Double, on html: inout HTMLWriter) {
      let ends = drawing.versions.indices.filter { index in
        range.lowerBound < drawing.versions[index].end && drawing.versions[index].end <= range.upperBound
      }
      let start = left + Double(rowBytes) * byte + 8
      for (line, index) in ends.enumerated() {
        let version = drawing.versions[index]
        let x = left + Double(version.end - range.lowerBound) * byte
        html.element("g", ["class": "v\(index % 6)"]) { html in
          html.line("flag", x, y - 2, x, y + rowHeight + 2)
          // More names than a row has room for are in the key below.
          if line < 3 {
            let text = "\(version.name) \(version.end)"
            let fits = TextSize.width(of: StyledText(text).width) <= right - 10
            let at = y + rowHeight / 2 + 4 + (Double(line) - Double(min(ends.count, 3) - 1) / 2) * 15
            html.label("own", start, at, fits ? text : version.name, fit: right - 10)
          }
        }
      }
    }
  }
}
