/// A C struct without padding, written member by member in little-endian order.
public struct StructBytes: Sendable {
  /// One member: its name, its width in bytes, and its value.
  public struct Member: Sendable {
    let name: String
    let width: Int
    let value: UInt64

    /// A `__u8`.
    public static func u8(_ name: String, _ value: UInt64 = 0) -> Member {
      .init(name: name, width: 1, value: value)
    }
    /// A `__u16`.
    public static func u16(_ name: String, _ value: UInt64 = 0) -> Member {
      .init(name: name, width: 2, value: value)
    }
    /// A `__u32`.
    public static func u32(_ name: String, _ value: UInt64 = 0) -> Member {
      .init(name: name, width: 4, value: value)
    }
    /// A `__u64`.
    public static func u64(_ name: String, _ value: UInt64 = 0) -> Member {
      .init(name: name, width: 8, value: value)
    }
  }

  /// The bytes.
  public private(set) var bytes: [UInt8] = []
  private var offsets: [String: Int] = [:]

  /// Writes the members in their order.
  public init(_ members: Member...) {
    for member in members {
      offsets[member.name] = bytes.count
      var rest = member.value
      for _ in 0..<member.width {
        bytes.append(UInt8(rest % 256))
        rest /= 256
      }
    }
  }

  /// Where the member with this name begins, or nil.
  public func offset(of name: String) -> Int? { offsets[name] }
}

/// The bytes as pairs of hex digits, eight bytes a group.
public func hex(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef")
  var text = ""
  for (index, byte) in bytes.enumerated() {
    if index > 0, index % 8 == 0 { text.append(" ") }
    text.append(digits[Int(byte / 16)])
    text.append(digits[Int(byte % 16)])
  }
  return text
}

/// The bytes that pairs of hex digits mean, blanks between them left out; nil for anything else.
public func bytes(hex text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  var high: UInt8?
  for character in text where character != " " {
    guard character.isASCII, let digit = character.hexDigitValue else { return nil }
    if let first = high {
      bytes.append(first * 16 + UInt8(digit))
      high = nil
    } else {
      high = UInt8(digit)
    }
  }
  return high == nil ? bytes : nil
}
