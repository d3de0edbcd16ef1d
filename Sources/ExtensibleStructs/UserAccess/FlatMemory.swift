/// User memory that is one mapped, writable stretch: for a server that writes back to its caller's buffer, such as the
/// size that it would take.
///
///     var span = buffer.mutableSpan
///     var memory = FlatMemory(span.mutableBytes)
///     let request = try codec.receive(from: &memory)  // on E2BIG the size is now in `buffer`
public struct FlatMemory: UserMemory, ~Copyable, ~Escapable {
  @usableFromInline var bytes: MutableRawSpan

  /// Takes the bytes from the user's pointer on; what lies behind them faults.
  @inlinable
  @inline(__always)
  @_lifetime(copy bytes)
  public init(_ bytes: consuming MutableRawSpan) { self.bytes = bytes }

  /// Never: there are bytes to point at.
  @inlinable
  @inline(__always)
  public var isNull: Bool { false }

  /// Reads an integer.
  @inlinable
  @inline(__always)
  public mutating func getUserOrFault(at offset: Int, width: Int) -> Result<UInt64, Fault> {
    guard let value = bytes.bytes.integer(at: offset, width: width) else {
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

  /// Writes an integer.
  @inlinable
  @inline(__always)
  public mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault) {
    guard bytes.store(value, at: offset, width: width) else { throw Fault(at: max(offset, bytes.byteCount)) }
  }

  /// Copies bytes in.
  @inlinable
  @inline(__always)
  public mutating func copyFromUserOrFault(
    at offset: Int, count: Int, into kernel: inout MutableRawSpan
  ) -> Fault? {
    if kernel.copy(count, of: bytes.bytes, from: offset, to: offset) || count == 0 { return nil }
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

  /// Copies bytes out; a fault leaves those in front of it written.
  @inlinable
  @inline(__always)
  public mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault) {
    guard bytes.copy(count, of: kernel, from: offset, to: offset) else {
      guard count > 0 else { return }
      bytes.copy(max(0, bytes.byteCount - offset), of: kernel, from: offset, to: offset)
      throw Fault(at: max(offset, bytes.byteCount))
    }
  }

  /// Zeroes bytes; a fault leaves those in front of it zeroed.
  @inlinable
  @inline(__always)
  public mutating func clearUser(at offset: Int, count: Int) throws(Fault) {
    guard bytes.zero(count, at: offset) else {
      guard count > 0 else { return }
      bytes.zero(max(0, bytes.byteCount - offset), at: offset)
      throw Fault(at: max(offset, bytes.byteCount))
    }
  }

  /// Finds the first byte that is not zero.
  @inlinable
  @inline(__always)
  public mutating func checkZeroedUserOrFault(at offset: Int, count: Int) -> Result<Int?, Fault> {
    var memory = SpanMemory(bytes.bytes)
    return memory.checkZeroedUserOrFault(at: offset, count: count)
  }

  /// Finds the first byte that is not zero.
  @inlinable
  @inline(__always)
  public mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int? {
    try checkZeroedUserOrFault(at: offset, count: count).get()
  }
}
