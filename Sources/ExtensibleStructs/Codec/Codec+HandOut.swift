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
  /// - Throws: ``Rejection`` for a size that the scheme refuses, or memory that cannot be written; what was
  ///   written before a fault stays written.
  @inlinable
  @inline(__always)
  public func handOut<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ kernel: inout MutableRawSpan, to memory: inout Memory, usize argument: UInt64,
    flags outside: UInt64 = 0
  ) throws(Rejection) -> HandedOut {
    precondition(size <= kernel.byteCount, "the kernel's struct is shorter than the codec's size")
    if plan.special.contains(.outsideFlags) { try checkOutside(outside, afterCopy: false) }
    if memory.isNull { try checkNull(afterSize: false) }
    let usize = try judged(argument)
    if memory.isNull { try checkNull(afterSize: true) }
    if plan.special.contains(.answer) {
      if details.scheme.output?.fetchesRequest == true { try grant(to: &memory, in: &kernel) }
      if case .pointer = details.scheme.size { return try handOutElements(kernel.bytes, to: &memory) }
    }
    let copied = min(size, usize)
    if details.scheme.output?.reportsCopiedBytes == true {
      kernel.store(UInt64(copied), at: sizeMember.offset, width: sizeMember.width)
    }
    do {
      let cut = try memory.copyStructToUser(
        from: kernel.bytes, ksize: size, usize: usize, clearingTail: details.scheme.output?.tail != .leftAlone
      )
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
    guard details.scheme.output?.reportsCopiedBytes == true else { return min(usize, size) }
    return Int(min(load(sizeMember, of: bytes), UInt64(min(usize, size))))
  }
}

extension Codec {
  /// Leaves in the kernel's struct what the user's flags ask for and what every caller gets.
  @inlinable
  func grant<Memory: UserMemory & ~Copyable & ~Escapable>(
    to memory: inout Memory, in kernel: inout MutableRawSpan
  ) throws(Rejection) {
    let asked: UInt64
    do { asked = try memory.getUser(at: flags.offset, width: flags.width) } catch {
      throw Rejection(.firstFetch, .EFAULT, at: error.offset)
    }
    let granted = load(flags, of: kernel.bytes) & (asked | (knownFlags & ~gateMask))
    kernel.store(granted, at: flags.offset, width: flags.width)
    for gate in details.gates where gate.mask != 0 && gate.mask & granted == 0 {
      kernel.zero(gate.range.count, at: gate.range.lowerBound)
    }
  }

  /// Writes the kernel's struct one element of the first version's length after the other.
  @inlinable
  func handOutElements<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ kernel: RawSpan, to memory: inout Memory
  ) throws(Rejection) -> HandedOut {
    do throws(Fault) {
      for start in stride(from: 0, through: size - version0, by: version0) {
        try memory.putUser(kernel.integer(at: start, width: version0) ?? 0, at: start, width: version0)
      }
    } catch {
      throw Rejection(.copy, .EFAULT, at: error.offset)
    }
    return HandedOut(copied: size, ignoredTrailing: false)
  }
}
