extension Checks {
  /// Does to the user's struct what the kernel does when it refuses the content.
  ///
  /// - Returns: the refusal, or `EFAULT` if the struct cannot be written.
  @inlinable
  @inline(never)
  func answered<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ rejection: Rejection, usize: Int, _ memory: inout Memory, _ kernel: inout MutableRawSpan
  ) -> Rejection {
    let count = min(ksize, usize)
    do throws(Fault) {
      switch refusal {
      case .leftAlone: break
      case .copiedBack: try memory.copyToUser(at: 0, count: count, from: kernel.bytes)
      case .zeroed: try memory.clearUser(at: 0, count: count)
      case .inMember(let member):
        let errno = UInt64(truncatingIfNeeded: -Int64(rejection.errno.rawValue))
        kernel.store(errno, at: member.offset, width: member.width)
        try memory.copyToUser(at: 0, count: count, from: kernel.bytes)
      }
    } catch { return Rejection(rejection.step, .EFAULT, at: error.offset, index: rejection.index) }
    return rejection
  }
}
