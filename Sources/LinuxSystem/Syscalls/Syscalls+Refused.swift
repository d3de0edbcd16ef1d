internal import CLinux
package import ExtensibleStructs

/// Calls that do nothing but enter the kernel and be refused there, so that their time can be taken.
extension Syscalls {
  /// A call that does next to nothing. The corresponding C function is `getppid`.
  package static func enter() { _ = clinux_syscall(clinux_SYS_getppid, 0, 0, 0, 0, 0, 0) }

  /// Changes no signal mask: there is no such way to change it. The mask is fetched first, if `size` is 8.
  ///
  /// The corresponding C function is `rt_sigprocmask`.
  package static func refusedSigprocmask(_ mask: UInt64, size: UInt64) throws(LinuxErrno) {
    _ = try call(clinux_SYS_rt_sigprocmask, 99, mask, 0, size)
  }

  /// Does nothing to any semaphore: there is none with this number. The operations are fetched first.
  ///
  /// The corresponding C function is `semtimedop`.
  package static func refusedSemaphores(_ operations: UInt64, count: UInt64) throws(LinuxErrno) {
    _ = try call(clinux_SYS_semtimedop, (-1 as Int32).word, operations, count, 0)
  }
}
