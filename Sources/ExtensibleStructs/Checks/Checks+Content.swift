extension Checks {
  /// Judges the content of the kernel's copy by one step.
  ///
  /// - Parameters:
  ///   - flags: the flags that the kernel goes by.
  ///   - usize: the user's size in bytes.
  ///   - base: where the struct begins in the kernel's memory: 0 but for elements of an array.
  ///   - argument: the flags argument; 0 where there is none.
  ///   - isPrivileged: whether the caller has every capability.
  @inlinable
  func judge(
    _ index: Int, _ kernel: RawSpan, flags: UInt64, usize: Int, at base: Int, argument: UInt64 = 0,
    isPrivileged: Bool = true
  ) throws(Rejection) {
    switch steps[index].action {
    case .unknownFlags(let member, let known):
      if flags & ~known != 0 { try refuse(index, at: base + member.offset) }
    case .flagConflict(let member, let bits, let excluded):
      if flags & bits != 0, flags & excluded != 0 { try refuse(index, at: base + member.offset) }
    case .flagBeyondSize(let member, let gate, let end):
      if flags & gate != 0, usize < end { try refuse(index, at: base + member.offset) }
    case .member(let rule):
      guard rule.isMet(by: kernel, at: base, argument: argument, isPrivileged: isPrivileged) else {
        try refuse(index, at: base + rule.member.offset)
      }
    case .pad(let range): try checkZero(range, of: kernel, index, at: base)
    case .closedGate(let gate, let range):
      if flags & gate == 0 { try checkZero(range, of: kernel, index, at: base) }
    default: break
    }
  }

  /// Judges flags of which one may be refused, by all steps on the content of the kernel's copy.
  @inlinable
  func judgeContent(_ kernel: RawSpan, flags: UInt64, usize: Int) throws(Rejection) {
    for index in contentSteps { try judge(index, kernel, flags: flags, usize: usize, at: 0) }
  }

  @inlinable
  func checkZero(
    _ range: Range<Int>, of kernel: RawSpan, _ index: Int, at base: Int
  ) throws(Rejection) {
    if let found = kernel.firstNonZero(at: base + range.lowerBound, count: range.count) {
      try refuse(index, at: found)
    }
  }

  /// Refuses the call at a step.
  @inlinable
  @inline(never)
  func refuse(_ index: Int, _ errno: LinuxErrno? = nil, at offset: Int) throws(Rejection) -> Never {
    let step = steps[index]
    throw Rejection(step.name, errno ?? step.errno ?? .EINVAL, at: offset, index: index)
  }

  /// Refuses the call at a step, once the kernel's size was written back where the step does that; a fault on the way is
  /// ignored.
  @inlinable
  @inline(never)
  func refuse<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ index: Int, _ errno: LinuxErrno? = nil, at offset: Int, _ memory: inout Memory
  ) throws(Rejection) -> Never {
    let step = steps[index]
    if let writeBack = step.writesBackOn, writeBack == errno ?? step.errno {
      do { try memory.putUser(UInt64(ksize), at: sizeMember.offset, width: sizeMember.width) } catch {}
    }
    try refuse(index, errno, at: offset)
  }
}
