/// Little-endian loads from bytes of unknown origin: each states what it needs and compares it with what is there.
struct ByteReader: Sendable {
  let bytes: [UInt8]

  /// Throws unless `count` bytes stand at `offset`.
  @inline(__always)
  func require(_ count: Int, at offset: Int, for purpose: StaticString) throws(BTFError) {
    guard offset >= 0, offset <= bytes.count, count >= 0, count <= bytes.count - offset else {
      throw BTFError(.truncated, at: offset, expected: "\(count) bytes of \(purpose), to byte \(bytes.count)")
    }
  }

  @inline(__always)
  func load16(at offset: Int, _ purpose: StaticString) throws(BTFError) -> UInt16 {
    try require(2, at: offset, for: purpose)
    return UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
  }

  @inline(__always)
  func load32(at offset: Int, _ purpose: StaticString) throws(BTFError) -> UInt32 {
    try require(4, at: offset, for: purpose)
    return UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
      | UInt32(bytes[offset + 3]) << 24
  }

  func load64(at offset: Int, _ purpose: StaticString) throws(BTFError) -> UInt64 {
    try require(8, at: offset, for: purpose)
    let low = try load32(at: offset, purpose)
    let high = try load32(at: offset + 4, purpose)
    return UInt64(low) | UInt64(high) << 32
  }
}
