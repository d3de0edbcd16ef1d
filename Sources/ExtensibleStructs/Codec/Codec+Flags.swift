extension Codec {
  /// Compares the fetches as the scheme demands, and gives the flags that the kernel goes on with.
  @inlinable
  @inline(never)
  func settle(
    _ first: Announced, usize: Int, in kernel: inout MutableRawSpan
  ) throws(Rejection) -> UInt64 {
    let second = load(flags, of: kernel.bytes)
    guard first.hasSize || first.hasFlags else { return second }
    let recheck = details.scheme.second?.recheck ?? .none
    if recheck != .none {
      if first.hasSize, load(sizeMember, of: kernel.bytes) != first.size {
        throw Rejection(.recheck, .EINVAL, at: sizeMember.offset)
      }
      let compared =
        recheck == .all ? UInt64.max : details.scheme.size.source == .flags ? gateMask : 0
      if first.hasFlags, (second ^ first.flags) & compared != 0 {
        throw Rejection(.recheck, .EINVAL, at: flags.offset)
      }
    }
    guard details.scheme.second?.used == .first else { return second }
    if first.hasSize { kernel.store(UInt64(usize), at: sizeMember.offset, width: sizeMember.width) }
    guard first.hasFlags else { return second }
    kernel.store(first.flags, at: flags.offset, width: flags.width)
    return first.flags
  }

  /// The rules on flags, for flags of which one may be refused; ``Planned/check(_:usize:ksize:)``.
  @inlinable
  @inline(never)
  func checkSuspect(_ flags: UInt64, usize: Int) throws(Rejection) {
    if case .rejected(let errno)? = details.scheme.input?.unknownFlags {
      guard flags & ~knownFlags == 0 else { throw Rejection(.unknownFlag, errno, at: self.flags.offset) }
      for conflict in details.conflicts where flags & conflict.bits != 0 && flags & conflict.excluded != 0 {
        throw Rejection(.flagConflict, errno, at: self.flags.offset)
      }
    }
    if case .rejected(let errno)? = details.scheme.input?.flagBeyondSize, flags & gateMask != 0,
      usize < extent(of: flags)
    {
      throw Rejection(.flagBeyondSize, errno, at: self.flags.offset)
    }
  }

  /// The edition's rules on members, which read the kernel's copy.
  @inlinable
  func checkMembers(of kernel: RawSpan) throws(Rejection) {
    for rule in details.rules {
      if rule.condition.width > 0 {
        let isSet = load(rule.condition, of: kernel) & rule.conditionBits != 0
        guard isSet == rule.conditionIsSet else { continue }
      }
      let value = load(rule.member, of: kernel)
      let isMet =
        switch rule.demand {
        case .noneOf(let bits): value & bits == 0
        case .allOf(let bits): value & bits == bits
        case .anyOf(let bits): value & bits != 0
        case .within(let range): range.contains(value)
        }
      guard isMet else { throw Rejection(.member, rule.errno, at: rule.member.offset) }
    }
  }

  /// The rules on a NULL pointer, before and after the size was judged.
  @inlinable
  @inline(never)
  func checkNull(afterSize: Bool) throws(Rejection) {
    switch details.scheme.nullPointer {
    case .rejectedFirst(let errno) where !afterSize: throw Rejection(.nullPointer, errno, at: 0)
    case .rejectedAfterSize(let errno) where afterSize: throw Rejection(.nullPointer, errno, at: 0)
    default: return
    }
  }

  /// The rule on a NULL pointer after the size was judged; on a rejection the user is told what the scheme tells.
  @inlinable
  @inline(never)
  func checkNull<Memory: UserMemory & ~Copyable & ~Escapable>(
    afterSize: Bool, from memory: inout Memory
  ) throws(Rejection) {
    do { try checkNull(afterSize: afterSize) } catch {
      writeBack(to: &memory, after: error)
      throw error
    }
  }

  /// The rule on flags that are an argument of the call.
  @inlinable
  func checkOutside(_ flags: UInt64, afterCopy: Bool) throws(Rejection) {
    switch details.scheme.flagsArgument {
    case .none: return
    case .rejectedFirst(let known, let errno):
      if !afterCopy, flags & ~known != 0 { throw Rejection(.outsideFlag, errno, at: 0) }
    case .rejectedAfterCopy(let known, let errno):
      if afterCopy, flags & ~known != 0 { throw Rejection(.outsideFlag, errno, at: 0) }
    }
  }

  /// The rules on bytes that the kernel does not use: pad, and what lies behind a closed gate.
  @inlinable
  @inline(never)
  func checkUnusedBytes(of kernel: RawSpan, flags: UInt64) throws(Rejection) {
    if case .mustBeZero(let errno)? = details.scheme.input?.pad {
      for range in details.reserved {
        if let found = kernel.firstNonZero(at: range.lowerBound, count: range.count) {
          throw Rejection(.pad, errno, at: found)
        }
      }
    }
    if case .mustBeZero(let errno)? = details.scheme.input?.closedGate {
      for gate in details.gates where gate.mask != 0 && gate.mask & flags == 0 {
        if let found = kernel.firstNonZero(at: gate.range.lowerBound, count: gate.range.count) {
          throw Rejection(.closedGate, errno, at: found)
        }
      }
    }
  }

  /// The bytes of extensions that a kernel of this version acts on when it ends with these flags.
  public func opened(by flags: UInt64) -> [Range<Int>] {
    details.gates.filter { $0.mask == 0 || $0.mask & flags != 0 }.map(\.range)
  }
}
