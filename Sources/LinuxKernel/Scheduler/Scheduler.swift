public import ExtensibleStructs

/// The scheduler's two calls on a thread that was made for the purpose, so that nothing else is changed.
public struct Scheduler: ~Copyable {
  private init() {}

  /// Runs `body` on a thread of its own and waits for its result. What it sets goes with the thread.
  ///
  /// - Throws: a ``SystemError`` if the thread cannot be made, or what `body` throws.
  public static func onFreshThread<R: Sendable>(_ body: @Sendable (borrowing Scheduler) throws -> R) throws
    -> R
  {
    var result: Result<R, any Error>?
    try SystemError.naming("pthread_create") { () throws(Errno) in
      try Syscalls.onNewThread { result = Result { try body(Scheduler()) } }
    }
    guard let result else { throw SystemError("pthread_create", .ESRCH) }
    return try result.get()
  }

  /// Sets how this thread is scheduled, from raw memory. The errno is data; no error is thrown.
  ///
  /// The corresponding C function is `sched_setattr`.
  public borrowing func setattr(_ memory: GuardedBuffer) -> Errno? { setattr(at: memory.address) }

  /// Sets how this thread is scheduled, from memory of which a page is missing. The errno is data.
  ///
  /// The corresponding C function is `sched_setattr`.
  public borrowing func setattr(_ memory: FaultingBuffer) -> Errno? { setattr(at: memory.address) }

  /// Writes how this thread is scheduled to raw memory. The errno is data; no error is thrown.
  ///
  /// The corresponding C function is `sched_getattr`.
  public borrowing func getattr(_ memory: GuardedBuffer, size: UInt32) -> Errno? {
    getattr(at: memory.address, size: size)
  }

  borrowing func setattr(at address: UInt64) -> Errno? {
    do { try Syscalls.schedSetattr(address) } catch { return error }
    return nil
  }

  borrowing func getattr(at address: UInt64, size: UInt32) -> Errno? {
    do { try Syscalls.schedGetattr(address, size: size) } catch { return error }
    return nil
  }
}
