extension Planned {
  /// The member's value in the struct; 0 if there is no such member.
  @inlinable
  @inline(__always)
  func load(_ member: IntegerMember, of bytes: RawSpan) -> UInt64 {
    bytes.integer(at: member.offset, width: member.width) ?? 0
  }

  /// The flags of a struct that holds a word at least: one word of it is looked at.
  ///
  /// The caller has checked that all of the known bytes are there, which the plan's words lie inside of.
  @unsafe
  @inlinable
  @inline(__always)
  func loadFlags(of kernel: RawSpan) -> UInt64 {
    if Self.isFixed { return load(plan.flags, of: kernel) }
    // Inside the span: the caller has checked.
    return unsafe word(at: plan.flagsWord, of: kernel) &>> plan.flagsShift & plan.flagsMask
  }

  /// The word at one of the plan's offsets; the caller has checked that it lies inside the span.
  @unsafe
  @inlinable
  @inline(__always)
  func word(at offset: Int, of bytes: RawSpan) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }
}
