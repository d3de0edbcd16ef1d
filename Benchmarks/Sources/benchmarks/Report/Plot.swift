/// Lines over a common axis, as a picture that a page holds.
struct Plot {
  struct Line {
    var name: String
    var points: [(x: Double, y: Double)]
  }

  var title: String
  var x: String
  var y: String
  var lines: [Line]

  private static let width = 720.0
  private static let height = 360.0
  private static let left = 64.0
  private static let right = 176.0
  private static let top = 34.0
  private static let bottom = 48.0

  var svg: String {
    let all = lines.flatMap(\.points)
    let xMost = max(all.map(\.x).max() ?? 1, 1)
    let yStep = Plot.step(all.map(\.y).max() ?? 1)
    let yMost = max(yStep * ((all.map(\.y).max() ?? 1) / yStep).rounded(.up), yStep)
    let (right, bottom) = (Plot.width - Plot.right, Plot.height - Plot.bottom)
    func across(_ x: Double) -> Double { Plot.left + x / xMost * (right - Plot.left) }
    func down(_ y: Double) -> Double { bottom - y / yMost * (bottom - Plot.top) }
    var text = "<figure><svg viewBox=\"0 0 \(fixed(Plot.width, 0)) \(fixed(Plot.height, 0))\" role=\"img\" "
    text += "aria-label=\"\(escaped(title))\">\n" + Plot.text("title", Plot.left, 16, title)
    for value in stride(from: 0, through: yMost, by: yStep) {
      text += Plot.line("grid", [(Plot.left, down(value)), (right, down(value))])
      text += Plot.text("end", Plot.left - 8, down(value) + 4, fixed(value, 0))
    }
    for value in stride(from: 0, through: xMost, by: Plot.step(xMost)) {
      text += Plot.line("grid", [(across(value), bottom), (across(value), bottom + 4)])
      text += Plot.text("middle", across(value), bottom + 18, fixed(value, 0))
    }
    text += Plot.text("middle", (Plot.left + right) / 2, Plot.height - 8, x)
    let turned = " transform=\"rotate(-90 16 \(fixed((Plot.top + bottom) / 2, 1)))\""
    text += Plot.text("middle", 16, (Plot.top + bottom) / 2, y, turned)
    for (index, line) in lines.enumerated() {
      text += Plot.line("line c\(index)", line.points.map { (across($0.x), down($0.y)) })
    }
    // Each name beside its line's end, and a lead to it where it had to make room.
    let ends = lines.map { down($0.points.last?.y ?? 0) }
    for (index, at) in Plot.apart(ends, from: Plot.top, to: bottom).enumerated() {
      text += Plot.line("lead c\(index)", [(right + 2, ends[index]), (right + 16, at), (right + 22, at)])
      text += Plot.text("name c\(index)", right + 26, at + 4, lines[index].name)
    }
    return text + "</svg>\n" + key + "</figure>\n"
  }

  /// The names below the picture, for a page too narrow for them beside it.
  private var key: String {
    let names = lines.enumerated().map { "<span><i class=\"c\($0)\"></i> \(escaped($1.name))</span>" }
    return "<figcaption>\(names.joined(separator: "\n"))</figcaption>"
  }

  /// Where the names stand: in the order of the ends, as near to them as may be, none upon another.
  private static func apart(_ ends: [Double], from top: Double, to bottom: Double) -> [Double] {
    let distance = 16.0
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

  private static func line(_ style: String, _ points: [(Double, Double)]) -> String {
    let places = points.map { "\(fixed($0.0, 1)),\(fixed($0.1, 1))" }.joined(separator: " ")
    return "<polyline class=\"\(style)\" points=\"\(places)\"/>\n"
  }

  private static func text(
    _ style: String, _ x: Double, _ y: Double, _ words: String, _ more: String = ""
  ) -> String {
    "<text class=\"\(style)\" x=\"\(fixed(x, 1))\" y=\"\(fixed(y, 1))\"\(more)>\(escaped(words))</text>\n"
  }

  /// A round distance of grid lines, about five to the axis.
  private static func step(_ most: Double) -> Double {
    var step = 1.0
    while true {
      for factor in [1.0, 2, 5] where most / (step * factor) <= 6 { return step * factor }
      step *= 10
    }
  }
}
