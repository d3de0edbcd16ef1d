/// How `copy_struct_from_user` ended without a copy.
public enum CopyStructError: Error, Hashable, Sendable {
  /// The user's tail has a byte that is not zero, at this offset: E2BIG.
  case tail(at: Int)
  /// The user's memory could not be read: EFAULT.
  case fault(Fault)

  /// The errno that the kernel's helper returns.
  public var errno: LinuxErrno {
    switch self {
    case .tail: .E2BIG
    case .fault: .EFAULT
    }
  }
}

extension UserMemory where Self: ~Copyable & ~Escapable {
  /// Fetches a struct of `usize` bytes into the kernel's of `ksize` bytes.
  ///
  ///     usize < ksize    head copied, rest of the kernel's struct zeroed
  ///     usize > ksize    tail [ksize, usize) looked at first; all of it must be zero; then the head copied
  ///
  /// The helper has no minimum and no maximum; every caller adds its own. On an error part of the kernel's
  /// struct may already be written. The corresponding C function is `copy_struct_from_user`.
  ///
  /// - Parameters:
  ///   - kernel: at least `ksize` bytes, which is a precondition.
  ///   - ksize: the size that the kernel was compiled with, in bytes.
  ///   - usize: the size that the user was compiled with, in bytes.
  ///   - checkingTail: false leaves the tail alone, as ioctls do that never look at it.
  @inlinable
  @inline(__always)
  public mutating func copyStructFromUser(
    into kernel: inout MutableRawSpan, ksize: Int, usize: Int, checkingTail: Bool = true
  ) throws(CopyStructError) {
    if let error = copyStructFromUserOrError(
      into: &kernel, ksize: ksize, usize: usize, checkingTail: checkingTail)
    {
      throw error
    }
  }

  /// ``copyStructFromUser(into:ksize:usize:checkingTail:)`` with the error as a value, as C has it: nil for success.
  ///
  /// This refuses a tail on a codec's unrolled path; the list of steps does it in `Checks.checkTail`, and tests compare
  /// the two.
  @inlinable
  @inline(__always)
  public mutating func copyStructFromUserOrError(
    into kernel: inout MutableRawSpan, ksize: Int, usize: Int, checkingTail: Bool = true
  ) -> CopyStructError? {
    // As unsigned numbers, so that a negative one is too great.
    let (size, user) = (UInt(bitPattern: ksize), UInt(bitPattern: usize))
    precondition(size <= UInt(bitPattern: kernel.byteCount), "the kernel's struct is shorter than its size")
    guard size <= user else {
      if let fault = copyFromUserOrFault(at: 0, count: usize, into: &kernel) { return .fault(fault) }
      // Memory is handed the span itself, and may have put a shorter one in its place.
      precondition(size <= UInt(bitPattern: kernel.byteCount), "the memory has changed the kernel's span")
      // Inside the kernel's struct: usize < ksize, and ksize was compared with its length.
      unsafe kernel.zeroUnchecked(from: usize, to: ksize)
      return nil
    }
    if size < user, checkingTail {
      switch checkZeroedUserOrFault(at: ksize, count: usize &- ksize) {
      case .success(nil): break
      case .success(let found?): return .tail(at: found)
      case .failure(let fault): return .fault(fault)
      }
    }
    return copyFromUserOrFault(at: 0, count: ksize, into: &kernel).map { .fault($0) }
  }

  /// Hands out the kernel's struct of `ksize` bytes to a user's of `usize` bytes.
  ///
  /// The user's tail is cleared first, then the head is copied, so that a fault leaves visible partial writes.
  /// The corresponding C function is `copy_struct_to_user`.
  ///
  /// - Parameters:
  ///   - kernel: at least `ksize` bytes.
  ///   - clearingTail: false leaves the user's bytes beyond `ksize` as they were.
  /// - Returns: whether a byte that is not zero was cut off: C's `ignored_trailing`.
  @inlinable
  @inline(__always)
  public mutating func copyStructToUser(
    from kernel: RawSpan, ksize: Int, usize: Int, clearingTail: Bool = true
  ) throws(Fault) -> Bool {
    if usize > ksize, clearingTail { try clearUser(at: ksize, count: usize - ksize) }
    let cut = usize < ksize && kernel.firstNonZero(at: usize, count: ksize - usize) != nil
    try copyToUser(at: 0, count: min(ksize, usize), from: kernel)
    return cut
  }
}
