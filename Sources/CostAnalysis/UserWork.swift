import ExtensibleStructs

/// What a user does before a call: it lays the struct out, every extension set.
@safe
final class UserWork {
  private let codec: Codec
  // The value, and behind it room for the struct. There before a call is timed or counted, so that none
  // asks for memory, and from the front of a page on, so that no scheme is slower for where its bytes lie.
  private let memory: UnsafeMutableRawBufferPointer
  private let target: Int

  /// Prepares the work, and does it once.
  ///
  /// - Throws: ``Codec/EncodingError`` if this user cannot set every extension.
  init(_ codec: Codec) throws(Codec.EncodingError) {
    self.codec = codec
    target = (codec.size + 63) & ~63
    // Sound: every byte is set here, and the memory is there until deinit.
    unsafe memory = .allocate(byteCount: target + codec.size, alignment: 4096)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
    unsafe memory.copyBytes(from: codec.meaningEverything)
    try encode(1)
  }

  deinit { unsafe memory.deallocate() }

  /// Lays the struct out so many times.
  func run(_ count: Int) {
    // What cannot be said was thrown when the work was prepared.
    try? encode(count)
  }

  private func encode(_ count: Int) throws(Codec.EncodingError) {
    // Sound: the two lie one behind the other in the memory, which lives as long as this object.
    let value = unsafe RawSpan(_unsafeBytes: memory[0..<codec.size])
    var bytes = unsafe MutableRawSpan(_unsafeBytes: memory[target...])
    for _ in 0..<count { try Self.encode(value, codec, into: &bytes) }
    withExtendedLifetime(self) {}
  }

  /// Once, as a function of a user's program does it.
  @inline(never)
  private static func encode(
    _ value: RawSpan, _ codec: Codec, into target: inout MutableRawSpan
  ) throws(Codec.EncodingError) {
    try codec.encode(value, into: &target)
  }
}

extension Codec {
  /// The struct of a user that sets every extension: each one's flag is set, and so is the size.
  var meaningEverything: [UInt8] {
    var value = [UInt8](repeating: 0, count: size)
    func set(_ member: IntegerMember, _ number: UInt64) {
      for index in 0..<member.width {
        value[member.offset + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * index))
      }
    }
    if knownFlags != 0 { set(flags, gateMask) }
    if scheme.size.source == .member { set(sizeMember, UInt64(size)) }
    return value
  }
}
