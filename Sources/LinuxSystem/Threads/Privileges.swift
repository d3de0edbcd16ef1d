internal import ExtensibleStructs

/// The privileges of the calling thread.
package enum Privileges {
  /// Whether the thread has any capability. The corresponding C function is `capget`.
  package static var hasAny: Bool { ((try? Syscalls.capabilities()) ?? [0]).contains { $0 != 0 } }

  /// Makes the calling thread, and no other one, nobody's: with the user and group that own nothing, and without any
  /// capability. There is no way back: let the thread end.
  ///
  /// - Throws: what was refused, such as EPERM for a thread that is not root's.
  ///
  /// The corresponding C functions are `setgroups`, `setresgid`, `setresuid` and `capset`, the system calls: those of
  /// the C library change every thread.
  package static func drop() throws(SystemError) {
    let dumpable = try? Syscalls.dumpable()
    try SystemError.naming("setgroups") { () throws(LinuxErrno) in try Syscalls.forgetGroups() }
    try SystemError.naming("setresgid(65534)") { () throws(LinuxErrno) in try Syscalls.becomeNobodysGroup() }
    try SystemError.naming("setresuid(65534)") { () throws(LinuxErrno) in try Syscalls.becomeNobody() }
    try SystemError.naming("capset") { () throws(LinuxErrno) in try Syscalls.dropCapabilities() }
    // Another user makes the kernel refuse core dumps and tracing of the whole process.
    if dumpable == 1 { try? Syscalls.setDumpable() }
  }
}
