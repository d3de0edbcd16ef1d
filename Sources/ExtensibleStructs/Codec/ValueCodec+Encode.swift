extension ValueCodec {
  /// Writes `value` as a user of this codec's version does; ``Codec/encode(_:into:)``.
  @inlinable
  @inline(__always)
  @discardableResult
  public func encode(_ value: S, into target: inout MutableRawSpan) throws(Codec.EncodingError) -> Int {
    var value = value
    return try unsafe _withUnprotectedUnsafeMutableBytes(of: &value) { bytes throws(Codec.EncodingError) in
      // The bytes of a BitwiseCopyable struct whose declaration was checked to have no padding, for as long
      // as the closure runs; every access of them is checked, so that the stack needs no guard.
      try encode(
        bytes: unsafe RawSpan(
          _unsafeStart: bytes.baseAddress.unsafelyUnwrapped, byteCount: MemoryLayout<S>.size),
        into: &target)
    }
  }

  /// Writes the struct whose bytes lie in memory as `value`, without a copy on the way; ``Codec/encode(_:into:)``.
  @inlinable
  @inline(__always)
  @discardableResult
  public func encode(_ value: RawSpan, into target: inout MutableRawSpan) throws(Codec.EncodingError) -> Int {
    try encode(bytes: value, into: &target)
  }

  /// Writes `value` into a new array; it allocates, and is for where that does not matter.
  public func encode(_ value: S) throws(Codec.EncodingError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: codec.size)
    var span = bytes.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    try encode(value, into: &target)
    return bytes
  }
}
