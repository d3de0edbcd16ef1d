/// Writes JSON in the order of the calls, so that the same data gives the same bytes.
///
///     var json = JSONWriter(pretty: true)
///     json.object {
///       $0.field("name", "sched_attr")
///       $0.field("sizes") { $0.array { for size in sizes { $0.int(size) } } }
///     }
///     console.print(json.text)
///
/// Brackets and commas cannot be wrong; a key belongs in an object and is followed by one value.
public struct JSONWriter: Sendable {
  /// What has been written so far.
  package private(set) var text = ""
  private let pretty: Bool
  private var depth = 0
  /// The depth down to which each value has a line.
  private var lineDepth = Int.max
  private var isFirst = true
  private var followsKey = false

  /// Makes a writer.
  ///
  /// - Parameter pretty: Whether each value has a line, indented by two spaces; else all is one line.
  package init(pretty: Bool = false) { self.pretty = pretty }

  /// Writes an object, whose members the closure writes.
  package mutating func object<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try nest("{", "}", body)
  }

  /// Writes an array, whose elements the closure writes.
  package mutating func array<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try nest("[", "]", body)
  }

  /// Writes what the closure writes, each value with all that is in it on one line.
  package mutating func onOneLine<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    let before = lineDepth
    lineDepth = min(lineDepth, depth)
    try body(&self)
    lineDepth = before
  }

  /// Writes a key; its value is to follow.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    text += pretty ? ": " : ":"
    followsKey = true
  }

  /// Writes a string.
  package mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes an integer, exactly, however large it is.
  package mutating func int(_ value: some BinaryInteger) { scalar(String(value)) }

  /// Writes a number with the fewest digits that give it back; `null` if it is not finite.
  package mutating func double(_ value: Double) { scalar(value.isFinite ? "\(value)" : "null") }

  /// Writes a boolean.
  package mutating func bool(_ value: Bool) { scalar(value ? "true" : "false") }

  /// Writes `null`.
  package mutating func null() { scalar("null") }

  private mutating func scalar(_ literal: String) {
    separate()
    text += literal
  }

  private mutating func nest<E: Error>(
    _ open: String, _ close: String, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    separate()
    text += open
    depth += 1
    isFirst = true
    try body(&self)
    if !isFirst, depth <= lineDepth { newLine(depth - 1) }
    depth -= 1
    text += close
    isFirst = false
  }

  /// Writes what is between this value and the one before it.
  private mutating func separate() {
    if followsKey {
      followsKey = false
    } else {
      if !isFirst { text += "," }
      if depth > lineDepth {
        if pretty, !isFirst { text += " " }
      } else if depth > 0 {
        newLine(depth)
      }
    }
    isFirst = false
  }

  private mutating func newLine(_ depth: Int) {
    if pretty { text += "\n" + String(repeating: "  ", count: depth) }
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
