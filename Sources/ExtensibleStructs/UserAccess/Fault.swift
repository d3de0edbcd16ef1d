/// A user access that the memory did not allow: what makes a kernel answer `EFAULT`.
public struct Fault: Error, Hashable, Sendable {
  /// The first byte that could not be accessed, as an offset from the user's pointer.
  public var offset: Int

  /// Makes a fault at this offset.
  @inlinable
  public init(at offset: Int) { self.offset = offset }
}
