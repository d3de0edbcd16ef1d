public import ExtensibleStructs
import KernelInterfaces

extension PagedMemory: UserMemory {
  /// Whether the pointer is NULL.
  public var isNull: Bool { pointer == .null }

  /// Reads an integer, all of which must be mapped.
  public mutating func getUser(at offset: Int, width: Int) throws(Fault) -> UInt64 {
    record(.getUser, offset, width)
    let reached = reach(offset, width, writing: false)
    guard reached == width, let value = unsafe bytes.span.bytes.integer(at: offset, width: width) else {
      throw Fault(at: offset + reached)
    }
    return value
  }

  /// Writes an integer, all of which must be mapped and writable.
  public mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault) {
    record(.putUser, offset, width)
    let reached = reach(offset, width, writing: true)
    guard reached == width else { throw Fault(at: offset + reached) }
    write(at: offset, count: width) { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }

  /// Copies bytes in; a fault leaves the kernel's struct with what lay in front of it.
  public mutating func copyFromUser(
    at offset: Int, count: Int, into kernel: inout MutableRawSpan
  ) throws(Fault) {
    record(.copyFromUser, offset, count)
    let reached = reach(offset, count, writing: false)
    kernel.copy(reached, of: unsafe bytes.span.bytes, from: offset, to: offset)
    guard reached == count else { throw Fault(at: offset + reached) }
  }

  /// Copies bytes out; a fault leaves those in front of it written.
  public mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault) {
    record(.copyToUser, offset, count)
    let reached = reach(offset, count, writing: true)
    write(at: offset, count: reached) { UInt8(kernel.integer(at: offset + $0, width: 1) ?? 0) }
    guard reached == count else { throw Fault(at: offset + reached) }
  }

  /// Zeroes bytes; a fault leaves those in front of it zeroed.
  public mutating func clearUser(at offset: Int, count: Int) throws(Fault) {
    record(.clearUser, offset, count)
    let reached = reach(offset, count, writing: true)
    write(at: offset, count: reached) { _ in 0 }
    guard reached == count else { throw Fault(at: offset + reached) }
  }

  /// Finds the first byte that is not zero, before it runs into memory that cannot be read.
  public mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int? {
    record(.checkZeroedUser, offset, count)
    let reached = reach(offset, count, writing: false)
    if let found = unsafe bytes.span.bytes.firstNonZero(at: offset, count: reached) { return found }
    guard reached == count else { throw Fault(at: offset + reached) }
    return nil
  }
}
