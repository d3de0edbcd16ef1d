extension Codec {
  /// Writes a struct for a kernel: the value's bytes, zeroed pad, and the size where the struct holds it.
  ///
  /// - Parameters:
  ///   - value: the struct's bytes in the newest layout, or a prefix of it that this version knows.
  ///   - target: the memory of the user's struct.
  /// - Returns: how many bytes were written: the size to call the kernel with.
  /// - Throws: ``EncodingError`` if something is set that this version cannot say; the target is not touched.
  @inlinable
  @inline(__always)
  @discardableResult
  public func encode(_ value: RawSpan, into target: inout MutableRawSpan) throws(EncodingError) -> Int {
    try encode(bytes: value, into: &target)
  }

  /// Throws the error of a value that cannot be encoded. It is looked for again here, so that the hot path needs no room
  /// for its numbers.
  @inlinable
  @inline(never)
  func refuse(_ value: RawSpan, room: Int) throws(EncodingError) -> Never {
    let refused = load(flags, of: value) & plan.refusedFlags
    switch obstacle(to: value, isWhole: false, room: room, refused: refused) {
    case .shortTarget: throw .targetTooShort(missing: size &- room)
    case .shortValue: throw .valueTooShort(missing: known &- value.byteCount)
    case .beyondVersion:
      throw .beyondVersion(byte: value.firstNonZero(at: known, count: value.byteCount &- known) ?? known)
    case .unknownFlags, nil: throw .flagBeyondVersion(refused)
    }
  }
}
