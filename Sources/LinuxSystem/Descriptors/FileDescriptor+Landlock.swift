internal import CLinux
internal import ExtensibleStructs

extension FileDescriptor {
  /// Makes a set of rules for the execution of files, and for two rights on ports where the kernel knows those. Nobody is
  /// restricted by it.
  ///
  /// The corresponding C function is `landlock_create_ruleset`.
  package static func landlockRuleset() throws(SystemError) -> FileDescriptor {
    // handled_access_fs, and handled_access_net.
    let attributes = try GuardedBuffer([1, 0, 0, 0, 0, 0, 0, 0] + [3, 0, 0, 0, 0, 0, 0, 0])
    let address = attributes.address
    return FileDescriptor(
      owning: try SystemError.naming("landlock_create_ruleset") { () throws(LinuxErrno) in
        do throws(LinuxErrno) { return try Syscalls.landlockRuleset(address, 16) } catch .E2BIG {
          return try Syscalls.landlockRuleset(address, 8)
        }
      })
  }
}

extension Syscalls {
  fileprivate static func landlockRuleset(_ address: UInt64, _ size: UInt64) throws(LinuxErrno) -> Int32 {
    Int32(truncatingIfNeeded: try call(clinux_SYS_landlock_create_ruleset, address, size, 0))
  }
}
