extension Codec {
  /// Compares the fetches as the scheme demands, and gives the flags that the kernel goes on with.
  @inlinable
  @inline(__always)
  func settle(
    _ first: Announced, usize: Int, in kernel: inout MutableRawSpan
  ) throws(Rejection) -> UInt64 {
    let second = load(flags, of: kernel.bytes)
    guard first.hasSize || first.hasFlags else { return second }
    if scheme.recheck != .none {
      if first.hasSize, load(sizeMember, of: kernel.bytes) != first.size {
        throw Rejection(.recheck, .EINVAL, at: sizeMember.offset)
      }
      let compared = scheme.recheck == .all ? UInt64.max : scheme.size == .flags ? gateMask : 0
      if first.hasFlags, (second ^ first.flags) & compared != 0 {
        throw Rejection(.recheck, .EINVAL, at: flags.offset)
      }
    }
    guard scheme.secondRead == .firstIsPutBack else { return second }
    if first.hasSize { kernel.store(UInt64(usize), at: sizeMember.offset, width: sizeMember.width) }
    guard first.hasFlags else { return second }
    kernel.store(first.flags, at: flags.offset, width: flags.width)
    return first.flags
  }

  /// The rules on flags: unknown ones, conflicts, and those that demand a size.
  @inlinable
  @inline(__always)
  func check(_ flags: UInt64, usize: Int) throws(Rejection) {
    guard flags != 0 else { return }
    if case .rejected(let errno) = scheme.unknownFlags {
      guard flags & ~knownFlags == 0 else { throw Rejection(.unknownFlag, errno, at: self.flags.offset) }
      for index in conflicts.indices
      where flags & conflicts[index].bits != 0 && flags & conflicts[index].excluded != 0 {
        throw Rejection(.flagConflict, errno, at: self.flags.offset)
      }
    }
    if case .rejected(let errno) = scheme.flagBeyondSize, flags & gateMask != 0, usize < extent(of: flags) {
      throw Rejection(.flagBeyondSize, errno, at: self.flags.offset)
    }
  }

  /// The edition's rules on members, which read the kernel's copy.
  @inlinable
  func checkMembers(of kernel: RawSpan) throws(Rejection) {
    for index in rules.indices {
      let rule = rules[index]
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

  /// The rule on flags that are an argument of the call.
  @inlinable
  func checkOutside(_ flags: UInt64, afterCopy: Bool) throws(Rejection) {
    switch scheme.outsideFlags {
    case .none: return
    case .rejectedFirst(let known, let errno):
      if !afterCopy, flags & ~known != 0 { throw Rejection(.outsideFlag, errno, at: 0) }
    case .rejectedAfterCopy(let known, let errno):
      if afterCopy, flags & ~known != 0 { throw Rejection(.outsideFlag, errno, at: 0) }
    }
  }

  /// The rules on bytes that the kernel does not use: pad, and what lies behind a closed gate.
  @inlinable
  @inline(__always)
  func checkUnusedBytes(of kernel: RawSpan, flags: UInt64) throws(Rejection) {
    if case .mustBeZero(let errno) = scheme.pad {
      for index in reserved.indices {
        let range = reserved[index]
        if let found = kernel.firstNonZero(at: range.lowerBound, count: range.count) {
          throw Rejection(.pad, errno, at: found)
        }
      }
    }
    if case .mustBeZero(let errno) = scheme.closedGate {
      for index in gates.indices where gates[index].mask != 0 && gates[index].mask & flags == 0 {
        let range = gates[index].range
        if let found = kernel.firstNonZero(at: range.lowerBound, count: range.count) {
          throw Rejection(.closedGate, errno, at: found)
        }
      }
    }
  }

  /// The bytes of extensions that a kernel of this version acts on when it ends with these flags.
  public func opened(by flags: UInt64) -> [Range<Int>] {
    gates.filter { $0.mask == 0 || $0.mask & flags != 0 }.map(\.range)
  }
}
