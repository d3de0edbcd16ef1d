import Documents

/// A page, read strictly: what is no well-formed HTML of the kind that XML allows as well is an error.
struct Page {
  struct Element {
    var name: String
    var attributes: [String: String] = [:]
    /// The text directly inside, with its entities replaced.
    var text = ""
    /// The indices of the elements around it, the innermost last.
    var parents: [Int]
  }

  private(set) var elements: [Element] = []
  private(set) var errors: [String] = []

  private static let void: Set<String> = ["meta", "wbr"]
  private static let entities: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'",
  ]

  private var rest: Substring
  private var stack: [Int] = []

  init(_ document: Document) { self.init(document.html) }

  init(_ html: String) {
    rest = html[...]
    if rest.hasPrefix("<!DOCTYPE html>\n") { rest = rest.dropFirst(16) } else { errors.append("no DOCTYPE") }
    while let next = rest.first {
      if next == "<" { readTag() } else { readText() }
    }
    errors += stack.map { "<\(elements[$0].name)> is not closed" }
  }

  /// The elements with this name, and this class if one is given.
  func all(_ name: String, _ style: String? = nil) -> [Element] {
    elements.filter { $0.name == name && (style == nil || $0.classes.contains(style ?? "")) }
  }

  /// The indices of the elements inside the one at `index`.
  func inside(_ index: Int) -> Range<Int> {
    let depth = elements[index].parents.count
    let rest = elements[(index + 1)...]
    return index + 1..<(rest.firstIndex { $0.parents.count <= depth } ?? elements.endIndex)
  }

  /// The text inside the element at `index`, with that of the elements inside it, but not of tooltips.
  func words(of index: Int) -> String {
    let parts = inside(index).filter { elements[$0].name != "title" }.map { elements[$0].text }
    return elements[index].text + parts.joined()
  }

  private mutating func readTag() {
    let isClosing = rest.hasPrefix("</")
    rest = rest.dropFirst(isClosing ? 2 : 1)
    let name = String(rest.prefix { $0.isLetter || $0.isNumber })
    rest = rest.dropFirst(name.count)
    if name.isEmpty || name.contains(where: { !$0.isASCII || $0.isUppercase }) {
      errors.append("a tag '\(name)'")
    }
    if isClosing {
      if rest.first != ">" { errors.append("</\(name) has more than a name") }
      rest = rest.dropFirst()
      if let last = stack.popLast(), elements[last].name == name { return }
      errors.append("</\(name)> closes nothing")
      return
    }
    var element = Element(name: name, parents: stack)
    while rest.first == " " {
      rest = rest.dropFirst()
      let key = String(rest.prefix { $0 != "=" && $0 != ">" && $0 != " " })
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        errors.append("<\(name) \(key): not quoted")
        break
      }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 1)
      if element.attributes.updateValue(decoded(value), forKey: key) != nil {
        errors.append("\(key) is there twice")
      }
    }
    let isEmpty = rest.hasPrefix("/>")
    if isEmpty, !stack.contains(where: { elements[$0].name == "svg" }) {
      errors.append("<\(name)/> outside of SVG")
    }
    rest = rest.dropFirst(isEmpty ? 1 : 0)
    if rest.first != ">" { errors.append("<\(name) has no end") }
    rest = rest.dropFirst()
    elements.append(element)
    if !isEmpty, !Page.void.contains(name) { stack.append(elements.count - 1) }
  }

  private mutating func readText() {
    let text = rest.prefix { $0 != "<" }
    rest = rest.dropFirst(text.count)
    guard let last = stack.last else {
      if text.contains(where: { !$0.isWhitespace }) { errors.append("text outside of the page: \(text)") }
      return
    }
    elements[last].text += elements[last].name == "style" ? String(text) : decoded(text)
  }

  private mutating func decoded(_ text: Substring) -> String {
    if text.contains(">") || text.contains("<") { errors.append("not escaped: \(text)") }
    var (decoded, rest) = ("", text)
    while let and = rest.firstIndex(of: "&") {
      decoded += rest[..<and]
      let name = rest[rest.index(after: and)...].prefix { $0 != ";" }
      guard let character = Page.entities[String(name)] else {
        errors.append("no such entity: \(name.prefix(20))")
        return decoded
      }
      decoded.append(character)
      rest = rest[and...].dropFirst(name.count + 2)
    }
    return decoded + rest
  }
}

extension Page.Element {
  var classes: [String] { attributes["class"]?.split(separator: " ").map(String.init) ?? [] }

  func number(_ key: String) -> Double { attributes[key].flatMap(Double.init) ?? .nan }
}
