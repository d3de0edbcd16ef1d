internal import ExtensibleStructs
package import LinuxSystem
internal import Synchronization

/// A struct across two pages, one of which is missing until somebody touches it: the touch is the moment at which
/// the struct changes, without a race.
///
///              address      page ends
///                 |             |
///     |   page 0  | front bytes | rear bytes      page 1 |
///
/// The thread that touches the missing page waits in the kernel, in the middle of its copy, while the other page is
/// rewritten and the missing one is filled.
package final class FaultingBuffer: Sendable {
  /// Which page is missing.
  package enum Missing: String, Hashable, Sendable, CaseIterable {
    /// The one with the front of the struct.
    case front
    /// The one with the rear of the struct.
    case rear
  }

  /// The address to hand to the kernel.
  package let address: UInt64
  /// How many bytes of the struct lie in front of the page's end.
  package let front: Int
  /// Which page is missing.
  package let missing: Missing

  private let mapping: Mapping
  private let before: [UInt8]
  private let after: [UInt8]
  private let isUsed = Atomic(false)
  private let faulted = Atomic(false)

  /// Lays out a struct.
  ///
  /// - Parameters:
  ///   - before: the struct until the missing page is touched.
  ///   - after: the struct from then on, of the same length.
  ///   - front: how many bytes lie in front of the page's end: at least 1, at most all but 1.
  /// - Throws: EINVAL if the lengths do not fit two pages, ENOMEM if there is no memory.
  package init(
    before: [UInt8], after: [UInt8], front: Int, missing: Missing
  ) throws(SystemError) {
    let page = Mapping.pageSize
    guard before.count == after.count, 0 < front, front < before.count, before.count <= page else {
      throw SystemError("a struct of \(before.count) bytes across pages, \(front) in front", .EINVAL)
    }
    mapping = try Mapping(length: 2 * page)
    address = mapping.address + UInt64(page - front)
    self.front = front
    self.missing = missing
    self.before = before
    self.after = after
  }

  /// Whether the missing page was touched, and the struct changed.
  package var didFault: Bool { faulted.load(ordering: .acquiring) }

  /// The bytes that were there from the start, as indices into the struct.
  package var present: Range<Int> { missing == .front ? front..<before.count : 0..<front }

  /// Makes a call on a thread of its own, and changes the struct when it touches the missing page.
  ///
  /// It ends by itself: after five seconds without a fault the page is no longer watched, so that a late touch finds
  /// zeros.
  ///
  /// - Returns: what the call returned, and the ``present`` bytes afterwards.
  /// - Throws: EBUSY if the buffer has served a call before; what the call throws; a ``SystemError`` whose operation
  ///   begins with `userfaultfd` if faults cannot be handled here.
  package func serve<R: Sendable>(_ call: @Sendable () throws -> R) throws -> (R, present: [UInt8]) {
    guard !isUsed.exchange(true, ordering: .relaxed) else {
      throw SystemError("a second call on a buffer for one", .EBUSY)
    }
    let page = Mapping.pageSize
    let start = Mapping.pageSize - front
    let gone = mapping.address + (missing == .front ? 0 : UInt64(page))
    let faults = try UserFaultDescriptor()
    try mapping.write(Array(before[present]), at: start + present.lowerBound)
    try faults.register(gone, length: page)
    let isDone = Atomic(false)
    var result: Result<R, any Error>?
    var failure: SystemError?
    try SystemError.naming("pthread_create") { () throws(LinuxErrno) in
      try Syscalls.onNewThread {
        result = Result { try call() }
        isDone.store(true, ordering: .releasing)
      } meanwhile: {
        do throws(SystemError) { try handle(faults, gone, until: isDone) } catch { failure = error }
        // Whoever still waits goes on; a failure of this is one of the handling.
        do throws(SystemError) { try faults.unregister(gone, length: page) } catch {
          failure = failure ?? error
        }
      }
    }
    if let failure { throw failure }
    guard let result else { throw SystemError("pthread_create", .ESRCH) }
    return (try result.get(), try mapping.read(at: start + present.lowerBound, count: present.count))
  }

  /// Waits for the one fault, and changes the struct.
  private func handle(
    _ faults: borrowing UserFaultDescriptor, _ gone: UInt64, until isDone: borrowing Atomic<Bool>
  ) throws(SystemError) {
    var turns = 5000
    while turns > 0, !isDone.load(ordering: .acquiring) {
      turns -= 1
      guard try faults.waitForFault(milliseconds: 1) else { continue }
      let page = Mapping.pageSize
      try mapping.write(Array(after[present]), at: page - front + present.lowerBound)
      let content = try Mapping(length: page)
      let part = missing == .front ? after[..<front] : after[front...]
      try content.write(Array(part), at: missing == .front ? page - front : 0)
      faulted.store(true, ordering: .releasing)
      try faults.fill(gone, from: content.address, length: page)
      return
    }
  }
}
