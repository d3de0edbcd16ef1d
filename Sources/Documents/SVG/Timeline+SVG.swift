extension HTMLWriter {
  /// Writes the timeline as lifelines from top to bottom: the lanes beside each other, or close together on a phone.
  mutating func write(_ timeline: Timeline) {
    element("figure") { html in
      html.pictures("Timeline: \(timeline.lanes.joined(separator: ", "))", isImage: false) { isNarrow, html in
        Timeline.Picture(timeline, isNarrow: isNarrow).draw(on: &html)
      }
    }
  }
}

extension Timeline {
  /// One shape of the picture.
  struct Picture {
    /// Where a lane is: its lifeline, and its boxes.
    private struct Lane {
      var line: Double
      var left: Double
      var right: Double
    }

    /// An event in its place.
    private struct Placed {
      var event: Event
      var lines: [StyledText]
      var y: Double
      var height: Double
      var middle: Double { y + height / 2 }
    }

    private let timeline: Timeline
    private let isNarrow: Bool
    private let width: Double
    private let lanes: [Lane]
    private let lineHeight = 17.0
    private let padding = 9.0

    init(_ timeline: Timeline, isNarrow: Bool) {
      self.timeline = timeline
      self.isNarrow = isNarrow
      let count = timeline.lanes.count
      if isNarrow {
        width = 368
        let step = min(24, 120 / Double(count))
        let text = 12 + step * Double(count - 1) + 18
        lanes = timeline.lanes.indices.map {
          Lane(line: 10 + step * Double($0), left: text, right: 366)
        }
      } else {
        // A lane is as wide as its texts ask for, within bounds.
        let wanted = timeline.lanes.indices.map { lane in
          let texts = timeline.events.filter { $0.lane == lane }.map(\.text.width)
          return TextSize.width(of: min(max((texts.max() ?? 0) + 3, 14), 58)) + 50
        }
        let sum = wanted.reduce(0, +)
        let width = min(max(sum, 640), max(940, 200 * Double(count)))
        let scale = width / sum
        self.width = width
        var left = 0.0
        lanes = wanted.map { wanted in
          defer { left += wanted * scale }
          return Lane(line: left + 10, left: left + 26, right: left + wanted * scale - 20)
        }
      }
    }

    /// Draws, and returns the picture's size.
    func draw(on html: inout HTMLWriter) -> (width: Double, height: Double) {
      let top = isNarrow ? 14 + 20 * Double(timeline.lanes.count) : 34.0
      let placed = place(from: top + 8)
      let bottom = (placed.last.map { $0.y + $0.height } ?? top) + 14
      drawLanes(top, bottom, on: &html)
      drawActivity(placed, on: &html)
      for one in placed { draw(one, on: &html) }
      return (width, bottom + 2)
    }

    private func place(from top: Double) -> [Placed] {
      var y = top
      return timeline.events.map { event in
        let lane = lanes[event.lane]
        let columns = max(4, TextSize.columns(in: lane.right - lane.left - 2 * padding))
        let lines = event.styled.wrapped(width: columns)
        let height = Double(lines.count) * lineHeight + 12 + (event.bytes == nil ? 0 : 8)
        defer { y += height + 9 }
        return Placed(event: event, lines: lines, y: y, height: height)
      }
    }

    private func drawLanes(_ top: Double, _ bottom: Double, on html: inout HTMLWriter) {
      for (index, (name, lane)) in zip(timeline.lanes, lanes).enumerated() {
        if isNarrow {
          // The names are one below the other, each with a line down to its lane.
          let y = 14 + 20 * Double(index)
          html.line("life", lane.line, y - 3, lane.line, bottom)
          html.circle("dot", lane.line, y - 4, radius: 5)
          html.label("strong", lanes[lanes.count - 1].line + 18, y, name, fit: width - lane.left)
        } else {
          html.label("strong", lane.line - 6, 18, name, fit: lane.right - lane.line + 6)
          html.line("life", lane.line, top - 6, lane.line, bottom)
        }
      }
    }

    /// A bar on a lifeline from a lane's first read or copy to its end.
    private func drawActivity(_ placed: [Placed], on html: inout HTMLWriter) {
      for (index, lane) in lanes.enumerated() {
        let mine = placed.filter { $0.event.lane == index }
        let reads = mine.filter { $0.event.kind == .read || $0.event.kind == .copy }
        guard let first = reads.first, let last = mine.last else { continue }
        html.rectangle("active", lane.line - 4, first.y, 8, last.y + last.height - first.y, radius: 4)
      }
    }

    private func draw(_ placed: Placed, on html: inout HTMLWriter) {
      let (event, lane) = (placed.event, lanes[placed.event.lane])
      let style = event.kind == .write ? " write" : event.kind == .end ? " ends" : ""
      html.line("lead", lane.line, placed.middle, lane.left, placed.middle)
      html.rectangle("step" + style, lane.left, placed.y, lane.right - lane.left, placed.height, radius: 5)
      if event.kind == .write { drawArrow(placed, on: &html) }
      html.circle("dot" + style, lane.line, placed.middle, radius: 5.5)
      for (index, line) in placed.lines.enumerated() {
        html.label(lane.left + padding, placed.y + 18 + Double(index) * lineHeight, line)
      }
      if let bytes = event.bytes { draw(bytes, of: placed, style, on: &html) }
    }

    /// An arrow to the lane that sees the write: the next, or the one before for the last lane.
    private func drawArrow(_ placed: Placed, on html: inout HTMLWriter) {
      guard lanes.count > 1 else { return }
      let lane = placed.event.lane
      let isLast = lane == lanes.count - 1
      let target = lanes[isLast ? lane - 1 : lane + 1].line
      let start = isLast || isNarrow ? lanes[lane].line : lanes[lane].right
      let (y, back) = (placed.middle, isLast ? 1.0 : -1.0)
      html.line("arrow", start, y, target + 12 * back, y)
      html.polygon("tip", [(target + 5 * back, y), (target + 13 * back, y - 5), (target + 13 * back, y + 5)])
    }

    /// The event's bytes as a part of all bytes that events are about.
    private func draw(_ bytes: Range<Int>, of placed: Placed, _ style: String, on html: inout HTMLWriter) {
      let all = timeline.events.compactMap(\.bytes)
      let low = Double(all.map(\.lowerBound).min() ?? 0)
      let span = max(1, Double(all.map(\.upperBound).max() ?? 1) - low)
      let lane = lanes[placed.event.lane]
      let (x, width) = (lane.left + padding, lane.right - lane.left - 2 * padding)
      let y = placed.y + placed.height - 10
      html.rectangle("track", x, y, width, 4, radius: 2)
      html.rectangle(
        "part" + style, x + (Double(bytes.lowerBound) - low) / span * width, y,
        max(2, (Double(bytes.upperBound) - Double(bytes.lowerBound)) / span * width), 4, radius: 2,
        tip: bytes.isEmpty ? "no bytes" : "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)")
    }
  }
}
