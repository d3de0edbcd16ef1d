/// A struct that was taken in, and what the kernel knows of the user who passed it.
///
/// The size and the flags are those that were checked. The members of the same names in ``value`` are what memory held
/// when the struct was copied: another thread may have changed them after the check, and a size of 0 that means the first
/// version is 0 there. A server goes by these.
public struct ReceivedValue<S: DeclaredStruct> {
  /// The struct; members beyond what the user's version has are zero.
  public var value: S
  /// The user's size in bytes, as the kernel went by it.
  public var usize: Int
  /// The flags that the kernel acts on; 0 where the struct has none.
  public var flags: UInt64
  /// The index of the newest published version that lies inside the user's size; nil if that is below the first one.
  ///
  /// A user who is newer than the codec counts as the codec's own version.
  public var version: Int?
  /// How many bytes of the user's struct lie beyond the codec's, and were zero, or were not looked at.
  public var tail: Int
}

extension ReceivedValue: Sendable where S: Sendable {}

extension Codec {
  /// The index of the newest published version that lies inside a size, in bytes; nil if that is below the first one.
  public func version(ofSize usize: Int) -> Int? { publishedSizes.lastIndex { $0 <= usize } }
}

extension ValueCodec {
  /// Takes a struct in, together with what was learnt of the user; ``receive(from:usize:)`` returns the struct alone.
  ///
  /// - Parameter usize: the user's size, where it travels outside the struct; otherwise it is not looked at.
  /// - Throws: ``Rejection``: the first step that failed.
  public func receiveValue<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64 = 0
  ) throws(Rejection) -> ReceivedValue<S> {
    var value = S()
    let received = try receive(from: &memory, usize: usize, into: &value)
    return ReceivedValue(
      value: value, usize: received.usize, flags: received.flags,
      version: codec.version(ofSize: received.usize), tail: max(0, received.usize - codec.size))
  }

  /// The same from an array.
  ///
  /// - Parameter usize: the user's size, where it travels outside the struct; nil for the number of bytes.
  public func decodeValue(_ bytes: [UInt8], usize: UInt64? = nil) throws(Rejection) -> ReceivedValue<S> {
    var memory = SpanMemory(unsafe bytes.span.bytes)  // Bytes have no padding that could be left unset.
    return try receiveValue(from: &memory, usize: usize ?? UInt64(bytes.count))
  }

  /// What cannot be encoded, with the member and the flags by name; ``Codec/EncodingError/description(in:)``.
  public func description(of error: Codec.EncodingError) -> String {
    // The declaration was checked when the codec was made.
    guard let history = try? History(S.self), let wire = try? history.wire(for: codec.scheme) else {
      return error.description
    }
    return error.description(in: wire)
  }
}
