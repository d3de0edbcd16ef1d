/// Shapes of the pictures. Coordinates are the pixels of a picture that is shown in its natural width.
extension HTMLWriter {
  /// Writes a picture in two shapes, one for wide screens and paper and one for phones, of which CSS shows one.
  ///
  /// - Parameters:
  ///   - label: What the picture shows.
  ///   - isImage: Whether a screen reader says the label in place of the picture's texts.
  ///   - draw: Draws one shape, and returns its size.
  mutating func pictures(
    _ label: String, isImage: Bool,
    _ draw: (_ isNarrow: Bool, inout HTMLWriter) -> (width: Double, height: Double)
  ) {
    for isNarrow in [false, true] {
      var shapes = HTMLWriter()
      let size = draw(isNarrow, &shapes)
      element(
        "svg",
        [
          "class": isNarrow ? "narrow" : "wide", "viewBox": "0 0 \(svg(size.width)) \(svg(size.height))",
          "style": "max-width: \(svg(size.width * (isNarrow ? 1.25 : 1)))px",
          "role": isImage ? "img" : "group",
          "aria-label": label,
        ]
      ) { $0.append(shapes) }
      newLine()
    }
  }

  mutating func rectangle(
    _ style: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double = 0,
    tip: String? = nil
  ) {
    element(
      "rect",
      [
        "class": style, "x": svg(x), "y": svg(y), "width": svg(max(0, width)), "height": svg(max(0, height)),
        "rx": radius > 0 ? svg(radius) : nil,
      ]
    ) { html in
      if let tip { html.element("title", text: tip) }
    }
  }

  mutating func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    shape("line", ["class": style, "x1": svg(x1), "y1": svg(y1), "x2": svg(x2), "y2": svg(y2)])
  }

  mutating func polyline(_ style: String, _ points: [(x: Double, y: Double)]) {
    let places = points.map { "\(svg($0.x)),\(svg($0.y))" }.joined(separator: " ")
    shape("polyline", ["class": style, "points": places])
  }

  mutating func polygon(_ style: String, _ points: [(x: Double, y: Double)]) {
    let places = points.map { "\(svg($0.x)),\(svg($0.y))" }.joined(separator: " ")
    shape("polygon", ["class": style, "points": places])
  }

  mutating func circle(_ style: String, _ x: Double, _ y: Double, radius: Double) {
    shape("circle", ["class": style, "cx": svg(x), "cy": svg(y), "r": svg(radius)])
  }

  /// Writes text from `x` on; `end` and `middle` in the style put its end or its middle there.
  ///
  /// - Parameter fit: The width that the text has; a longer text is shortened, and a tooltip has all of it.
  mutating func label(_ style: String, _ x: Double, _ y: Double, _ text: String, fit: Double? = nil) {
    let whole = StyledText(text)
    let isSmall = style.split(separator: " ").contains("small")
    let shown = fit.map { whole.shortened(to: TextSize.columns(in: $0, isSmall: isSmall)) } ?? whole
    guard !shown.isEmpty else { return }
    element("text", ["class": style.isEmpty ? nil : style, "x": svg(x), "y": svg(y)]) { html in
      if shown != whole { html.element("title", text: whole.plain) }
      html.write(shown.plain)
    }
  }

  /// Writes the values of a horizontal axis below it, but for one that would run into the one before it or out of the
  /// picture.
  mutating func axisLabels(_ values: [Double], _ y: Double, width: Double, at across: (Double) -> Double) {
    var free = 0.0
    for value in values {
      let text = short(value)
      let half = TextSize.width(of: text.count, isSmall: true) / 2
      guard across(value) - half >= free, across(value) + half <= width else { continue }
      label("small middle", across(value), y, text)
      free = across(value) + half + 4
    }
  }

  /// Writes styled text.
  mutating func label(_ x: Double, _ y: Double, _ text: StyledText) {
    element("text", ["x": svg(x), "y": svg(y)]) { html in
      for (styles, run) in text.runs {
        let classes = styles.map(\.pageClass).joined(separator: " ")
        if classes.isEmpty { html.write(run) } else { html.element("tspan", ["class": classes], text: run) }
      }
    }
  }
}

/// How wide texts in pictures are: they have a monospaced font, of which no usual one is wider than this.
enum TextSize {
  /// The width of a column at 12 pixels, and at the 10.5 of `small`.
  static let column = 7.32
  static let smallColumn = 6.41

  static func width(of columns: Int, isSmall: Bool = false) -> Double {
    Double(columns) * (isSmall ? smallColumn : column)
  }

  static func columns(in width: Double, isSmall: Bool = false) -> Int {
    max(0, Int(min(width, 1e6) / (isSmall ? smallColumn : column)))
  }
}

extension StyledText {
  /// The text, with an ellipsis for what `columns` do not hold.
  func shortened(to columns: Int) -> StyledText {
    width <= columns ? self : columns < 2 ? "" : prefix(columns - 1) + "…"
  }
}

/// A coordinate with at most two digits behind the point.
func svg(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let text = fixed(min(max(value, -1e6), 1e6), 2)
  guard text.hasSuffix("0") else { return text }
  return text.hasSuffix(".00") ? String(text.dropLast(3)) : String(text.dropLast())
}
