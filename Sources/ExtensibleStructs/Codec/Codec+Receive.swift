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
  ///   - outside: the flags that are an argument of the call; 0 where there are none.
  ///   - kernel: the kernel's struct, of ``size`` bytes at least; ``roomNeeded`` for an array. On an error its
  ///     content is not specified.
  /// - Throws: ``Rejection``: the first check that failed, in the order that ``Scheme`` gives.
  @inlinable
  @inline(__always)
  public func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize argument: UInt64 = 0, flags outside: UInt64 = 0,
    into kernel: inout MutableRawSpan
  ) throws(Rejection) -> Received {
    precondition(size <= kernel.byteCount, "the kernel's struct is shorter than the codec's size")
    if plan.special.isEmpty {
      return try receive([], ksize: size, from: &memory, usize: argument, flags: outside, into: &kernel)
    }
    return try receiveSpecial(from: &memory, usize: argument, flags: outside, into: &kernel)
  }

  /// The steps for a scheme that has special ones.
  @inlinable
  @inline(never)
  func receiveSpecial<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize argument: UInt64, flags outside: UInt64,
    into kernel: inout MutableRawSpan
  ) throws(Rejection) -> Received {
    try receive(plan.special, ksize: size, from: &memory, usize: argument, flags: outside, into: &kernel)
  }

  // The errors of the hot path are made here, so that it needs no room for them.

  /// Answers a fetch that failed, once the user was told what the scheme tells.
  @inlinable
  @inline(never)
  func refuse<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ error: CopyStructError, from memory: inout Memory
  ) throws(Rejection) -> Never {
    let rejection =
      switch error {
      case .fault(let fault): Rejection(.copy, .EFAULT, at: fault.offset)
      case .tail(let offset): Rejection(.tail, tailErrno, at: offset)
      }
    writeBack(to: &memory, after: rejection)
    throw rejection
  }

  /// Answers a first fetch that failed.
  @inlinable
  @inline(never)
  func refuse(firstFetch fault: Fault) throws(Rejection) -> Never {
    throw Rejection(.firstFetch, .EFAULT, at: fault.offset)
  }

  /// Answers a size where no other passes than the struct's own.
  @inlinable
  @inline(never)
  func refuse<Memory: UserMemory & ~Copyable & ~Escapable>(
    size announced: UInt64, from memory: inout Memory
  ) throws(Rejection) -> Never {
    _ = try judgedClosely(announced, from: &memory)
    // The plan and the rules were made of one scheme: no size that a user names leads here.
    preconditionFailure("a size was refused that passes")
  }

  /// Answers flags that changed between two fetches.
  @inlinable
  @inline(never)
  func refuseChange() throws(Rejection) -> Never {
    throw Rejection(.recheck, .EINVAL, at: flags.offset)
  }

  /// What a tail is answered with that is not zero.
  @inlinable var tailErrno: Errno {
    if case .mustBeZero(let errno)? = details.scheme.input?.tail { errno } else { .E2BIG }
  }

  /// Tells the user the kernel's size, where the scheme does; a fault on the way is ignored.
  @inlinable
  @inline(never)
  func writeBack<Memory: UserMemory & ~Copyable & ~Escapable>(
    to memory: inout Memory, after rejection: Rejection
  ) {
    guard details.scheme.member?.writeBack == rejection.errno else { return }
    do { try memory.putUser(UInt64(size), at: sizeMember.offset, width: sizeMember.width) } catch {}
  }
}

extension Codec {
  /// Takes an array in: each element is fetched, then judged, before the next one is looked at.
  @inlinable
  @inline(never)
  func receiveElements<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ announced: UInt64, from memory: inout Memory, outside: UInt64, into kernel: inout MutableRawSpan
  ) throws(Rejection) -> Received {
    let count = try judged(announced)
    precondition(count <= kernel.byteCount / size, "the kernel has less room than the codec needs")
    if memory.isNull { try checkNull(afterSize: true) }
    var seen: UInt64 = 0
    for index in 0..<count {
      let start = index * size
      do { try memory.copyFromUser(at: start, count: size, into: &kernel) } catch {
        throw Rejection(.copy, .EFAULT, at: error.offset)
      }
      let element = kernel.bytes.extracting(start..<start + size)
      let flags = load(flags, of: element)
      seen |= flags
      do throws(Rejection) {
        try check(flags, usize: size, ksize: size)
        try checkMembers(of: element)
        try checkUnusedBytes(of: element, flags: flags)
      } catch {
        throw Rejection(error.check, error.errno, at: start + error.offset)
      }
    }
    try checkOutside(outside, afterCopy: true)
    return Received(usize: count * size, flags: seen)
  }

  /// What the kernel writes on the success of a call that took a struct in.
  @inlinable
  @inline(never)
  func answer<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ kernel: RawSpan, usize: Int, to memory: inout Memory
  ) throws(Rejection) {
    do throws(Fault) {
      if details.scheme.input?.copiesBack == true {
        try memory.copyToUser(at: 0, count: min(size, usize), from: kernel)
      }
      if details.scheme.member?.reportsNeededSize == true, usize < size {
        try memory.putUser(UInt64(size), at: sizeMember.offset, width: sizeMember.width)
      }
    } catch {
      throw Rejection(.answer, .EFAULT, at: error.offset)
    }
  }
}

extension UserMemory where Self: ~Copyable & ~Escapable {
  /// Fetches `[start, end)` and forgets it; nothing where there is nothing.
  @inlinable
  @inline(never)
  mutating func touch(from start: Int, to end: Int) -> Fault? {
    do throws(Fault) {
      for offset in stride(from: start, to: end, by: 1) { _ = try getUser(at: offset, width: 1) }
    } catch { return error }
    return nil
  }
}
