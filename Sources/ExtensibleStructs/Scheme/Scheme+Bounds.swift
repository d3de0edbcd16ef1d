extension Scheme {
  /// The sizes that a kernel takes, with an errno on each side.
  public struct Bounds: Hashable, Sendable {
    /// The least size.
    public var minimum: Minimum
    /// The greatest size, if there is one.
    public var maximum: Maximum?

    /// Makes bounds; none by default.
    @inlinable
    @inline(__always)
    public init(_ minimum: Minimum = .none, _ maximum: Maximum? = nil) {
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// The least size that a kernel takes.
  public struct Minimum: Hashable, Sendable {
    /// The bytes below which the call fails; nil for those of the first version.
    public var bytes: Int?
    /// What a smaller size is answered with.
    public var errno: LinuxErrno

    /// The first version's size.
    @inlinable
    @inline(__always)
    public static func version0(_ errno: LinuxErrno) -> Minimum { Minimum(bytes: nil, errno: errno) }

    /// No minimum: a shorter struct is extended with zeros.
    @inlinable
    @inline(__always)
    public static var none: Minimum { Minimum(bytes: 0, errno: .EINVAL) }

    /// Makes a minimum of `bytes`; nil for the first version's size. ``Codec`` refuses a negative one.
    @inlinable
    @inline(__always)
    public init(bytes: Int?, errno: LinuxErrno) {
      self.bytes = bytes
      self.errno = errno
    }
  }

  /// The greatest size that a kernel takes.
  public struct Maximum: Hashable, Sendable {
    /// The bytes above which the call fails.
    public var bytes: Int
    /// What a greater size is answered with.
    public var errno: LinuxErrno

    /// One page of 4 KiB, as most extensible system calls allow.
    @inlinable
    @inline(__always)
    public static func page(_ errno: LinuxErrno) -> Maximum { Maximum(bytes: 4096, errno: errno) }

    /// Makes a maximum of `bytes`.
    @inlinable
    @inline(__always)
    public init(bytes: Int, errno: LinuxErrno) {
      self.bytes = bytes
      self.errno = errno
    }
  }
}
