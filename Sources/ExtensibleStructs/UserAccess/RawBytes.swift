// The raw loads, stores, copies and scans that everything else is made of. All of them check their bounds
// first, by ``fits(_:at:in:)``, and touch memory in one expression below that check.

/// Whether `[at, at + count)` lies in `[0, have)`, for any two numbers, and a `have` that is not negative.
///
/// It says what `0 <= at && 0 <= count && count <= have - at` says, with one compare left where `at` and `count` are
/// constants. The sum is one of unsigned numbers, which may wrap:
///
///     at    count
///     >= 0  >= 0   no wrap: two numbers below 2^63
///     < 0   any    at is 2^63 or more: either the sum is, too, and so beyond `have`, or it wrapped to below `at`
///     >= 0  < 0    the sum wrapped to below `at`, or is 2^63 or more
@inlinable
@inline(__always)
func fits(_ count: Int, at: Int, in have: Int) -> Bool {
  let start = UInt(bitPattern: at)
  let end = start &+ UInt(bitPattern: count)
  return start <= end && end <= UInt(bitPattern: have)
}

extension RawSpan {
  /// Whether `[at, at + count)` lies inside the span. No bytes lie inside at its end, too, and not behind it.
  @inlinable
  @inline(__always)
  public func holds(_ count: Int, at: Int) -> Bool { fits(count, at: at, in: byteCount) }

  /// The little-endian integer of `width` bytes (1, 2, 4 or 8) at `at`, or nil if it does not lie inside.
  @inlinable
  @inline(__always)
  public func integer(at: Int, width: Int) -> UInt64? {
    guard holds(width, at: at) else { return nil }
    // Two compares, not a jump table, for most of all calls. Each load is inside the span: the guard
    // above has compared its width with what is left.
    if width == 4 {
      return unsafe UInt64(
        UInt32(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self)))
    }
    if width == 8 {
      return unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
    }
    return narrowInteger(at: at, width: width)
  }

  /// The same for 1 and 2 bytes; the caller has checked that they lie inside.
  @inlinable
  @inline(never)
  func narrowInteger(at: Int, width: Int) -> UInt64? {
    switch width {
    case 1: return unsafe UInt64(unsafeLoad(fromUncheckedByteOffset: at, as: UInt8.self))
    case 2:
      return unsafe UInt64(
        UInt16(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt16.self)))
    default: return nil
    }
  }
}

extension MutableRawSpan {
  /// Whether `[at, at + count)` lies inside the span. No bytes lie inside at its end, too, and not behind it.
  @inlinable
  @inline(__always)
  public func holds(_ count: Int, at: Int) -> Bool { fits(count, at: at, in: byteCount) }

  /// Copies `count` bytes of `source`, from `from` on, to `at`; false, and nothing is done, if they do not
  /// lie inside both.
  @inlinable
  @inline(__always)
  @discardableResult
  public mutating func copy(_ count: Int, of source: RawSpan, from: Int, to at: Int) -> Bool {
    guard holds(count, at: at), source.holds(count, at: from) else { return false }
    guard count > 0 else { return true }
    unsafe withUnsafeMutableBytes { target in
      unsafe source.withUnsafeBytes { bytes in
        // Both ranges were checked; a span that is not empty has a base address; an exclusive mutable span
        // overlaps no other.
        unsafe (target.baseAddress.unsafelyUnwrapped + at).copyMemory(
          from: bytes.baseAddress.unsafelyUnwrapped + from, byteCount: count)
      }
    }
    return true
  }

  /// Zeroes `[at, at + count)`; false, and nothing is done, if it does not lie inside.
  @inlinable
  @inline(__always)
  @discardableResult
  public mutating func zero(_ count: Int, at: Int) -> Bool {
    guard holds(count, at: at) else { return false }
    guard count > 0 else { return true }
    unsafe withUnsafeMutableBytes { target in
      // The range was checked, and a span that is not empty has a base address.
      _ = unsafe (target.baseAddress.unsafelyUnwrapped + at).initializeMemory(
        as: UInt8.self, repeating: 0, count: count)
    }
    return true
  }

  /// Zeroes `[from, to)`, which is not empty and lies inside the span: the caller has made sure of both.
  @unsafe
  @inlinable
  @inline(__always)
  mutating func zeroUnchecked(from: Int, to end: Int) {
    unsafe withUnsafeMutableBytes { target in
      // A span that is not empty has a base address.
      _ = unsafe (target.baseAddress.unsafelyUnwrapped + from).initializeMemory(
        as: UInt8.self, repeating: 0, count: _assumeNonNegative(end &- from))
    }
  }

  /// Stores the low `width` bytes (1, 2, 4 or 8) of `value`, little-endian, at `at`; false, and nothing is
  /// done, if they do not lie inside.
  @inlinable
  @inline(__always)
  @discardableResult
  public mutating func store(_ value: UInt64, at: Int, width: Int) -> Bool {
    guard holds(width, at: at) else { return false }
    // Each store is inside the span, as the guard above has found.
    if width == 4 {
      unsafe storeBytes(
        of: UInt32(truncatingIfNeeded: value).littleEndian, toUncheckedByteOffset: at, as: UInt32.self)
    } else if width == 8 {
      unsafe storeBytes(of: value.littleEndian, toUncheckedByteOffset: at, as: UInt64.self)
    } else {
      return storeNarrow(value, at: at, width: width)
    }
    return true
  }

  /// The same for 1 and 2 bytes; the caller has checked that they lie inside.
  @inlinable
  @inline(never)
  mutating func storeNarrow(_ value: UInt64, at: Int, width: Int) -> Bool {
    switch width {
    case 1: unsafe storeBytes(of: UInt8(truncatingIfNeeded: value), toUncheckedByteOffset: at, as: UInt8.self)
    case 2:
      unsafe storeBytes(
        of: UInt16(truncatingIfNeeded: value).littleEndian, toUncheckedByteOffset: at, as: UInt16.self)
    default: return false
    }
    return true
  }
}
