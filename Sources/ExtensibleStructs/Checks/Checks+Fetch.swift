extension Checks {
  /// Judges the size by one step; the flags say how long the struct is where the size comes from them.
  @inlinable
  func judge<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ index: Int, _ state: inout State, _ memory: inout Memory
  ) throws(Rejection) {
    let usize = state.usize
    switch steps[index].action {
    case .sizeOfFlags: state.usize = UInt64(extent(of: state.firstFlags))
    case .zeroSize(let size): if usize == 0 { state.usize = UInt64(size) }
    case .publishedSize:
      guard publishedSizes.contains(where: { UInt64($0) == usize }) else {
        try refuse(index, at: 0, &memory)
      }
    case .commandSize(let greatest): if usize > UInt64(greatest) { try refuse(index, at: 0) }
    case .maximum(let greatest):
      if usize > UInt64(greatest) { try refuse(index, at: sizeMember.offset, &memory) }
    case .minimum(let least):
      if usize < UInt64(least) { try refuse(index, at: sizeMember.offset, &memory) }
    case .nullPointer: if memory.isNull { try refuse(index, at: 0, &memory) }
    default: break
    }
  }

  /// Judges a size by all steps that do, and gives the one that the kernel goes by.
  @inlinable
  @inline(never)
  func judged<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ announced: UInt64, flags: UInt64, _ memory: inout Memory
  ) throws(Rejection) -> UInt64 {
    var state = State(usize: announced, argument: 0)
    state.firstFlags = flags
    for index in sizeSteps { try judge(index, &state, &memory) }
    return state.usize
  }

  /// ``Codec/extent(of:)``, from the list of gates.
  @inlinable
  func extent(of flags: UInt64) -> Int {
    gates.last { $0.mask & flags != 0 }?.range.upperBound ?? version0
  }

  /// Refuses a tail that is not zero. A range that leaves the address space is a fault before a byte is read.
  ///
  /// A codec's unrolled path does the same in ``UserMemory/copyStructFromUserOrError(into:ksize:usize:checkingTail:)``.
  @inlinable
  func checkTail<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ index: Int, _ state: State, _ memory: inout Memory
  ) throws(Rejection) {
    guard state.usize > UInt64(ksize) else { return }
    guard let size = Int(exactly: state.usize) else { try refuse(index, .EFAULT, at: ksize, &memory) }
    switch memory.checkZeroedUserOrFault(at: ksize, count: size - ksize) {
    case .success(nil): return
    case .success(let found?): try refuse(index, at: found, &memory)
    case .failure(let fault): try refuse(index, .EFAULT, at: fault.offset, &memory)
    }
  }

  /// Copies what both sides have, or all that the user has, and looks what flags the copy holds.
  @inlinable
  func copy<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ index: Int, _ state: inout State, _ memory: inout Memory, _ kernel: inout MutableRawSpan
  ) throws(Rejection) {
    var fault: Fault?
    if case .copyAll = steps[index].action, state.size > ksize {
      fault = copyAll(state.size, &memory, &kernel)
    } else {
      fault = memory.copyFromUserOrFault(at: state.base, count: min(ksize, state.size), into: &kernel)
    }
    if let fault { try refuse(index, .EFAULT, at: fault.offset, &memory) }
    state.take(kernel.bytes.value(of: flags, at: state.base))
  }

  /// Fetches the user's struct with its tail, which is then forgotten.
  @inlinable
  func copyAll<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ usize: Int, _ memory: inout Memory, _ kernel: inout MutableRawSpan
  ) -> Fault? {
    var bytes = [UInt8](repeating: 0, count: usize)
    var span = bytes.mutableSpan
    var room = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    let fault = memory.copyFromUserOrFault(at: 0, count: usize, into: &room)
    kernel.copy(ksize, of: room.bytes, from: 0, to: 0)
    return fault
  }
}
