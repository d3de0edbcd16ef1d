/// One access of user memory by a kernel: which primitive, where, how long.
public struct Access: Hashable, Sendable {
  /// The kernel's primitives, by their C names.
  public enum Primitive: String, Hashable, Sendable, CaseIterable {
    /// Reads one integer.
    case getUser = "get_user"
    /// Writes one integer.
    case putUser = "put_user"
    /// Copies bytes in.
    case copyFromUser = "copy_from_user"
    /// Copies bytes out.
    case copyToUser = "copy_to_user"
    /// Writes zeros.
    case clearUser = "clear_user"
    /// Reads bytes until one is not zero.
    case checkZeroedUser = "check_zeroed_user"

    /// Whether the kernel reads: a *fetch*.
    public var isFetch: Bool {
      switch self {
      case .getUser, .copyFromUser, .checkZeroedUser: true
      case .putUser, .copyToUser, .clearUser: false
      }
    }
  }

  /// Which primitive made the access.
  public var primitive: Primitive

  /// Where it began, in bytes from the user's pointer.
  public var offset: Int

  /// How many bytes it was asked for.
  public var count: Int

  /// Makes a record of an access.
  @inlinable
  @inline(__always)
  public init(_ primitive: Primitive, offset: Int, count: Int) {
    self.primitive = primitive
    self.offset = offset
    self.count = count
  }
}
