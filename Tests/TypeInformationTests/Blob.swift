/// BTF written by hand, well-formed or not.
struct Blob {
  var types: [UInt8] = []
  var strings: [UInt8] = [0]
  var count: UInt32 = 0

  struct Member {
    var name: String
    var type: UInt32
    var offset: UInt32
  }

  static func words(_ words: [UInt32]) -> [UInt8] {
    words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }

  /// The offset of a name that is now in the strings.
  mutating func name(_ text: String) -> UInt32 {
    if text.isEmpty { return 0 }
    let at = UInt32(strings.count)
    strings += Array(text.utf8) + [0]
    return at
  }

  /// Appends a type and returns its id.
  @discardableResult
  mutating func add(
    kind: UInt32, name text: String = "", count vlen: Int = 0, flag: Bool = false, _ sizeOrType: UInt32,
    _ trailer: [UInt32] = []
  ) -> UInt32 {
    let info = kind << 24 | UInt32(vlen) | (flag ? 1 << 31 : 0)
    types += Self.words([name(text), info, sizeOrType] + trailer)
    count += 1
    return count
  }

  @discardableResult
  mutating func integer(_ size: UInt32 = 4, bits: UInt32? = nil) -> UInt32 {
    add(kind: 1, name: "int", size, [bits ?? size * 8])
  }

  @discardableResult
  mutating func structure(
    _ text: String, size: UInt32, flag: Bool = false, isUnion: Bool = false, _ members: [Member]
  ) -> UInt32 {
    var trailer: [UInt32] = []
    for member in members { trailer += [name(member.name), member.type, member.offset] }
    return add(kind: isUnion ? 5 : 4, name: text, count: members.count, flag: flag, size, trailer)
  }

  @discardableResult
  mutating func array(of type: UInt32, _ elements: UInt32) -> UInt32 {
    add(kind: 3, 0, [type, 1, elements])
  }

  @discardableResult
  mutating func typedef(_ text: String, _ type: UInt32) -> UInt32 { add(kind: 8, name: text, type) }

  @discardableResult
  mutating func tag(_ text: String, on type: UInt32, _ component: UInt32) -> UInt32 {
    add(kind: 17, name: text, type, [component])
  }

  /// The header's length, with these bytes appended to it, and both sections.
  func bytes(headerTail: [UInt8] = []) -> [UInt8] {
    let length = UInt32(24 + headerTail.count)
    let header =
      [0x9f, 0xeb, 1, 0]
      + Self.words([length, 0, UInt32(types.count), UInt32(types.count), UInt32(strings.count)])
    return header + headerTail + types + strings
  }
}
