extension Planned {
  /// The one sequence of steps. With `special` a constant, the steps that it does not name fold away; with
  /// `ksize`, which is the plan's size, a constant, most calls are compared and copied by constant lengths.
  @inlinable
  @inline(__always)
  func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ special: Codec.Special, ksize size: Int, from memory: inout Memory, usize argument: UInt64,
    flags outside: UInt64, into kernel: inout MutableRawSpan
  ) throws(Rejection) -> Received {
    if special.contains(.outsideFlags) { try codec.checkOutside(outside, afterCopy: false) }
    if memory.isNull { try codec.checkNull(afterSize: false) }
    if special.contains(.elements) {
      return try codec.receiveElements(argument, from: &memory, outside: outside, into: &kernel)
    }
    let first =
      special.contains(.longFirstFetch)
      ? try codec.announceLong(from: &memory, argument: argument, into: &kernel)
      : try announce(from: &memory, argument: argument, ksize: size)
    var usize = Int(truncatingIfNeeded: first.size)
    if !_fastPath(first.size &- plan.lowest < plan.sizes) {
      if Self.isFixed, plan.hasOneSize { try codec.refuse(size: first.size, from: &memory) }
      usize = try codec.judgedClosely(first.size, from: &memory)
    }
    if Self.isFixed, plan.hasOneSize { usize = size }
    if memory.isNull { try codec.checkNull(afterSize: true, from: &memory) }
    if special.contains(.oneFetch) {
      kernel.zero(size &- plan.version0, at: plan.version0)
    } else if let error = fetch(special, ksize: size, usize, from: &memory, into: &kernel) {
      try codec.refuse(error, from: &memory)
    }
    let flags: UInt64
    if special.isEmpty {
      // All of the known bytes are there. Memory was handed the span itself, and may have put a shorter one in its
      // place.
      precondition(size <= kernel.byteCount, "the memory has changed the kernel's span")
      flags = unsafe loadFlags(of: kernel.bytes)
      guard (flags ^ first.flags) & plan.comparedFlags == 0 else {
        try codec.refuseChange()
      }
    } else {
      flags = try codec.settle(first, usize: usize, in: &kernel)
    }
    if special.contains(.outsideFlags) { try codec.checkOutside(outside, afterCopy: true) }
    try check(flags, usize: usize, ksize: size)
    if special.contains(.rules) { try codec.checkMembers(of: kernel.bytes) }
    if special.contains(.unusedBytes) { try codec.checkUnusedBytes(of: kernel.bytes, flags: flags) }
    if special.contains(.answer) { try codec.answer(kernel.bytes, usize: usize, to: &memory) }
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
      return Announced(size: try fetchSteering(plan.sizeMember, from: &memory), hasSize: true)
    }
    if plan.source == .flags {
      let flags = try fetchSteering(plan.flags, from: &memory)
      return Announced(size: UInt64(truncatingIfNeeded: meantBytes(flags)), flags: flags, hasFlags: true)
    }
    return Announced(size: plan.source == .outside ? argument : UInt64(truncatingIfNeeded: ksize))
  }

  /// Fetches one member alone.
  @inlinable
  @inline(__always)
  func fetchSteering<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ member: Codec.Steering, from memory: inout Memory
  ) throws(Rejection) -> UInt64 {
    switch memory.getUserOrFault(at: member.offset, width: member.width) {
    case .success(let value): return value
    case .failure(let fault): try codec.refuse(firstFetch: fault)
    }
  }

  /// How many bytes a user means who sets these flags: up to the end of the newest extension that is open.
  @inlinable
  @inline(__always)
  func meantBytes(_ flags: UInt64) -> Int {
    guard flags & plan.gateMask != 0 else { return plan.version0 }
    return flags & plan.newestGate != 0 ? plan.newestEnd : codec.olderExtent(of: flags)
  }
}
