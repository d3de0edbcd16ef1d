internal import ExtensibleStructs

extension FileDescriptor {
  /// Makes a descriptor for the handling of faults, on which `UFFDIO_API` was not yet called.
  ///
  /// The corresponding C function is `userfaultfd`.
  package static func userFault() throws(SystemError) -> FileDescriptor {
    FileDescriptor(
      owning: try SystemError.naming("userfaultfd") { () throws(LinuxErrno) in try Syscalls.userfaultfd() })
  }
}
