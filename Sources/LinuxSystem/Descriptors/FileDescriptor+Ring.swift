internal import CLinux
internal import ExtensibleStructs

extension FileDescriptor {
  /// Makes a ring for requests with one entry, and no flag set.
  ///
  /// The corresponding C function is `io_uring_setup`.
  package static func ring() throws(SystemError) -> FileDescriptor {
    let parameters = try GuardedBuffer([UInt8](repeating: 0, count: 120))
    return FileDescriptor(
      owning: try SystemError.naming("io_uring_setup") { () throws(LinuxErrno) in
        Int32(truncatingIfNeeded: try Syscalls.call(clinux_SYS_io_uring_setup, 1, parameters.address))
      })
  }
}
