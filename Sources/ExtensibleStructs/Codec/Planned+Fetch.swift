extension Planned {
  /// The tail check and the copy of the head; nil for success.
  @inlinable
  @inline(__always)
  func fetch<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ special: Codec.Special, ksize size: Int, _ usize: Int, from memory: inout Memory,
    into kernel: inout MutableRawSpan
  ) -> CopyStructError? {
    // Most callers, and with a fixed plan the oldest ones: where the lengths are constants, so is the copy.
    if _fastPath(usize == size) {
      return memory.copyFromUserOrFault(at: 0, count: size, into: &kernel).map { .fault($0) }
    }
    if Self.isFixed, usize == plan.version0, plan.version0 < size {
      kernel.zero(size &- plan.version0, at: plan.version0)
      return memory.copyFromUserOrFault(at: 0, count: plan.version0, into: &kernel).map { .fault($0) }
    }
    if let error = memory.copyStructFromUserOrError(
      into: &kernel, ksize: size, usize: usize, checkingTail: plan.checksTail)
    {
      return error
    }
    return special.contains(.fetchedTail) ? memory.touch(from: size, to: usize).map { .fault($0) } : nil
  }

  /// The flags of a struct that holds a word at least: one word of it is looked at.
  ///
  /// The caller has checked that all of the known bytes are there, which the plan's words lie inside of.
  @inlinable
  @inline(__always)
  func loadFlags(of kernel: RawSpan) -> UInt64 {
    if Self.isFixed { return load(plan.flags, of: kernel) }
    return unsafe word(at: plan.flagsWord, of: kernel) &>> plan.flagsShift & plan.flagsMask
  }

  /// The word at one of the plan's offsets.
  @unsafe
  @inlinable
  @inline(__always)
  func word(at offset: Int, of bytes: RawSpan) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The rules on flags: unknown ones, conflicts, and those that demand a size.
  @inlinable
  @inline(__always)
  func check(_ flags: UInt64, usize: Int, ksize size: Int) throws(Rejection) {
    // A user whose struct is as long as the kernel's has all that any flag demands.
    if flags & plan.watched != 0 || usize < size && flags & plan.demanding != 0 {
      try codec.checkSuspect(flags, usize: usize)
    }
  }
}
