internal import ExtensibleStructs

/// Runs `body` on a thread of its own, and waits for its result.
///
/// - Throws: a ``SystemError`` if the thread cannot be made, or what `body` throws.
///
/// The corresponding C functions are `pthread_create` and `pthread_join`.
package func onNewThread<R: Sendable>(_ body: () throws -> R) throws -> R {
  var result: Result<R, any Error>?
  try SystemError.naming("pthread_create") { () throws(LinuxErrno) in
    try Syscalls.onNewThread { result = Result(catching: body) }
  }
  guard let result else { throw SystemError("pthread_create", .ESRCH) }
  return try result.get()
}
