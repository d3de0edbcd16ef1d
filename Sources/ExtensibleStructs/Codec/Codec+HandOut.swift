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
  /// - Throws: ``Rejection`` for a size that the scheme refuses, or memory that cannot be written; what was
  ///   written before a fault stays written.
  @inlinable
  @inline(__always)
  public func handOut<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ kernel: inout MutableRawSpan, to memory: inout Memory, usize argument: UInt64
  ) throws(Rejection) -> HandedOut {
    precondition(size <= kernel.byteCount, "the kernel's struct is shorter than the codec's size")
    if case .rejectedFirst(let errno) = scheme.nullPointer, memory.isNull {
      throw Rejection(.nullPointer, errno, at: 0)
    }
    let usize = try judged(argument)
    let copied = min(size, usize)
    if scheme.sizeReport == .copiedBytes {
      kernel.store(UInt64(copied), at: sizeMember.offset, width: sizeMember.width)
    }
    do {
      let cut = try memory.copyStructToUser(
        from: kernel.bytes, ksize: size, usize: usize, clearingTail: scheme.tailOut == .zeroed)
      return HandedOut(copied: copied, ignoredTrailing: cut)
    } catch {
      throw Rejection(.copy, .EFAULT, at: error.offset)
    }
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
    guard scheme.sizeReport == .copiedBytes else { return min(usize, size) }
    return Int(min(load(sizeMember, of: bytes), UInt64(min(usize, size))))
  }
}
