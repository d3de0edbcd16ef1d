extension JSONReader {
  /// Reads a string; the next byte is its opening quote.
  mutating func string() throws(JSONError) -> String {
    let start = at
    at += 1
    var content: [UInt8] = []
    var plain = at  // Where the bytes start that need no unescaping and are not in `content` yet.
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        let last = bytes[plain..<at]
        at += 1
        let string =
          content.isEmpty
          ? String(validating: last, as: UTF8.self) : String(validating: content + last, as: UTF8.self)
        guard let string else { throw JSONError("the string is not UTF-8", column: start + 1) }
        return string
      case UInt8(ascii: "\\"):
        content.append(contentsOf: bytes[plain..<at])
        content.append(contentsOf: try escape())
        plain = at
      case 0..<0x20:
        throw JSONError("a control character in a string must be escaped", column: at + 1)
      default:
        at += 1
      }
    }
    throw JSONError("the string has no closing quote", column: start + 1)
  }

  /// Reads an escape; the next byte is its backslash.
  private mutating func escape() throws(JSONError) -> [UInt8] {
    let start = at
    if at + 1 < bytes.count, let byte = Self.meaning(of: UnicodeScalar(bytes[at + 1])) {
      at += 2
      return [byte]
    }
    guard var code = unit() else {
      throw JSONError("no such escape in a string; a backslash is written '\\\\'", column: start + 1)
    }
    if (0xD800...0xDBFF).contains(code), let low = unit(), (0xDC00...0xDFFF).contains(low) {
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = UnicodeScalar(code) else {
      throw JSONError("half of a surrogate pair in a string", column: start + 1)
    }
    return Array(String(Character(scalar)).utf8)
  }

  /// The byte that an escape of one letter is.
  private static func meaning(of letter: Unicode.Scalar) -> UInt8? {
    switch letter {
    case "\"", "\\", "/": UInt8(letter.value)
    case "b": 0x08
    case "t": 0x09
    case "n": 0x0A
    case "f": 0x0C
    case "r": 0x0D
    default: nil
    }
  }

  /// Reads `\uXXXX`; `nil` if the next bytes are not that.
  private mutating func unit() -> UInt32? {
    guard bytes.count - at >= 6, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var code: UInt32 = 0
    for byte in bytes[(at + 2)..<(at + 6)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      code = code << 4 | UInt32(digit)
    }
    at += 6
    return code
  }
}
