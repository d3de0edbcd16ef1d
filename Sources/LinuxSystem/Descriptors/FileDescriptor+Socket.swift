internal import CLinux
internal import ExtensibleStructs

extension FileDescriptor {
  /// Makes a TCP socket that is not connected, to be closed on exec.
  ///
  /// The corresponding C function is `socket`.
  package static func tcpSocket() throws(SystemError) -> FileDescriptor {
    FileDescriptor(
      owning: try SystemError.naming("socket") { () throws(LinuxErrno) in
        // AF_INET, SOCK_STREAM | SOCK_CLOEXEC
        Int32(truncatingIfNeeded: try Syscalls.call(clinux_SYS_socket, 2, 0x8_0001, 0))
      })
  }
}
