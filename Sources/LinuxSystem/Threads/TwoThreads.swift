internal import ExtensibleStructs
internal import Synchronization

/// Does so many pieces of work, each once, on this thread and on another one; on this one alone if no other can be made.
///
/// - Parameter work: what is done with an index; it is called on both threads at a time.
///
/// The corresponding C functions are `pthread_create` and `pthread_join`.
package func onTwoThreads(_ count: Int, _ work: (Int) -> Void) {
  let next = Mutex(0)
  func all() {
    while true {
      let index = next.withLock { next in
        defer { next += 1 }
        return next
      }
      guard index < count else { return }
      work(index)
    }
  }
  do { try Syscalls.onNewThread(all, meanwhile: all) } catch { all() }
}
