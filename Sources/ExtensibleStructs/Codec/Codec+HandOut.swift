/// What became of a struct that a kernel handed out.
public struct HandedOut: Hashable, Sendable {
  /// How many bytes of the kernel's struct the user got.
  public var copied: Int
  /// Whether a byte that is not zero was cut off: C's `ignored_trailing`.
  public var ignoredTrailing: Bool

  /// Makes a result.
  @inlinable
  @inline(__always)
  public init(copied: Int, ignoredTrailing: Bool) {
    self.copied = copied
    self.ignoredTrailing = ignoredTrailing
  }
}

extension Codec {
  /// Hands the kernel's struct out to a user whose struct is `usize` bytes long.
  ///
  /// - Parameters:
  ///   - kernel: the kernel's struct, of ``size`` bytes at least. Its size member is filled in, where the
  ///     scheme reports a size.
  ///   - memory: what the user's pointer leads to.
  ///   - usize: the user's size in bytes, as the call carried it.
  ///   - outside: the flags that are an argument of the call; 0 where there are none.
  /// - Throws: ``Rejection``: the first step of ``checks`` that failed. What was written before a fault stays
  ///   written.
  @inlinable
  public func handOut<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ kernel: inout MutableRawSpan, to memory: inout Memory, usize argument: UInt64,
    flags outside: UInt64 = 0
  ) throws(Rejection) -> HandedOut {
    precondition(size <= kernel.byteCount, "the kernel's struct is shorter than the codec's size")
    let usize = plan.source == .fixed ? UInt64(size) : argument
    var needed: UInt64?
    return try checks.handOut(&kernel, to: &memory, usize: usize, flags: outside, needed: &needed)
  }

  /// How many bytes of this user's struct a kernel filled that handed it out, so that a field beyond them
  /// says nothing.
  ///
  /// - Parameters:
  ///   - usize: the size that the user named, in bytes.
  ///   - bytes: the user's struct after the call.
  /// - Returns: what the struct's size member says, where the scheme reports it; otherwise `usize`, since a
  ///   kernel that reports nothing leaves the user without knowing.
  @inlinable
  @inline(__always)
  public func filled(usize: Int, in bytes: RawSpan) -> Int {
    guard details.scheme.output?.reportsCopiedBytes == true else { return min(usize, size) }
    return Int(min(bytes.value(of: sizeMember), UInt64(min(usize, size))))
  }
}
