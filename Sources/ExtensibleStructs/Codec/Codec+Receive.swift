/// What a kernel knows once it has taken a struct in.
public struct Received: Hashable, Sendable {
  /// The user's size in bytes, as the kernel went by it.
  public var usize: Int
  /// The flags that the kernel acts on; 0 where the struct has none.
  public var flags: UInt64

  /// Makes a result.
  @inlinable
  @inline(__always)
  public init(usize: Int, flags: UInt64) {
    self.usize = usize
    self.flags = flags
  }
}

extension Codec {
  /// Takes a struct in from user memory, as a kernel of this codec's version does.
  ///
  /// - Parameters:
  ///   - memory: what the user's pointer leads to.
  ///   - argument: the user's size, where it travels outside the struct; otherwise it is not looked at.
  ///   - kernel: the kernel's struct, of ``size`` bytes at least. On an error its content is not specified.
  /// - Throws: ``Rejection``: the first check that failed, in the order that ``Scheme`` gives.
  @inlinable
  @inline(__always)
  public func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize argument: UInt64 = 0, into kernel: inout MutableRawSpan
  ) throws(Rejection) -> Received {
    precondition(size <= kernel.byteCount, "the kernel's struct is shorter than the codec's size")
    if case .rejectedFirst(let errno) = scheme.nullPointer, memory.isNull {
      throw Rejection(.nullPointer, errno, at: 0)
    }
    let first = try announce(from: &memory, argument: argument, into: &kernel)
    let usize: Int
    do {
      usize = try judged(first.size)
      if scheme.secondFetch == .whole {
        try fetch(usize, from: &memory, into: &kernel)
      } else if version0 < size {
        kernel.zero(size - version0, at: version0)
      }
    } catch {
      writeBack(to: &memory, after: error)
      throw error
    }
    let flags = try settle(first, in: &kernel)
    try check(flags, usize: usize)
    try checkUnusedBytes(of: kernel.bytes, flags: flags)
    return Received(usize: usize, flags: flags)
  }

  /// The tail check and the copy of the head.
  @inlinable
  @inline(__always)
  func fetch<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ usize: Int, from memory: inout Memory, into kernel: inout MutableRawSpan
  ) throws(Rejection) {
    do {
      try memory.copyStructFromUser(
        into: &kernel, ksize: size, usize: usize, checkingTail: scheme.tailIn != .ignored)
    } catch {
      switch error {
      case .fault(let fault): throw Rejection(.copy, .EFAULT, at: fault.offset)
      case .tail(let offset):
        guard case .mustBeZero(let errno) = scheme.tailIn else { return }
        throw Rejection(.tail, errno, at: offset)
      }
    }
  }

  /// Tells the user the kernel's size, where the scheme does; a fault on the way is ignored.
  @inlinable
  @inline(__always)
  func writeBack<Memory: UserMemory & ~Copyable & ~Escapable>(
    to memory: inout Memory, after rejection: Rejection
  ) {
    guard case .kernelSize(let errno) = scheme.writeBack, errno == rejection.errno, sizeMember.width > 0
    else {
      return
    }
    do { try memory.putUser(UInt64(size), at: sizeMember.offset, width: sizeMember.width) } catch {}
  }
}
