extension Checks {
  /// What is known of a call while its steps are made.
  @usableFromInline
  struct State {
    /// The size, or number of elements, as the call or the struct says, then as the kernel goes by it.
    @usableFromInline var usize: UInt64
    /// The size as it was fetched, before any rule.
    @usableFromInline var firstSize: UInt64 = 0
    /// The flags of the first fetch, then those of the kernel's copy.
    @usableFromInline var firstFlags: UInt64 = 0
    @usableFromInline var flags: UInt64 = 0
    /// Where the element begins that is looked at, and the flags of all so far.
    @usableFromInline var base = 0
    @usableFromInline var seen: UInt64 = 0
    /// The flags argument.
    @usableFromInline let argument: UInt64
    /// Whether the caller has every capability, or none.
    @usableFromInline let isPrivileged: Bool

    @inlinable
    init(usize: UInt64, argument: UInt64, isPrivileged: Bool = true) {
      self.usize = usize
      self.argument = argument
      self.isPrivileged = isPrivileged
    }

    /// The size in bytes; one beyond the address space is as great as can be.
    @inlinable var size: Int { usize > UInt64(Int.max) ? .max : Int(truncatingIfNeeded: usize) }
  }

  /// Takes a struct in from user memory, step by step.
  ///
  /// - Parameters:
  ///   - memory: what the user's pointer leads to.
  ///   - usize: the user's size, or number of elements, where it travels outside the struct.
  ///   - argument: the flags that are an argument of the call; 0 where there are none.
  ///   - isPrivileged: whether the caller has every capability, or none.
  ///   - kernel: the kernel's struct, as long as ``Codec/roomNeeded`` at least.
  /// - Throws: ``Rejection``: the first step that failed.
  @inlinable
  @inline(never)
  package func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64, flags argument: UInt64, isPrivileged: Bool = true,
    into kernel: inout MutableRawSpan
  ) throws(Rejection) -> Received {
    var state = State(usize: usize, argument: argument, isPrivileged: isPrivileged)
    var index = 0
    while index < steps.count {
      if case .eachElement(let end) = steps[index].action {
        let count = state.size
        precondition(count <= kernel.byteCount / ksize, "the kernel has less room than the codec needs")
        state.usize = UInt64(ksize)
        for element in 0..<count {
          state.base = element * ksize
          for inner in index + 1..<end { try make(inner, &state, &memory, &kernel) }
        }
        state.usize = UInt64(count * ksize)
        state.base = 0
        index = end
      } else if case .withoutStruct = steps[index].action {
        if memory.isNull {
          kernel.zero(ksize, at: 0)
          return Received(usize: 0, flags: 0)
        }
        index += 1
      } else {
        try make(index, &state, &memory, &kernel)
        index += 1
      }
    }
    return Received(usize: state.size, flags: state.seen)
  }

  /// Makes one step of a call that takes a struct in.
  @inlinable
  @inline(__always)
  func make<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ index: Int, _ state: inout State, _ memory: inout Memory, _ kernel: inout MutableRawSpan
  ) throws(Rejection) {
    switch steps[index].action {
    case .privilege: if !state.isPrivileged { try refuse(index, at: 0) }
    case .number: break
    case .flagsArgument(let known):
      if state.argument & ~known != 0 { try refuse(index, at: 0) }
    case .nullPointer:
      if memory.isNull { try refuse(index, at: 0, &memory) }
    case .nullWithSize:
      if memory.isNull, state.usize != 0 { try refuse(index, at: 0, &memory) }
    case .fetchSize(let member):
      switch memory.getUserOrFault(at: member.offset, width: member.width) {
      case .success(let size): (state.usize, state.firstSize) = (size, size)
      case .failure(let fault): try refuse(index, .EFAULT, at: fault.offset, &memory)
      }
    case .fetchFlags(let member):
      switch memory.getUserOrFault(at: member.offset, width: member.width) {
      case .success(let flags): state.firstFlags = flags
      case .failure(let fault): try refuse(index, .EFAULT, at: fault.offset, &memory)
      }
    case .fetchVersion0(let count):
      if let fault = memory.copyFromUserOrFault(at: 0, count: count, into: &kernel) {
        try refuse(index, .EFAULT, at: fault.offset, &memory)
      }
      state.firstFlags = kernel.bytes.value(of: flags)
      state.firstSize = kernel.bytes.value(of: sizeMember)
      state.usize = state.firstSize
      state.take(state.firstFlags)
    case .peek(let count):
      guard count <= state.size, state.size <= Checks.greatestInt else { return }
      if let fault = memory.copyFromUserOrFault(at: 0, count: count, into: &kernel) {
        try refuse(index, .EFAULT, at: fault.offset, &memory)
      }
    case .sizeOfFlags, .zeroSize, .publishedSize, .commandSize, .minimum, .maximum:
      try judge(index, &state, &memory)
    case .writeNeededSize, .eachElement, .withoutStruct: break
    case .zeroFill:
      if state.size < ksize { kernel.zero(ksize - state.size, at: state.size) }
    case .zeroBehind(let start): kernel.zero(ksize - start, at: start)
    case .tail: try checkTail(index, state, &memory)
    case .copy, .copyAll: try copy(index, &state, &memory, &kernel)
    case .recheckSize(let member):
      if kernel.bytes.value(of: member) != state.firstSize { try refuse(index, at: member.offset) }
    case .recheckFlags(let member, let mask):
      if (state.flags ^ state.firstFlags) & mask != 0 { try refuse(index, at: member.offset) }
    case .keepSize(let member): kernel.store(state.usize, at: member.offset, width: member.width)
    case .keepFlags(let member):
      kernel.store(state.firstFlags, at: member.offset, width: member.width)
      state.take(state.firstFlags)
    case .unknownFlags, .flagConflict, .flagBeyondSize, .member, .pad, .closedGate:
      do throws(Rejection) {
        try judge(
          index, kernel.bytes, flags: state.flags, usize: state.size, at: state.base,
          argument: state.argument,
          isPrivileged: state.isPrivileged)
      } catch { throw answered(error, usize: state.size, &memory, &kernel) }
    case .copyBack:
      do throws(Fault) {
        try memory.copyToUser(at: 0, count: min(ksize, state.size), from: kernel.bytes)
      } catch { try refuse(index, .EFAULT, at: error.offset, &memory) }
    case .writeMember(let member):
      guard member.end <= state.size else { return }
      do throws(Fault) {
        try memory.putUser(kernel.bytes.value(of: member), at: member.offset, width: member.width)
      } catch { try refuse(index, .EFAULT, at: error.offset, &memory) }
    case .reportNeededSize(let member):
      guard state.size < ksize else { return }
      do throws(Fault) {
        try memory.putUser(UInt64(ksize), at: member.offset, width: member.width)
      } catch { try refuse(index, .EFAULT, at: error.offset, &memory) }
    case .fetchRequest, .reportCopiedBytes, .clearTail, .copyOut, .writeElements:
      preconditionFailure("a kernel that hands this struct out does not take it in")
    }
  }
}

extension Checks.State {
  /// Goes on with these flags.
  @inlinable
  mutating func take(_ flags: UInt64) {
    self.flags = flags
    seen = base == 0 ? flags : seen | flags
  }
}
