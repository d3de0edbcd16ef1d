extension Planned {
  /// The tail check and the copy of the head; nil for success.
  @inlinable
  @inline(__always)
  func fetch<Memory: UserMemory & ~Copyable & ~Escapable>(
    ksize size: Int, _ usize: Int, from memory: inout Memory,
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
    return memory.copyStructFromUserOrError(
      into: &kernel, ksize: size, usize: usize, checkingTail: plan.checksTail)
  }
}
