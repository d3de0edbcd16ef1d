import Documents

/// The texts and boxes of a picture in SVG, measured as a browser would with a monospaced font.
struct Picture {
  struct Text {
    var words: String
    var left: Double
    var right: Double
    var baseline: Double
    var isSmall: Bool
  }

  struct Box {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
  }

  let width: Double
  let height: Double
  let texts: [Text]
  /// The rectangles that have texts inside: members, steps.
  let boxes: [Box]
  /// What is wrong with the numbers.
  private(set) var errors: [String] = []

  /// Every picture of a page that shows something.
  static func all(in page: Page) -> [Picture] {
    page.elements.indices.filter {
      page.elements[$0].name == "svg" && !page.elements[$0].classes.contains("defs")
    }
    .map { Picture($0, of: page) }
  }

  private init(_ index: Int, of page: Page) {
    let view =
      page.elements[index].attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) } ?? []
    width = view.count == 4 ? view[2] : .nan
    height = view.count == 4 ? view[3] : .nan
    var (texts, boxes): ([Text], [Box]) = ([], [])
    for one in page.inside(index) {
      let element = page.elements[one]
      for key in ["x", "y", "width", "height", "x1", "x2", "y1", "y2", "cx", "cy", "r"] {
        if let value = element.attributes[key], Double(value)?.isFinite != true {
          errors.append("\(key)=\(value)")
        }
      }
      for number in (element.attributes["points"] ?? "").split(whereSeparator: { $0 == " " || $0 == "," }) {
        if Double(number)?.isFinite != true { errors.append("points \(number)") }
      }
      if element.name == "text" { texts.append(Text(page, one)) }
      if element.name == "rect", element.classes.contains("box") || element.classes.contains("step") {
        let (x, y) = (element.number("x"), element.number("y"))
        boxes.append(
          Box(left: x, right: x + element.number("width"), top: y, bottom: y + element.number("height")))
      }
    }
    self.texts = texts
    self.boxes = boxes
  }

  /// Texts beyond the picture, beyond the box that they begin in, or upon another text.
  var collisions: [String] {
    var found: [String] = []
    let texts = texts.sorted { $0.baseline < $1.baseline }
    // Boxes by the height that they are at, since a large struct has thousands.
    var rows: [Int: [Box]] = [:]
    for box in boxes {
      for row in Int(box.top / 50)...Int(box.bottom / 50) { rows[row, default: []].append(box) }
    }
    for (index, text) in texts.enumerated() {
      if text.left < -0.5 || text.right > width + 0.5 || text.baseline < 8 || text.baseline > height {
        found.append("'\(text.words)' is beyond the picture")
      }
      let middle = (text.left + text.right) / 2
      let box = rows[Int(text.baseline / 50), default: []].first {
        $0.left <= middle && middle <= $0.right && $0.top < text.baseline && text.baseline < $0.bottom
      }
      if let box, text.left < box.left || text.right > box.right {
        found.append("'\(text.words)' is wider than its box")
      }
      for other in texts[(index + 1)...].prefix(while: { $0.baseline - text.baseline < 9 })
      where other.left < text.right && text.left < other.right {
        found.append("'\(text.words)' is upon '\(other.words)'")
      }
    }
    return found
  }
}

extension Picture.Text {
  init(_ page: Page, _ index: Int) {
    let element = page.elements[index]
    words = page.words(of: index)
    isSmall = element.classes.contains("small")
    // A monospaced font has 0.602 of its size a column, as DejaVu Sans Mono does.
    let size = Double(StyledText(words).width) * 0.602 * (isSmall ? 10.5 : 12)
    let x = element.number("x")
    left = element.classes.contains("end") ? x - size : element.classes.contains("middle") ? x - size / 2 : x
    right = left + size
    baseline = element.number("y")
  }
}
