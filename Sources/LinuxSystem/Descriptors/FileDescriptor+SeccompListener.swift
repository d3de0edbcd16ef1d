internal import CLinux
internal import ExtensibleStructs

extension FileDescriptor {
  /// Makes a listener for the notifications of a filter that allows every system call.
  ///
  /// A thread of its own has the filter, and ends: no other thread is filtered, and nothing is ever notified.
  ///
  /// The corresponding C function is `seccomp`.
  package static func seccompListener() throws(SystemError) -> FileDescriptor {
    // One instruction, BPF_RET | BPF_K, with SECCOMP_RET_ALLOW for its constant.
    let filter = try GuardedBuffer([0x06, 0, 0, 0, 0, 0, 0xff, 0x7f])
    // struct sock_fprog: the number of instructions, and their address.
    let program = try GuardedBuffer([1, 0, 0, 0, 0, 0, 0, 0] + bytes(of: filter.address))
    let address = program.address
    var answer: Result<Int32, LinuxErrno> = .failure(.ESRCH)
    try SystemError.naming("pthread_create") { () throws(LinuxErrno) in
      try Syscalls.onNewThread {
        answer = Result { () throws(LinuxErrno) in try Syscalls.filter(by: address) }
      }
    }
    return FileDescriptor(
      owning: try SystemError.naming("seccomp") { () throws(LinuxErrno) in try answer.get() })
  }

  private static func bytes(of word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
  }
}

extension Syscalls {
  /// Puts the calling thread under the filter at an address, and answers the descriptor of its listener.
  fileprivate static func filter(by program: UInt64) throws(LinuxErrno) -> Int32 {
    _ = try call(clinux_SYS_prctl, 38, 1, 0, 0, 0)  // PR_SET_NO_NEW_PRIVS, without which only root may filter
    // SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER
    return Int32(truncatingIfNeeded: try call(clinux_SYS_seccomp, 1, 1 << 3, program))
  }
}
