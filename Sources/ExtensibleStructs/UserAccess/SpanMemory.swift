/// Plain bytes as user memory: mapped to their end, readable, not writable.
///
/// What a decoder of a message in a buffer needs; the same code as for a simulated kernel, specialised.
public struct SpanMemory: UserMemory, ~Escapable {
  @usableFromInline let bytes: RawSpan

  /// Takes the bytes from the user's pointer on.
  @inlinable
  @inline(__always)
  @_lifetime(copy bytes)
  public init(_ bytes: RawSpan) { self.bytes = bytes }

  /// Never: there are bytes to point at.
  @inlinable
  @inline(__always)
  public var isNull: Bool { false }

  /// Reads an integer.
  @inlinable
  @inline(__always)
  public mutating func getUserOrFault(at offset: Int, width: Int) -> Result<UInt64, Fault> {
    guard let value = bytes.integer(at: offset, width: width) else {
      return .failure(Fault(at: max(offset, bytes.byteCount)))
    }
    return .success(value)
  }

  /// Reads an integer.
  @inlinable
  @inline(__always)
  public mutating func getUser(at offset: Int, width: Int) throws(Fault) -> UInt64 {
    try getUserOrFault(at: offset, width: width).get()
  }

  /// Faults: the bytes are not writable.
  @inlinable
  @inline(__always)
  public mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault) {
    throw Fault(at: offset)
  }

  /// Copies bytes in.
  @inlinable
  @inline(__always)
  public mutating func copyFromUserOrFault(
    at offset: Int, count: Int, into kernel: inout MutableRawSpan
  ) -> Fault? {
    if kernel.copy(count, of: bytes, from: offset, to: offset) || count == 0 { return nil }
    return Fault(at: max(offset, bytes.byteCount))
  }

  /// Copies bytes in.
  @inlinable
  @inline(__always)
  public mutating func copyFromUser(
    at offset: Int, count: Int, into kernel: inout MutableRawSpan
  ) throws(Fault) {
    if let fault = copyFromUserOrFault(at: offset, count: count, into: &kernel) { throw fault }
  }

  /// Faults, unless there is nothing to copy: the bytes are not writable.
  @inlinable
  @inline(__always)
  public mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault) {
    guard count == 0 else { throw Fault(at: offset) }
  }

  /// Faults, unless there is nothing to clear: the bytes are not writable.
  @inlinable
  @inline(__always)
  public mutating func clearUser(at offset: Int, count: Int) throws(Fault) {
    guard count == 0 else { throw Fault(at: offset) }
  }

  /// Finds the first byte that is not zero.
  @inlinable
  @inline(__always)
  public mutating func checkZeroedUserOrFault(at offset: Int, count: Int) -> Result<Int?, Fault> {
    guard bytes.holds(count, at: offset) else {
      return count == 0 ? .success(nil) : checkBeyond(at: offset).map { .some($0) }
    }
    return .success(bytes.firstNonZero(at: offset, count: count))
  }

  /// Finds the first byte that is not zero.
  @inlinable
  @inline(__always)
  public mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int? {
    try checkZeroedUserOrFault(at: offset, count: count).get()
  }

  /// The same where not all of the range is there: what is not zero in front of the end is still found first, else
  /// it is a fault.
  @inlinable
  @inline(never)
  func checkBeyond(at offset: Int) -> Result<Int, Fault> {
    if offset < bytes.byteCount, let found = bytes.firstNonZero(at: offset, count: bytes.byteCount - offset) {
      return .success(found)
    }
    return .failure(Fault(at: max(offset, bytes.byteCount)))
  }
}
