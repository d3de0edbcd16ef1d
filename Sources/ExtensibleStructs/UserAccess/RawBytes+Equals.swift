extension RawSpan {
  /// Whether `count` bytes of `other` from `from` on equal those here from `at` on; false beyond either's end.
  @inlinable
  @inline(__always)
  package func equals(_ other: RawSpan, from: Int, at: Int, count: Int) -> Bool {
    guard holds(count, at: at), other.holds(count, at: from) else { return false }
    var index = 0
    while 8 <= count - index {
      // Inside both: the guard has checked `count` bytes, of which 8 are left.
      let left = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: at + index, as: UInt64.self)
      let right = unsafe other.unsafeLoadUnaligned(fromUncheckedByteOffset: from + index, as: UInt64.self)
      guard left == right else { return false }
      index += 8
    }
    while index < count {
      // Inside both: `index` is below `count`, which the guard has checked.
      let left = unsafe unsafeLoad(fromUncheckedByteOffset: at + index, as: UInt8.self)
      let right = unsafe other.unsafeLoad(fromUncheckedByteOffset: from + index, as: UInt8.self)
      guard left == right else { return false }
      index += 1
    }
    return true
  }
}
