/// A value that a user cannot say to the kernel in the version it was compiled with.
public enum EncodingError: Error, Hashable, Sendable {
  /// The target is shorter than the struct, by this many bytes.
  case targetTooShort(missing: Int)
  /// The value is shorter than what the version knows, by this many bytes.
  case valueTooShort(missing: Int)
  /// The byte at this offset is set, but lies beyond the version: the kernel would never see it.
  case beyondVersion(byte: Int)
  /// These flag bits mean bytes that lie beyond the version.
  case flagBeyondVersion(UInt64)
}

extension Codec {
  /// Writes a struct for a kernel: the value's bytes, zeroed pad, and the size where the struct holds it.
  ///
  /// - Parameters:
  ///   - value: the struct's bytes in the newest layout, or a prefix of it that this version knows.
  ///   - target: where the user's struct is to stand.
  /// - Returns: how many bytes were written: the size to call the kernel with.
  /// - Throws: ``EncodingError`` if something is set that this version cannot say; the target is not touched.
  @inlinable
  @inline(__always)
  @discardableResult
  public func encode(_ value: RawSpan, into target: inout MutableRawSpan) throws(EncodingError) -> Int {
    // Most callers: where the value is a Swift struct, its length is a constant here.
    guard value.byteCount == plan.wordedSize, value.byteCount <= target.byteCount else {
      return try encodeOther(value, into: &target)
    }
    // There are known bytes of a word at least. The plan's words lie inside them, and so inside both spans.
    guard unsafe word(at: plan.flagsWord, of: value) & plan.refusedInWord == 0,
      known == value.byteCount || value.isZero(at: known, count: value.byteCount &- known)
    else { try refuse(value, room: target.byteCount) }
    // What lies beyond the version is zero, as the pad has to be.
    target.copy(value.byteCount, of: value, from: 0, to: 0)
    if plan.sizeInWord != 0 {
      let word = unsafe word(at: plan.sizeWord, of: value) & plan.sizeKept | plan.sizeInWord
      unsafe target.storeBytes(
        of: word.littleEndian, toUncheckedByteOffset: plan.sizeWord, as: UInt64.self)
    }
    return value.byteCount
  }

  /// The same for a value that is not as long as the struct on the wire, or too long for its target.
  @inlinable
  @inline(never)
  func encodeOther(_ value: RawSpan, into target: inout MutableRawSpan) throws(EncodingError) -> Int {
    try encodeAny(value, into: &target)
  }

  /// Says why a value cannot be encoded: it is too long for its target, too short, or says what the version cannot.
  @inlinable
  @inline(never)
  func refuse(_ value: RawSpan, room: Int) throws(EncodingError) -> Never {
    guard size <= room else { throw .targetTooShort(missing: size &- room) }
    guard known <= value.byteCount else { throw .valueTooShort(missing: known &- value.byteCount) }
    if let byte = value.firstNonZero(at: known, count: value.byteCount &- known) {
      throw .beyondVersion(byte: byte)
    }
    throw .flagBeyondVersion(load(flags, of: value) & plan.refusedFlags)
  }
}
