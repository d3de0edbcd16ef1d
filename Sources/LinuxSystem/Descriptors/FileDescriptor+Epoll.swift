internal import CLinux
internal import ExtensibleStructs

extension FileDescriptor {
  /// Makes a set of files to wait for, with none in it, to be closed on exec.
  ///
  /// The corresponding C function is `epoll_create1`.
  package static func epoll() throws(SystemError) -> FileDescriptor {
    FileDescriptor(
      owning: try SystemError.naming("epoll_create1") { () throws(LinuxErrno) in
        Int32(truncatingIfNeeded: try Syscalls.call(clinux_SYS_epoll_create1, 0x8_0000))  // EPOLL_CLOEXEC
      })
  }
}
