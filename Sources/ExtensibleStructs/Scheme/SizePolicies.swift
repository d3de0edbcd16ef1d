/// Which sizes a kernel answers at all.
public enum Dispatch: Hashable, Sendable {
  /// Any size between the minimum and the maximum.
  case anySize
  /// Only published sizes: the call is looked up by its full ioctl number, which holds the size.
  case publishedSizes(otherwise: Errno)
}

/// The least size that a kernel takes.
public struct MinimumSize: Hashable, Sendable {
  /// The bytes below which the call fails; nil for those of the first version.
  public var bytes: Int?
  /// What a smaller size is answered with.
  public var errno: Errno

  /// The first version's size.
  @inlinable
  @inline(__always)
  public static func version0(_ errno: Errno) -> MinimumSize { MinimumSize(bytes: nil, errno: errno) }

  /// No minimum: a shorter struct is extended with zeros.
  @inlinable
  @inline(__always)
  public static var none: MinimumSize { MinimumSize(bytes: 0, errno: .EINVAL) }

  /// Makes a minimum of `bytes`; nil for the first version's size.
  @inlinable
  @inline(__always)
  public init(bytes: Int?, errno: Errno) {
    self.bytes = bytes
    self.errno = errno
  }
}

/// The greatest size that a kernel takes.
public struct MaximumSize: Hashable, Sendable {
  /// The bytes above which the call fails.
  public var bytes: Int
  /// What a greater size is answered with.
  public var errno: Errno

  /// One page of 4 KiB, as most extensible system calls allow.
  @inlinable
  @inline(__always)
  public static func page(_ errno: Errno) -> MaximumSize { MaximumSize(bytes: 4096, errno: errno) }

  /// Makes a maximum of `bytes`.
  @inlinable
  @inline(__always)
  public init(bytes: Int, errno: Errno) {
    self.bytes = bytes
    self.errno = errno
  }
}

/// What size 0 means.
public enum ZeroSize: String, Hashable, Sendable {
  /// Nothing special: it is below the minimum, if there is one.
  case isASize
  /// The first version, as callers from before the size member meant it.
  case meansVersion0
}

/// How long a struct is on the wire beside what its version knows.
public enum Capacity: Hashable, Sendable {
  /// As long as the version.
  case exact
  /// Padded to `bytes` from the version with this index on: room for later versions to grow into.
  case padded(to: Int, fromVersion: Int)
}

/// What the kernel writes into the user's size member when it rejects a struct.
public enum WriteBack: Hashable, Sendable {
  /// Nothing.
  case none
  /// The size that it was compiled with, on every rejection with this errno. A fault on the way is ignored.
  case kernelSize(on: Errno)
}

/// What a kernel that hands out a struct says in the struct's size member.
public enum SizeReport: String, Hashable, Sendable {
  /// Nothing: the member is handed out as the kernel holds it.
  case none
  /// How many bytes it handed out: the lesser of both sizes, as `sched_getattr` does.
  case copiedBytes
  /// The size that all there is to say would have needed, on the success of a call that took a shorter struct
  /// in, as VFIO's `argsz`.
  case neededSize
}
