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
  private static let right = 150.0
  private static let top = 34.0
  private static let bottom = 48.0

  var svg: String {
    let all = lines.flatMap(\.points)
    let xMost = max(all.map(\.x).max() ?? 1, 1)
    let yStep = Plot.step(all.map(\.y).max() ?? 1)
    let yMost = max(yStep * ((all.map(\.y).max() ?? 1) / yStep).rounded(.up), yStep)
    let xStep = Plot.step(xMost)
    func place(_ x: Double, _ y: Double) -> (String, String) {
      (
        fixed(Plot.left + x / xMost * (Plot.width - Plot.left - Plot.right), 1),
        fixed(Plot.height - Plot.bottom - y / yMost * (Plot.height - Plot.top - Plot.bottom), 1)
      )
    }
    var text = "<figure><svg viewBox=\"0 0 \(Int(Plot.width)) \(Int(Plot.height))\" role=\"img\" "
    text += "aria-label=\"\(escaped(title))\">\n"
    text += "<text class=\"title\" x=\"\(Int(Plot.left))\" y=\"20\">\(escaped(title))</text>\n"
    for value in stride(from: 0, through: yMost, by: yStep) {
      let (from, at) = place(0, value)
      let to = place(xMost, value).0
      text += "<line class=\"grid\" x1=\"\(from)\" x2=\"\(to)\" y1=\"\(at)\" y2=\"\(at)\"/>"
      text +=
        "<text class=\"end\" x=\"\(Int(Plot.left) - 8)\" y=\"\(at)\" dy=\"4\">\(Plot.label(value))</text>\n"
    }
    for value in stride(from: 0, through: xMost, by: xStep) {
      let (at, _) = place(value, 0)
      text += "<text class=\"middle\" x=\"\(at)\" y=\"\(Int(Plot.height - Plot.bottom) + 18)\">"
      text += "\(Plot.label(value))</text>\n"
    }
    let center = Int(Plot.left + (Plot.width - Plot.left - Plot.right) / 2)
    text += "<text class=\"middle\" x=\"\(center)\" y=\"\(Int(Plot.height) - 8)\">\(escaped(x))</text>\n"
    text += "<text class=\"middle\" transform=\"translate(16 \(Int(Plot.height / 2))) rotate(-90)\">"
    text += "\(escaped(y))</text>\n"
    // Names that would lie on each other are moved apart.
    var taken: [Double] = []
    for (index, line) in lines.enumerated() {
      let path = line.points.map { point in place(point.x, point.y) }.map { "\($0),\($1)" }.joined(
        separator: " ")
      text += "<polyline class=\"line c\(index)\" points=\"\(path)\"/>\n"
      guard let last = line.points.last else { continue }
      var at = Double(place(last.x, last.y).1) ?? 0
      while taken.contains(where: { abs($0 - at) < 15 }) { at -= 15 }
      taken.append(at)
      text +=
        "<text class=\"name c\(index)\" x=\"\(Int(Plot.width - Plot.right) + 8)\" y=\"\(fixed(at, 1))\" "
      text += "dy=\"4\">\(escaped(line.name))</text>\n"
    }
    return text + "</svg></figure>\n"
  }

  /// A round distance of grid lines, about five to the axis.
  private static func step(_ most: Double) -> Double {
    var step = 1.0
    while true {
      for factor in [1.0, 2, 5] where most / (step * factor) <= 6 { return step * factor }
      step *= 10
    }
  }

  private static func label(_ value: Double) -> String { fixed(value, 0) }
}
