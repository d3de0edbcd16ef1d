internal import Synchronization

/// A child process that a call made. It does nothing but end, with the status 0; somebody has to wait for it, which is
/// done with the last reference at the latest.
public final class OwnedChild: Sendable {
  /// Its process id.
  public let id: Int32
  private let reap: @Sendable (Int32) -> Int32
  private let status = Mutex<Int32?>(nil)

  /// Takes a child over that nothing else waits for.
  ///
  /// - Parameter reap: waits for it, and returns the status.
  package init(_ id: Int32, reap: @escaping @Sendable (Int32) -> Int32) {
    self.id = id
    self.reap = reap
  }

  /// Waits for its end.
  ///
  /// - Returns: the status, as `waitpid` writes it: 0 for a child that ended by itself; negative for a child that somebody else
  ///   waited for.
  ///
  /// The corresponding C function is `waitpid`.
  @discardableResult
  public func wait() -> Int32 {
    status.withLock { status in
      let answer = status ?? reap(id)
      status = answer
      return answer
    }
  }

  deinit { wait() }
}

extension OwnedChild: Hashable {
  /// Whether both are the same child.
  public static func == (left: OwnedChild, right: OwnedChild) -> Bool { left === right }

  /// Hashes which one it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
