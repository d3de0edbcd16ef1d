public import ExtensibleStructs
internal import Glibc

/// A request to the kernel that failed: what was asked, and the errno it answered.
public struct SystemError: Error, Hashable, Sendable {
  /// What was asked, such as `ioctl(KVM_CREATE_VM)` or `open(/dev/kvm)`.
  public var operation: String
  /// What the kernel answered.
  public var errno: LinuxErrno

  /// Makes an error from what was asked and what was answered.
  public init(_ operation: String, _ errno: LinuxErrno) {
    self.operation = operation
    self.errno = errno
  }

  /// Runs a bare call, and names the operation if it fails.
  package static func naming<R>(
    _ operation: @autoclosure () -> String, _ body: () throws(LinuxErrno) -> R
  ) throws(SystemError) -> R {
    do { return try body() } catch { throw SystemError(operation(), error) }
  }

  /// The C library's text for the errno, such as `No such file or directory`.
  package var reason: String {
    // Sound: the text ends with a zero byte, and is copied at once.
    guard let text = unsafe strerror(errno.rawValue) else { return "\(errno)" }
    return unsafe String(cString: text)
  }

  /// Whether the reader of a pipe has gone away.
  package var isBrokenPipe: Bool { errno.rawValue == EPIPE }
}

extension SystemError: CustomStringConvertible {
  /// The operation, the errno by text and name, and what to do where that is known.
  public var description: String {
    "\(operation): \(reason) (\(errno))" + (advice.map { "; \($0)" } ?? "")
  }
}
