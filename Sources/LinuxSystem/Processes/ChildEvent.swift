internal import ExtensibleStructs
internal import Glibc

/// What a child of this process came to.
package enum ChildEvent: Hashable, Sendable {
  /// It has stopped, at this signal.
  case stopped(Int32)
  /// It has ended with this status.
  case exited(Int32)
  /// It was ended by this signal.
  case killed(Int32)

  /// Takes a status of `waitpid` apart, as `WIFSTOPPED` and its like do.
  init(status: Int32) {
    self =
      switch status & 0x7f {
      case 0x7f: .stopped(status >> 8 & 0xff)
      case 0: .exited(status >> 8 & 0xff)
      case let signal: .killed(signal)
      }
  }

  /// Waits until a child stops, if it is traced, or ends.
  ///
  /// - Throws: ECHILD if there is no such child.
  static func next(of child: Int32) throws(LinuxErrno) -> ChildEvent {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) == -1 {  // Sound: one integer, and it lives through the call.
      guard errno == EINTR else { throw LinuxErrno(rawValue: errno) }
    }
    return ChildEvent(status: status)
  }

  /// A child that has ended, if there is one: nil if there are none that have, or none at all.
  ///
  /// The corresponding C function is `waitpid` with `WNOHANG`.
  package static func ended() -> (process: Int32, event: ChildEvent)? {
    var status: Int32 = 0
    // Sound: one integer, and it lives through the call.
    let found = unsafe waitpid(-1, &status, WNOHANG)
    return found > 0 ? (found, ChildEvent(status: status)) : nil
  }
}
