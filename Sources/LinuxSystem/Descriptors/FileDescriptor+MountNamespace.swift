internal import CLinux
internal import ExtensibleStructs

extension FileDescriptor {
  /// Makes a mount namespace, a copy of this process's, which lasts as long as the descriptor.
  ///
  /// A thread of its own is in it, and ends: no other thread leaves its namespace.
  ///
  /// The corresponding C function is `unshare` with `CLONE_NEWNS`.
  package static func mountNamespace() throws(SystemError) -> FileDescriptor {
    var answer: Result<Int32, SystemError> = .failure(SystemError("unshare(CLONE_NEWNS)", .ESRCH))
    try SystemError.naming("pthread_create") { () throws(LinuxErrno) in
      try Syscalls.onNewThread {
        answer = Result { () throws(SystemError) in
          _ = try SystemError.naming("unshare(CLONE_NEWNS)") { () throws(LinuxErrno) in
            try Syscalls.call(clinux_SYS_unshare, 0x2_0000)
          }
          return try FileDescriptor(opening: "/proc/thread-self/ns/mnt", .readOnly).take()
        }
      }
    }
    return FileDescriptor(owning: try answer.get())
  }
}
