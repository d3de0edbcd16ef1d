/// Reads JSON as RFC 8259 defines it, from bytes that may be anything.
///
/// Foundation's decoder is not used: it takes `1.0` for an integer and the second of two equal keys, it does not
/// say where it stopped, and it doubles the size of the executable.
struct JSONReader {
  private static let deepest = 128

  let bytes: [UInt8]
  var at = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads one value and the end of the text.
  mutating func document() throws(JSONError) -> JSONValue {
    skipSpace()
    let value = try value()
    skipSpace()
    if at < bytes.count { throw error("expected the end of the text, found \(found)") }
    return value
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// The next byte in words.
  private var found: String {
    guard let next else { return "the end of the text" }
    return (0x21...0x7E).contains(next)
      ? "'\(Character(UnicodeScalar(next)))'" : "byte 0x\(String(next, radix: 16, uppercase: true))"
  }

  private func error(_ message: String) -> JSONError { JSONError(message, column: at + 1) }

  mutating func skipSpace() {
    while let next, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { at += 1 }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next, UnicodeScalar(next) == character else { return false }
    at += 1
    return true
  }

  mutating func value() throws(JSONError) -> JSONValue {
    guard let next else { throw error("expected a value, found \(found)") }
    switch UnicodeScalar(next) {
    case "{": return try nested { reader throws(JSONError) in .object(try reader.object()) }
    case "[": return try nested { reader throws(JSONError) in .array(try reader.array()) }
    case "\"": return .string(try string())
    case "-", "0"..."9": return try number()
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "n": return try word("null", .null)
    default: throw error("expected a value, found \(found)")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let text = Array("\(word)".utf8)
    guard bytes[at...].starts(with: text) else { throw error("expected \(word)") }
    at += text.count
    return value
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    if depth == Self.deepest { throw error("nested deeper than \(Self.deepest)") }
    depth += 1
    at += 1
    skipSpace()
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func array() throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    if take("]") { return elements }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return elements }
      if !take(",") { throw error("expected ',' or ']' in the array, found \(found)") }
      skipSpace()
    }
  }

  private mutating func object() throws(JSONError) -> JSONObject {
    var object = JSONObject()
    if take("}") { return object }
    while true {
      if next != 0x22 { throw error("expected a key in double quotes, found \(found)") }
      let start = at
      let key = try string()
      skipSpace()
      if !take(":") { throw error("expected ':' after the key '\(key)', found \(found)") }
      skipSpace()
      if object.members.updateValue(try value(), forKey: key) != nil {
        throw JSONError("duplicate key '\(key)'", column: start + 1)
      }
      skipSpace()
      if take("}") { return object }
      if !take(",") { throw error("expected ',' or '}' in the object, found \(found)") }
      skipSpace()
    }
  }

  private mutating func digits() throws(JSONError) -> Int {
    let start = at
    while let next, (0x30...0x39).contains(next) { at += 1 }
    if at == start { throw error("expected a digit, found \(found)") }
    return at - start
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    let isNegative = take("-")
    let first = at
    if try digits() > 1 && bytes[first] == 0x30 {
      throw JSONError("a number does not start with 0 before other digits", column: start + 1)
    }
    var isInteger = true
    if take(".") {
      isInteger = false
      _ = try digits()
    }
    if take("e") || take("E") {
      isInteger = false
      if !take("+") { _ = take("-") }
      _ = try digits()
    }
    if isInteger {
      // No integer of 64 bits has more than 20 digits, and Int128 holds all that have no more.
      let magnitude = at - first <= 20 ? bytes[first..<at].reduce(0) { $0 * 10 + Int128($1 - 0x30) } : .max
      let integer = isNegative ? -magnitude : magnitude
      guard (Int128(Int64.min)...Int128(UInt64.max)).contains(integer) else {
        throw JSONError("the integer does not fit 64 bits", column: start + 1)
      }
      return .integer(integer)
    }
    guard let double = Double(String(decoding: bytes[start..<at], as: UTF8.self)), double.isFinite else {
      throw JSONError("the number is too large", column: start + 1)
    }
    return .double(double)
  }
}
