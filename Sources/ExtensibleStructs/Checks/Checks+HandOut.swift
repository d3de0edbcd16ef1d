extension Checks {
  /// Hands the kernel's struct out, step by step; ``Codec/handOut(_:to:usize:flags:)``.
  ///
  /// - Parameters:
  ///   - isPrivileged: whether the caller has every capability, or none.
  ///   - needed: where the needed size is written that a second pointer leads to.
  @inlinable
  @inline(never)
  package func handOut<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ kernel: inout MutableRawSpan, to memory: inout Memory, usize: UInt64, flags argument: UInt64,
    isPrivileged: Bool = true, needed: inout UInt64?
  ) throws(Rejection) -> HandedOut {
    var state = State(usize: usize, argument: argument, isPrivileged: isPrivileged)
    var result = HandedOut(copied: 0, ignoredTrailing: false)
    for index in steps.indices {
      switch steps[index].action {
      case .privilege: if !state.isPrivileged { try refuse(index, at: 0) }
      case .number: break
      case .flagsArgument(let known):
        if argument & ~known != 0 { try refuse(index, at: 0) }
      case .nullWithSize: if memory.isNull, state.usize != 0 { try refuse(index, at: 0) }
      case .withoutStruct: if memory.isNull { return result }
      case .nullPointer, .publishedSize, .commandSize, .minimum, .maximum: try judge(index, &state, &memory)
      case .writeNeededSize: needed = UInt64(ksize)
      case .reportCopiedBytes(let member):
        kernel.store(UInt64(min(ksize, state.size)), at: member.offset, width: member.width)
      case .fetchRequest(let member):
        do throws(Fault) { try fetchRequest(member, from: &memory, in: &kernel) } catch {
          try refuse(index, at: error.offset)
        }
      case .clearTail:
        guard state.size > ksize else { break }
        do throws(Fault) { try memory.clearUser(at: ksize, count: state.size - ksize) } catch {
          try refuse(index, at: error.offset)
        }
      case .copyOut:
        result.copied = min(ksize, state.size)
        result.ignoredTrailing =
          kernel.bytes.firstNonZero(at: result.copied, count: ksize - result.copied) != nil
        do throws(Fault) { try memory.copyToUser(at: 0, count: result.copied, from: kernel.bytes) } catch {
          try refuse(index, at: error.offset)
        }
      case .writeElements(let stride):
        result.copied = ksize
        do throws(Fault) { try writeElements(stride, kernel.bytes, to: &memory) } catch {
          try refuse(index, at: error.offset)
        }
      case .fetchSize, .fetchFlags, .fetchVersion0, .peek, .sizeOfFlags, .zeroSize, .eachElement, .zeroFill,
        .tail,
        .copy, .copyAll, .zeroBehind, .recheckSize, .recheckFlags, .keepSize, .keepFlags, .unknownFlags,
        .flagConflict, .flagBeyondSize, .member, .pad, .closedGate, .copyBack, .writeMember,
        .reportNeededSize:
        preconditionFailure("a kernel that takes this struct in does not hand it out")
      }
    }
    return result
  }

  /// Leaves in the kernel's struct what the user's flags ask for and what every caller gets.
  @inlinable
  func fetchRequest<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ member: IntegerMember, from memory: inout Memory, in kernel: inout MutableRawSpan
  ) throws(Fault) {
    let asked = try memory.getUser(at: member.offset, width: member.width)
    let gateMask = gates.reduce(0) { $0 | $1.mask }
    let granted = kernel.bytes.value(of: member) & (asked | (knownFlags & ~gateMask))
    kernel.store(granted, at: member.offset, width: member.width)
    for gate in gates where gate.mask != 0 && gate.mask & granted == 0 {
      kernel.zero(gate.range.count, at: gate.range.lowerBound)
    }
  }

  /// Writes the kernel's struct one element after the other.
  @inlinable
  func writeElements<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ stride: Int, _ kernel: RawSpan, to memory: inout Memory
  ) throws(Fault) {
    for start in Swift.stride(from: 0, through: ksize - stride, by: stride) {
      try memory.putUser(kernel.integer(at: start, width: stride) ?? 0, at: start, width: stride)
    }
  }
}
