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
    guard size <= target.byteCount else { throw .targetTooShort(missing: size - target.byteCount) }
    guard known <= value.byteCount else { throw .valueTooShort(missing: known - value.byteCount) }
    if known < value.byteCount, let byte = value.firstNonZero(at: known, count: value.byteCount - known) {
      throw .beyondVersion(byte: byte)
    }
    let unknown =
      (plan.special.contains(.short) ? load(flags, of: value) : loadFlags(of: value)) & plan.refusedFlags
    guard unknown == 0 else { throw .flagBeyondVersion(unknown) }
    if value.byteCount == size {
      // Most callers: where the value is a Swift struct, the length is a constant here. What lies beyond the
      // version is zero, as the pad has to be.
      target.copy(value.byteCount, of: value, from: 0, to: 0)
    } else {
      target.copy(known, of: value, from: 0, to: 0)
      target.zero(size - known, at: known)
    }
    if plan.source == .member { target.store(UInt64(size), at: sizeMember.offset, width: sizeMember.width) }
    return size
  }
}
