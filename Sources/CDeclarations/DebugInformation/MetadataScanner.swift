/// Reads the parts of a line of LLVM's text.
struct MetadataScanner {
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// Passes over a text if it comes next.
  @discardableResult
  mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard count <= bytes.endIndex - at else { return false }
    let found = text.withUTF8Buffer { unsafe bytes[at..<at + count].elementsEqual($0) }
    if found { at += count }
    return found
  }

  /// The letters, digits and underscores that come next.
  mutating func word() -> String {
    let start = at
    while at < bytes.endIndex, Self.isWord(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// The next `!12` or `null` of a list; nil at its end.
  mutating func reference() -> Int?? {
    while at < bytes.endIndex, bytes[at] == 0x20 || bytes[at] == 0x2c { at += 1 }
    guard at < bytes.endIndex, bytes[at] != 0x7d else { return nil }
    let start = at
    while at < bytes.endIndex, bytes[at] != 0x2c, bytes[at] != 0x7d { at += 1 }
    return .some(Self.reference(bytes[start..<at]))
  }

  /// The next `key: value`; nil at the closing parenthesis. A comma in quotes or in parentheses ends no value.
  mutating func field() -> (key: String, value: ArraySlice<UInt8>)? {
    while at < bytes.endIndex, bytes[at] == 0x20 || bytes[at] == 0x2c { at += 1 }
    let key = word()
    guard !key.isEmpty, skip(": ") else { return nil }
    let start = at
    var depth = 0
    var isQuoted = false
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == 0x28 {
          depth += 1
        } else if byte == 0x29 {
          if depth == 0 { break }
          depth -= 1
        } else if byte == 0x2c, depth == 0 {
          break
        }
      }
      at += 1
    }
    return (key, bytes[start..<at])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x5f, 0x61...0x7a: true
    default: false
    }
  }

  /// The number of `!12`; nil for `null`.
  static func reference(_ value: ArraySlice<UInt8>) -> Int? {
    value.first == 0x21 ? number(value.dropFirst()) : nil
  }

  /// A decimal number; 0 if it is none.
  static func number(_ value: ArraySlice<UInt8>) -> Int { Int(truncatingIfNeeded: bits(value)) }

  /// A decimal number, negative ones in two's complement; 0 if it is none.
  static func bits(_ value: ArraySlice<UInt8>) -> UInt64 {
    var result: UInt64 = 0
    let isNegative = value.first == 0x2d
    for byte in isNegative ? value.dropFirst() : value {
      guard byte >= 0x30, byte <= 0x39 else { return 0 }
      result = result &* 10 &+ UInt64(byte - 0x30)
    }
    return isNegative ? 0 &- result : result
  }

  /// A word, or what is in quotes: LLVM writes a byte that it cannot print as a backslash and two hexadecimal digits.
  static func text(_ value: ArraySlice<UInt8>) -> String {
    guard value.first == 0x22, value.count >= 2 else { return String(decoding: value, as: UTF8.self) }
    let inner = value.dropFirst().dropLast()
    guard inner.contains(0x5c) else { return String(decoding: inner, as: UTF8.self) }
    var result: [UInt8] = []
    var at = inner.startIndex
    while at < inner.endIndex {
      if inner[at] == 0x5c, 2 < inner.endIndex - at,
        let byte = UInt8(String(decoding: inner[at + 1..<at + 3], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        at += 3
      } else {
        result.append(inner[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
