internal import CLinux
package import ExtensibleStructs

/// The entries into the kernel: one generic call by number, and a function for each call that Swift code makes. Every
/// system call of this package is made in this module.
///
/// Addresses travel as integers, as they do in the kernel's own interface: what is at them is the business of
/// ``Mapping``, the one type that turns an address into a pointer.
package enum Syscalls {
  /// A system call by its number: the kernel's answer, or the errno it gave.
  package static func call(
    _ number: Int64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0, _ d: UInt64 = 0, _ e: UInt64 = 0,
    _ f: UInt64 = 0
  ) throws(LinuxErrno) -> Int64 {
    try checked(clinux_syscall(number, a, b, c, d, e, f))
  }

  /// A system call by its number and its registers.
  package static func call(_ number: Int64, _ registers: InlineArray<6, UInt64>) throws(LinuxErrno) -> Int64 {
    try call(
      number, registers[0], registers[1], registers[2], registers[3], registers[4], registers[5])
  }

  /// The same of a call that may make a child: it does nothing but end, and is waited for.
  package static func forking(_ number: Int64, _ registers: InlineArray<6, UInt64>) throws(LinuxErrno)
    -> Int64
  {
    try checked(
      clinux_forking_syscall(
        number, registers[0], registers[1], registers[2], registers[3], registers[4], registers[5]))
  }

  /// The same of a call that may make a child, which does nothing but end, and is left to be waited for.
  ///
  /// - Precondition: the child gets a copy of the memory, so that it does not run on this thread's stack.
  package static func branching(_ number: Int64, _ registers: InlineArray<6, UInt64>) throws(LinuxErrno)
    -> Int64
  {
    try checked(
      clinux_branching_syscall(
        number, registers[0], registers[1], registers[2], registers[3], registers[4], registers[5]))
  }

  /// Waits for a child, whichever signal it ends with.
  ///
  /// - Returns: its status.
  ///
  /// The corresponding C function is `waitpid` with `__WALL`.
  package static func reap(_ child: Int32) throws(LinuxErrno) -> Int32 {
    Int32(truncatingIfNeeded: try checked(clinux_reap(child)))
  }

  /// Makes a call again for as long as a signal interrupts it.
  static func retrying(_ body: () throws(LinuxErrno) -> Int64) throws(LinuxErrno) -> Int64 {
    while true {
      do { return try body() } catch  where error != .EINTR { throw error } catch { continue }
    }
  }

  /// The answer of a C function that returns the errno negated.
  static func checked(_ answer: Int64) throws(LinuxErrno) -> Int64 {
    guard answer >= 0 else { throw LinuxErrno(rawValue: Int32(truncatingIfNeeded: -answer)) }
    return answer
  }

  /// The system call number of `ioctl` on this architecture.
  package static let ioctlNumber: Int64 = clinux_SYS_ioctl
}

extension Int32 {
  /// A C `int` as a system call's register holds it: the sign is kept.
  var word: UInt64 { UInt64(bitPattern: Int64(self)) }
}

extension Span where Element: BitwiseCopyable {
  /// The address of the elements as an integer, good for as long as `body` runs.
  func withAddress<R>(_ body: (UInt64) throws(LinuxErrno) -> R) throws(LinuxErrno) -> R {
    try unsafe withUnsafeBytes { (raw) throws(LinuxErrno) in
      // Sound: only the kernel reads there, and it does so while the span's memory is held.
      try body(UInt64(UInt(bitPattern: raw.baseAddress)))
    }
  }
}
