/// An integer member that a kernel looks at by itself, such as the size or the flags: where it is, and how wide.
public struct IntegerMember: Hashable, Sendable, BitwiseCopyable {
  /// Its offset in bytes.
  public let offset: Int
  /// Its width in bytes, 0 if there is no such member.
  public let width: Int

  @inlinable
  @inline(__always)
  package init(offset: Int, width: Int) {
    self.offset = offset
    self.width = width
  }

  package init(_ field: Field?) { self.init(offset: field?.offset ?? 0, width: field?.size ?? 0) }

  /// The end of the member, in bytes from the start of the struct.
  @inlinable public var end: Int { offset &+ width }

  /// The member's value in a struct's bytes; 0 if it does not lie inside.
  public func value(in bytes: [UInt8]) -> UInt64 {
    unsafe bytes.span.bytes.integer(at: offset, width: width) ?? 0  // Bytes, as they are.
  }

  /// Stores a value into a struct's bytes, as far as they reach.
  package func set(_ value: UInt64, in bytes: inout [UInt8]) {
    var span = bytes.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    if target.store(value, at: offset, width: width) { return }
    for index in 0..<width where offset + index < bytes.count {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
    }
  }
}
