/// Writes HTML and SVG: every element that is opened is closed, every attribute quoted, every text escaped.
struct HTMLWriter {
  private(set) var text = ""
  /// The identifiers that are in the page.
  private var used: Set<String> = []

  /// Attributes, in their order; one that is `nil` is left out.
  typealias Attributes = KeyValuePairs<String, String?>

  /// Writes an element and what the closure writes inside it.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    text += ">"
    content(&self)
    text += "</\(name)>"
  }

  /// Writes an element that holds text alone.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text content: String) {
    element(name, attributes) { $0.write(content) }
  }

  /// Writes an element that HTML does not close, such as `meta`.
  mutating func void(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    text += ">"
  }

  /// Writes an element of SVG without content.
  mutating func shape(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    text += "/>"
  }

  /// Writes text, escaped.
  mutating func write(_ content: String) { text += HTMLWriter.escaped(content) }

  /// Writes a literal of this module, as it is.
  mutating func literal(_ content: StaticString) { text += "\(content)" }

  /// Writes what another writer has written.
  mutating func append(_ other: HTMLWriter) { text += other.text }

  /// Starts a new line of the source.
  mutating func newLine() { text += "\n" }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    text += "<\(name)"
    for (key, value) in attributes {
      if let value { text += " \(key)=\"\(HTMLWriter.escaped(value))\"" }
    }
  }

  /// An identifier for this page, made of the text's letters and digits.
  mutating func identifier(for title: String) -> String {
    var words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .joined(separator: "-")
    if words.isEmpty { words = "part" }
    var name = words
    var number = 2
    while !used.insert(name).inserted {
      name = "\(words)-\(number)"
      number += 1
    }
    return name
  }

  /// The text with what HTML gives a meaning replaced, and what it forbids as well.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default:
        let isForbidden =
          scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint
        escaped.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }
}
