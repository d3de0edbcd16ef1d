extension HTMLWriter {
  /// Writes the picture, and the numbers as a table that opens on demand.
  mutating func write(_ plot: Plot) {
    element("figure") { html in
      html.element("h4", ["id": html.identifier(for: plot.title)]) { $0.write(StyledText(plot.title)) }
      html.newLine()
      switch plot.content {
      case .bars(let bars):
        html.pictures(plot.title, isImage: true) { isNarrow, html in
          Plot.Bars.Picture(bars, isNarrow: isNarrow).draw(on: &html)
        }
        if bars.series.count > 1 {
          html.key(bars.series.map(\.name), bars.isStacked ? ["fill", "pale"] : ["fill"], isAway: false)
        }
      case .lines(let lines):
        html.pictures(plot.title, isImage: true) { isNarrow, html in
          Plot.Lines.Picture(lines, isNarrow: isNarrow).draw(on: &html)
        }
        html.key(lines.lines.map(\.name), ["stroke"], isAway: true)
      }
      html.element("details") { html in
        html.element("summary", text: "Numbers")
        html.write(plot.table)
      }
    }
  }

  /// The names of the series with their colours; `isAway` if only a phone needs it.
  private mutating func key(_ names: [String], _ looks: [String], isAway: Bool) {
    element("figcaption", ["class": isAway ? "key away" : "key"]) { html in
      for (index, name) in names.enumerated() {
        html.element("span") { html in
          html.element("i", ["class": "\(looks[index % looks.count]) v\(index % 6)"]) { _ in }
          html.write(StyledText(name))
        }
        html.newLine()
      }
    }
  }
}

extension Plot.Bars {
  /// One shape of the picture.
  struct Picture {
    private let bars: Plot.Bars
    private let isNarrow: Bool
    private let axis: AxisTicks
    private let width: Double
    private let left: Double
    private let right: Double
    private let thickness = 16.0

    init(_ bars: Plot.Bars, isNarrow: Bool) {
      self.bars = bars
      self.isNarrow = isNarrow
      let values = bars.categories.indices.flatMap { category in
        bars.isStacked
          ? [bars.sum(category)] : bars.series.indices.compactMap { bars.value($0, category) }
      }
      axis = AxisTicks(values, count: isNarrow ? 4 : 6)
      width = isNarrow ? 368 : 820
      let longest = bars.categories.map { StyledText($0).width }.max() ?? 0
      left = isNarrow ? 8 : TextSize.width(of: min(longest, 28)) + 14
      right = TextSize.width(of: (values.map { short($0).count }.max() ?? 1) + 1) + 8
    }

    /// Draws, and returns the picture's size.
    func draw(on html: inout HTMLWriter) -> (width: Double, height: Double) {
      let count = bars.isStacked ? min(1, bars.series.count) : bars.series.count
      let title = isNarrow ? 18.0 : 0
      let step = title + Double(count) * (thickness + 3) + 14
      let bottom = Double(bars.categories.count) * step + 4
      for value in axis.values {
        if !isNarrow { html.line(value == 0 ? "zero" : "grid", across(value), 0, across(value), bottom) }
      }
      html.axisLabels(axis.values, bottom + 15, width: width, at: across)
      html.label(
        "label middle", (left + width - right) / 2, bottom + 34, bars.unit, fit: width - left - right)
      for (category, name) in bars.categories.enumerated() {
        let y = Double(category) * step + 6
        if isNarrow {
          html.label("", left, y + 11, name, fit: width - left)
          // The grid is behind the bars alone, not behind the names.
          for value in axis.values {
            let x = across(value)
            html.line(value == 0 ? "zero" : "grid", x, y + title - 2, x, y + step - 8)
          }
        } else {
          html.label("end", left - 10, y + Double(count) * (thickness + 3) / 2 + 3, name, fit: left - 10)
        }
        if bars.isStacked {
          drawStack(category, y + title, on: &html)
        } else {
          draw(category, y + title, on: &html)
        }
      }
      return (width, bottom + 40)
    }

    private func across(_ value: Double) -> Double { left + axis.place(of: value) * (width - left - right) }

    private func draw(_ category: Int, _ top: Double, on html: inout HTMLWriter) {
      for (index, series) in bars.series.enumerated() {
        let y = top + Double(index) * (thickness + 3)
        guard let value = bars.value(index, category) else {
          html.label("small", across(0) + 6, y + 12, "-")
          continue
        }
        let (start, end) = (min(across(0), across(value)), max(across(0), across(value)))
        html.rectangle(
          "bar v\(index % 6)", start, y, max(end - start, value == 0 ? 0 : 1), thickness, radius: 2,
          tip: "\(series.name): \(short(value)) \(bars.unit)")
        html.label("small", end + 6, y + 12, short(value))
      }
    }

    private func drawStack(_ category: Int, _ y: Double, on html: inout HTMLWriter) {
      var sum = 0.0
      for (index, series) in bars.series.enumerated() {
        guard let value = bars.value(index, category), value > 0 else { continue }
        let start = across(sum)
        sum = min(sum + value, .greatestFiniteMagnitude)
        let end = across(sum)
        html.rectangle(
          "bar v\(index % 6)\(index % 2 == 1 ? " pale" : "")", start, y, end - start - 1, thickness,
          tip: "\(series.name): \(short(value)) \(bars.unit)")
        let text = short(value)
        if bars.series.count > 1, TextSize.width(of: text.count, isSmall: true) + 8 < end - start {
          let style = index % 2 == 1 ? "small strong middle" : "small inside middle"
          html.label(style, (start + end) / 2, y + 12, text)
        }
      }
      html.label("small", across(sum) + 6, y + 12, short(bars.sum(category)))
    }
  }
}
