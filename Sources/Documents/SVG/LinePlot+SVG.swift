extension Plot.Lines {
  /// One shape of the picture.
  struct Picture {
    private let plot: Plot.Lines
    private let isNarrow: Bool
    private let x: AxisTicks
    private let y: AxisTicks
    private let width: Double
    private let height: Double
    private let left: Double
    private let right: Double
    private let top = 26.0
    private let bottom: Double

    init(_ plot: Plot.Lines, isNarrow: Bool) {
      self.plot = plot
      self.isNarrow = isNarrow
      let points = plot.lines.flatMap { Picture.shown($0, in: plot) }
      x = AxisTicks(points.map(\.x), plot.x.scale, count: isNarrow ? 5 : 8)
      y = AxisTicks(points.map(\.y) + (plot.reference.map { [$0.y] } ?? []), plot.y.scale)
      width = isNarrow ? 368 : 860
      height = isNarrow ? 300 : 380
      let numbers = y.values.map { short($0).count }.max() ?? 1
      left = TextSize.width(of: numbers, isSmall: true) + 10
      let names = plot.lines.map { StyledText($0.name).width }.max() ?? 0
      right = width - (isNarrow ? 10 : min(TextSize.width(of: names), 180) + 34)
      bottom = height - 44
    }

    /// The points that the axes have a place for.
    private static func shown(_ line: Line, in plot: Plot.Lines) -> [Point] {
      line.points.filter {
        AxisTicks.isShown($0.x, plot.x.scale) && AxisTicks.isShown($0.y, plot.y.scale)
      }
    }

    /// Draws, and returns the picture's size.
    func draw(on html: inout HTMLWriter) -> (width: Double, height: Double) {
      drawAxes(on: &html)
      if let reference = plot.reference, AxisTicks.isShown(reference.y, plot.y.scale) {
        html.line("reference", left, down(reference.y), right, down(reference.y))
        html.label("small", left + 6, down(reference.y) - 5, reference.name, fit: right - left - 12)
      }
      for (index, line) in plot.lines.enumerated() {
        let places = Picture.shown(line, in: plot).map { (x: across($0.x), y: down($0.y)) }
        if !line.isPoints, places.count > 1 { html.polyline("line v\(index % 6)", places) }
        guard line.isPoints || places.count <= 16 else { continue }
        for place in places {
          html.circle("point v\(index % 6)", place.x, place.y, radius: line.isPoints ? 4 : 3)
        }
      }
      if !isNarrow { drawNames(on: &html) }
      return (width, height)
    }

    private func across(_ value: Double) -> Double { left + x.place(of: value) * (right - left) }
    private func down(_ value: Double) -> Double { bottom - y.place(of: value) * (bottom - top) }

    private func drawAxes(on html: inout HTMLWriter) {
      html.label("label", 0, 12, plot.y.title, fit: width)
      for value in y.values {
        html.line(value == 0 ? "zero" : "grid", left, down(value), right, down(value))
        html.label("small end", left - 6, down(value) + 4, short(value))
      }
      for value in x.values { html.line("grid", across(value), bottom, across(value), bottom + 5) }
      html.axisLabels(x.values, bottom + 18, width: width, at: across)
      html.label("label middle", (left + right) / 2, height - 6, plot.x.title, fit: right - left)
    }

    /// Each name beside its line's end, and a lead to it where it had to make room.
    private func drawNames(on html: inout HTMLWriter) {
      let ends = plot.lines.map { Picture.shown($0, in: plot).last }
      let named = ends.indices.filter { ends[$0] != nil }
      let places = named.map { down(ends[$0]?.y ?? 0) }
      for (index, at) in zip(named, Picture.apart(places, from: top, to: bottom)) {
        let end = (x: across(ends[index]?.x ?? 0) + 5, y: down(ends[index]?.y ?? 0))
        html.polyline("lead", [end, (max(end.x, right + 12), at), (right + 20, at)])
        html.label("own v\(index % 6)", right + 24, at + 4, plot.lines[index].name, fit: width - right - 26)
      }
    }

    /// Where the names are: in the order of the ends, as near to them as may be, none upon another.
    private static func apart(_ ends: [Double], from top: Double, to bottom: Double) -> [Double] {
      let distance = min(16, (bottom - top) / Double(max(1, ends.count - 1)))
      let order = ends.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }
      var places = ends
      var least = top
      for index in order {
        places[index] = max(ends[index], least)
        least = places[index] + distance
      }
      var most = bottom
      for index in order.reversed() {
        places[index] = min(places[index], most)
        most = places[index] - distance
      }
      return places
    }
  }
}
