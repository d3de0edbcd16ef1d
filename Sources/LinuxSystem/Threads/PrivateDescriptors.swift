internal import ExtensibleStructs

/// Runs `body` on a thread whose descriptor table is its own, and waits for its result.
///
/// The table starts as a copy of the process's. What `body` opens, closes or renumbers there, no other thread
/// sees, so that it may, say, make a guest_memfd descriptor 0. All that is left open in the table goes with
/// the thread. A descriptor from inside means nothing outside: do not let one escape in the result.
///
/// - Throws: a `SystemError` if the thread or its table cannot be made, or what `body` throws.
///
/// The corresponding C function is `unshare` with `CLONE_FILES`.
package func withPrivateDescriptors<R: Sendable>(_ body: @Sendable () throws -> R) throws -> R {
  try onNewThread {
    try SystemError.naming("unshare(CLONE_FILES)") { () throws(LinuxErrno) in
      try Syscalls.unshareDescriptors()
    }
    return try body()
  }
}
