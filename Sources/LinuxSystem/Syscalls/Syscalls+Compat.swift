internal import CLinux
package import ExtensibleStructs

/// System calls as a 32-bit program makes them: numbers and widths are those of i386, and the memory that a call names
/// lies below 4 GiB.
extension Syscalls {
  /// A system call by its number on i386 and its registers, of which the kernel sees the lower halves.
  package static func i386(_ number: Int64, _ registers: InlineArray<6, UInt64>) throws(LinuxErrno) -> Int64 {
    try checked(
      clinux_syscall_i386(
        number, registers[0], registers[1], registers[2], registers[3], registers[4], registers[5]))
  }

  /// The same of a call that may make a child: it does nothing but end, and is waited for.
  package static func forkingI386(_ number: Int64, _ registers: InlineArray<6, UInt64>) throws(LinuxErrno)
    -> Int64
  {
    try checked(
      clinux_forking_syscall_i386(
        number, registers[0], registers[1], registers[2], registers[3], registers[4], registers[5]))
  }

  /// The system call number of `ioctl` on i386.
  package static let ioctlNumberI386: Int64 = 54

  /// Whether the kernel takes such calls: one that was built without CONFIG_IA32_EMULATION, or was booted with
  /// `ia32_emulation=0`, does not.
  package static let takesI386 = clinux_can_syscall_i386() == 0
}
