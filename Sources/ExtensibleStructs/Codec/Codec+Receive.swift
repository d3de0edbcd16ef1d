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
  /// Common schemes have a path of their own; the others go through ``checks``.
  ///
  /// - Parameters:
  ///   - memory: what the user's pointer leads to.
  ///   - argument: the user's size, where it travels outside the struct; otherwise it is not looked at.
  ///   - outside: the flags that are an argument of the call; 0 where there are none.
  ///   - kernel: the kernel's struct, of ``size`` bytes at least; ``roomNeeded`` for an array. On an error its
  ///     content is not specified.
  /// - Throws: ``Rejection``: the first step of ``checks`` that failed.
  @inlinable
  @inline(__always)
  public func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize argument: UInt64 = 0, flags outside: UInt64 = 0,
    into kernel: inout MutableRawSpan
  ) throws(Rejection) -> Received {
    precondition(size <= kernel.byteCount, "the kernel's struct is shorter than the codec's size")
    if outside == 0, plan.isPlain {
      return try receivePlain(ksize: size, from: &memory, usize: argument, into: &kernel)
    }
    let usize = plan.source == .fixed ? UInt64(size) : argument
    return try checks.receive(from: &memory, usize: usize, flags: outside, into: &kernel)
  }

  // The errors of the unrolled path are made here, so that it needs no room for them.

  /// Answers a fetch that failed, once the size was written back where the scheme does that.
  @inlinable
  @inline(never)
  func refuse<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ error: CopyStructError, from memory: inout Memory
  ) throws(Rejection) -> Never {
    switch error {
    case .fault(let fault):
      let isTail = size <= fault.offset && checks.index(of: .tail) != nil
      try refuse(isTail ? .tail : .copy, .EFAULT, at: fault.offset, from: &memory)
    case .tail(let offset): try refuse(.tail, nil, at: offset, from: &memory)
    }
  }

  @inlinable
  func refuse<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ step: Checks.Step.Name, _ errno: LinuxErrno?, at offset: Int, from memory: inout Memory
  ) throws(Rejection) -> Never {
    guard let index = checks.index(of: step) else { throw Rejection(step, errno ?? .EFAULT, at: offset) }
    try checks.refuse(index, errno, at: offset, &memory)
  }

  /// Answers a first fetch that failed.
  @inlinable
  @inline(never)
  func refuse(firstFetch fault: Fault) throws(Rejection) -> Never {
    throw Rejection(.firstFetch, .EFAULT, at: fault.offset, index: checks.index(of: .firstFetch))
  }

  /// Applies the rules to a size outside the plain range.
  ///
  /// - Returns: the size that the kernel goes by.
  @inlinable
  @inline(never)
  func judged<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ announced: UInt64, flags: UInt64, from memory: inout Memory
  ) throws(Rejection) -> Int {
    let usize = try checks.judged(announced, flags: flags, &memory)
    if let size = Int(exactly: usize) { return size }
    if plan.checksTail { try refuse(.tail, .EFAULT, at: size, from: &memory) }
    return .max
  }

  /// Answers a size where no other passes than the struct's own.
  @inlinable
  @inline(never)
  func refuse<Memory: UserMemory & ~Copyable & ~Escapable>(
    size announced: UInt64, from memory: inout Memory
  ) throws(Rejection) -> Never {
    _ = try checks.judged(announced, flags: 0, &memory)
    // The plan and the steps were made of one scheme: no size that a user names leads here.
    preconditionFailure("a size was refused that passes")
  }

  /// Answers a NULL pointer, if it is looked at before the size or after it.
  @inlinable
  @inline(never)
  func refuseNull<Memory: UserMemory & ~Copyable & ~Escapable>(
    afterSize: Bool, from memory: inout Memory
  ) throws(Rejection) {
    let steps = afterSize ? checks.sizeSteps : 0..<checks.sizeSteps.lowerBound
    for index in steps {
      if case .nullPointer = checks.steps[index].action { try checks.refuse(index, at: 0, &memory) }
    }
  }

  /// Judges flags of which one may be refused.
  @inlinable
  @inline(never)
  func judgeContent(_ kernel: RawSpan, flags: UInt64, usize: Int) throws(Rejection) {
    try checks.judgeContent(kernel, flags: flags, usize: usize)
  }

  /// Answers flags that changed between two fetches.
  @inlinable
  @inline(never)
  func refuseChange() throws(Rejection) -> Never {
    throw Rejection(.recheck, .EINVAL, at: flags.offset, index: checks.index(of: .recheck))
  }

  /// How long the struct of a user who sets these flags must be, in bytes: to the end of the newest extension that the
  /// flags open, or of the first version if they open none.
  @inlinable
  public func extent(of flags: UInt64) -> Int { meantBytes(flags) }

  /// The same for a user who sets none of the newest gate's flags, and one of another gate's.
  @inlinable
  @inline(never)
  func olderExtent(of flags: UInt64) -> Int { checks.extent(of: flags) }

  /// The bytes of extensions that a kernel of this version acts on when it ends with these flags.
  public func opened(by flags: UInt64) -> [Range<Int>] {
    gates.filter { $0.mask == 0 || $0.mask & flags != 0 }.map(\.range)
  }
}
