extension Planned {
  /// Writes a struct for a kernel, whatever the lengths of the value and of its target.
  @inlinable
  @inline(__always)
  func encodeAny(_ value: RawSpan, into target: inout MutableRawSpan) throws(EncodingError) -> Int {
    let (size, known) = (plan.size, plan.known)
    // Whatever is refused is looked at again where the error is made.
    guard
      _fastPath(
        size <= target.byteCount && known <= value.byteCount
          && load(plan.flags, of: value) & plan.refusedFlags == 0
          && (known == value.byteCount || value.isZero(at: known, count: value.byteCount &- known)))
    else { try codec.refuse(value, room: target.byteCount) }
    target.copy(known, of: value, from: 0, to: 0)
    target.zero(size &- known, at: known)
    guard plan.source == .member else { return size }
    target.store(UInt64(truncatingIfNeeded: size), at: plan.sizeMember.offset, width: plan.sizeMember.width)
    return size
  }
}
