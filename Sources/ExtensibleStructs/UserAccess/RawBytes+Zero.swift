extension RawSpan {
  /// The offset of the first byte of `[at, at + count)` that is not zero, or nil if all are zero.
  ///
  /// The range must lie inside the span; one that does not, or not wholly, counts as zero. O(count), 128 bytes a step;
  /// what is left over is looked at in two loads that overlap.
  @inlinable
  @inline(__always)
  public func firstNonZero(at: Int, count: Int) -> Int? {
    guard holds(count, at: at), let near = blockWithNonZero(at: at, count: count) else { return nil }
    return locateNonZero(at: near, end: at + count)
  }

  /// Whether `[at, at + count)` is all zero; a range that does not lie inside the span, or not wholly, counts as zero.
  @inlinable
  @inline(__always)
  public func isZero(at: Int, count: Int) -> Bool {
    !holds(count, at: at) || blockWithNonZero(at: at, count: count) == nil
  }

  /// Where a block begins in which the first byte that is not zero lies; nil if all are zero.
  ///
  /// The caller has checked that the range lies inside the span.
  @inlinable
  @inline(__always)
  func blockWithNonZero(at: Int, count: Int) -> Int? {
    let end = at &+ count
    if count <= 64 {
      guard 16 <= count else { return isZeroBelow16(at: at, count: count) ? nil : at }
      if 32 < count { return (block32(at: at) | block32(at: end &- 32)).isZero ? nil : at }
      return (word(at: at) | word(at: at &+ 8) | word(at: end &- 16) | word(at: end &- 8)) == 0 ? nil : at
    }
    var next = at
    while 128 <= end &- next {
      guard (block64(at: next) | block64(at: next &+ 64)).isZero else { return next }
      next &+= 128
    }
    let left = end &- next
    if 64 < left { return (block64(at: next) | block64(at: end &- 64)).isZero ? nil : next }
    // The last block may begin in front of `next`: those bytes are known to be zero.
    return left == 0 || block64(at: end &- 64).isZero ? nil : next
  }

  /// The first byte that is not zero from `at` on; there is one before `end`.
  @inlinable
  @inline(__always)
  func locateNonZero(at: Int, end: Int) -> Int {
    var next = at
    while 8 <= end &- next {
      // Inside the span: 8 bytes are left before `end`, which the caller has checked.
      let word = unsafe UInt64(
        littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: next, as: UInt64.self))
      if word != 0 { return next &+ word.trailingZeroBitCount / 8 }
      next &+= 8
    }
    // Inside the span: `next` is before `end`.
    while next < end, unsafe unsafeLoad(fromUncheckedByteOffset: next, as: UInt8.self) == 0 { next &+= 1 }
    return next
  }

  /// Whether a range of less than 16 bytes is zero; the caller has checked that it lies inside the span.
  @inlinable
  @inline(__always)
  func isZeroBelow16(at: Int, count: Int) -> Bool {
    // Inside the span: every load is as long as the count is at least, at either end of the range.
    if 8 <= count {
      let last = at &+ count &- 8
      return unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)
        | unsafeLoadUnaligned(fromUncheckedByteOffset: last, as: UInt64.self) == 0
    }
    if 4 <= count {
      let last = at &+ count &- 4
      return unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self)
        | unsafeLoadUnaligned(fromUncheckedByteOffset: last, as: UInt32.self) == 0
    }
    guard 0 < count else { return true }
    // The first, the middle one and the last are all of three.
    let any =
      unsafe unsafeLoad(fromUncheckedByteOffset: at, as: UInt8.self)
      | unsafeLoad(fromUncheckedByteOffset: at &+ count &>> 1, as: UInt8.self)
      | unsafeLoad(fromUncheckedByteOffset: at &+ count &- 1, as: UInt8.self)
    return any == 0
  }

  // Words, and blocks of 64, 32 and 16 bytes, folded to 16. The caller has checked that they lie inside the span.

  @inlinable
  @inline(__always)
  func block64(at: Int) -> SIMD2<UInt64> {
    let block = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: SIMD8<UInt64>.self)
    let half = block.lowHalf | block.highHalf
    return half.lowHalf | half.highHalf
  }

  @inlinable
  @inline(__always)
  func word(at: Int) -> UInt64 {
    unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)
  }

  @inlinable
  @inline(__always)
  func block32(at: Int) -> SIMD2<UInt64> { block16(at: at) | block16(at: at &+ 16) }

  @inlinable
  @inline(__always)
  func block16(at: Int) -> SIMD2<UInt64> {
    unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: SIMD2<UInt64>.self)
  }
}

extension SIMD2<UInt64> {
  /// Whether both words are zero.
  @inlinable
  @inline(__always)
  var isZero: Bool { self[0] | self[1] == 0 }
}
