extension Planned {
  /// The steps of ``Checks`` for the schemes that most structs have, unrolled: a first fetch of the size or the flags
  /// alone or none, the size, the copy, the re-check of flags that decided it, the rules on flags.
  ///
  /// With `ksize`, which is the plan's size, a constant, most calls are compared and copied by constant lengths.
  @inlinable
  @inline(__always)
  func receivePlain<Memory: UserMemory & ~Copyable & ~Escapable>(
    ksize size: Int, from memory: inout Memory, usize argument: UInt64, into kernel: inout MutableRawSpan
  ) throws(Rejection) -> Received {
    if memory.isNull { try codec.refuseNull(afterSize: false, from: &memory) }
    let first = try announce(from: &memory, argument: argument, ksize: size)
    var usize = Int(truncatingIfNeeded: first.size)
    if !_fastPath(first.size &- plan.lowest < plan.sizes) {
      if Self.isFixed, plan.hasOneSize { try codec.refuse(size: first.size, from: &memory) }
      usize = try codec.judged(first.size, flags: first.flags, from: &memory)
    }
    if Self.isFixed, plan.hasOneSize { usize = size }
    if memory.isNull { try codec.refuseNull(afterSize: true, from: &memory) }
    if let error = fetch(ksize: size, usize, from: &memory, into: &kernel) {
      try codec.refuse(error, from: &memory)
    }
    // All of the known bytes are there. Memory was handed the span `inout` and could have replaced it by a shorter
    // one.
    precondition(size <= kernel.byteCount, "the memory has changed the kernel's span")
    let flags = unsafe loadFlags(of: kernel.bytes)
    guard (flags ^ first.flags) & plan.comparedFlags == 0 else {
      try codec.refuseChange()
    }
    // A user whose struct is as long as the kernel's has all that any flag demands.
    if flags & plan.watched != 0 || usize < size && flags & plan.demanding != 0 {
      try codec.judgeContent(kernel.bytes, flags: flags, usize: usize)
    }
    return Received(usize: usize, flags: flags)
  }

  /// Makes the first fetch, if the scheme has one, and learns the size from it.
  @inlinable
  @inline(__always)
  func announce<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, argument: UInt64, ksize: Int
  ) throws(Rejection) -> Announced {
    // Compares, not a jump table.
    if plan.source == .member {
      return Announced(size: try fetchMember(plan.sizeMember, from: &memory))
    }
    if plan.source == .flags {
      let flags = try fetchMember(plan.flags, from: &memory)
      return Announced(size: UInt64(truncatingIfNeeded: meantBytes(flags)), flags: flags)
    }
    return Announced(size: plan.source == .outside ? argument : UInt64(truncatingIfNeeded: ksize))
  }

  /// Fetches one member alone.
  @inlinable
  @inline(__always)
  func fetchMember<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ member: IntegerMember, from memory: inout Memory
  ) throws(Rejection) -> UInt64 {
    switch memory.getUserOrFault(at: member.offset, width: member.width) {
    case .success(let value): return value
    case .failure(let fault): try codec.refuse(firstFetch: fault)
    }
  }

  /// ``Codec/extent(of:)``, without the list of gates where no gate or the newest one is open.
  @inlinable
  @inline(__always)
  func meantBytes(_ flags: UInt64) -> Int {
    guard flags & plan.gateMask != 0 else { return plan.version0 }
    return flags & plan.newestGate != 0 ? plan.newestEnd : codec.olderExtent(of: flags)
  }
}

/// What the first fetch, or the call itself, said of the user's struct.
@usableFromInline
struct Announced {
  /// The size as it was said, before any rule.
  @usableFromInline var size: UInt64
  /// The flags, where they were fetched.
  @usableFromInline var flags: UInt64

  @inlinable
  @inline(__always)
  init(size: UInt64, flags: UInt64 = 0) {
    self.size = size
    self.flags = flags
  }
}
