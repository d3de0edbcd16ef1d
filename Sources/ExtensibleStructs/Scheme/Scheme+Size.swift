extension Scheme {
  /// Where a kernel learns how long the user's struct is. The policies that exist for one source only are in its
  /// payload.
  public enum Size: Hashable, Sendable {
    /// Nowhere: it reads as many bytes as it was compiled with.
    case fixed
    /// A member of the struct, as in `sched_attr` and `perf_event_attr`.
    case member(Member)
    /// An argument of the call, as in `openat2` and `clone3`.
    case argument(Bounds)
    /// The size bits of the ioctl number (`_IOC_SIZE`).
    case command(Command)
    /// The flags: the newest extension whose gate is open ends the struct.
    case flags(Fetches)
    /// An argument that is not a size but a number of elements, each as long as the kernel's struct, as in
    /// `futex_waitv`.
    case elements(Elements)
    /// A word that a second pointer leads to. The kernel writes the size that it needs there before it judges the
    /// user's, and answers a smaller one with this errno, as `lsm_list_modules` does.
    case pointer(tooSmall: LinuxErrno)
  }

  /// A size member, and what is made of it.
  public struct Member: Hashable, Sendable {
    /// What is fetched to learn the size, and what afterwards.
    public var fetches: Fetches
    /// What size 0 means.
    public var zero: ZeroSize
    /// The sizes that are taken.
    public var bounds: Bounds
    /// The errno on which the kernel writes its own size into the member; nil if it never does. A fault on the way
    /// is ignored.
    public var writeBack: LinuxErrno?
    /// Whether, on success, the member of a user whose struct is shorter is overwritten with the kernel's size, as
    /// VFIO's `argsz` is.
    public var reportsNeededSize: Bool

    /// Makes a size member that is read alone, without bounds.
    @inlinable
    @inline(__always)
    public init(
      _ fetches: Fetches = .alone(then: SecondFetch()), zero: ZeroSize = .isASize, bounds: Bounds = Bounds(),
      writeBack: LinuxErrno? = nil, reportsNeededSize: Bool = false
    ) {
      self.fetches = fetches
      self.zero = zero
      self.bounds = bounds
      self.writeBack = writeBack
      self.reportsNeededSize = reportsNeededSize
    }
  }

  /// What size 0 means.
  public enum ZeroSize: String, Hashable, Sendable {
    /// Nothing special: it is below the minimum, if there is one.
    case isASize
    /// The first version: what callers from before the size member pass.
    case meansVersion0
  }

  /// Which ioctl numbers a kernel looks up.
  public enum Command: Hashable, Sendable {
    /// Any size within bounds: the kernel compares the rest of the number alone.
    case anySize(Bounds)
    /// Only published sizes: the kernel compares all 32 bits. Any other is answered with this errno.
    case publishedSizes(otherwise: LinuxErrno)
  }

  /// How many elements an array may have.
  public struct Elements: Hashable, Sendable {
    /// The least number; 0 for none.
    public var least: Int
    /// The greatest number.
    public var greatest: Int
    /// What a number outside is answered with.
    public var errno: LinuxErrno

    /// Makes the bounds of an array. ``Codec`` checks them.
    @inlinable
    @inline(__always)
    public init(_ least: Int, through greatest: Int, else errno: LinuxErrno) {
      self.least = least
      self.greatest = greatest
      self.errno = errno
    }
  }

  /// How long a struct is on the wire beside what its version knows.
  public enum Capacity: Hashable, Sendable {
    /// As long as the version.
    case exact
    /// Padded to `bytes` from the version with this index on: room for later versions to grow into.
    case padded(to: Int, fromVersion: Int)
  }
}

extension Scheme.Size {
  /// The source without its policies.
  package enum Source: String, Hashable, Sendable, CaseIterable {
    /// See ``Scheme/Size/fixed``.
    case fixed
    /// See ``Scheme/Size/member(_:)``.
    case member
    /// See ``Scheme/Size/argument(_:)``.
    case argument
    /// See ``Scheme/Size/command(_:)``.
    case command
    /// See ``Scheme/Size/flags(_:)``.
    case flags
    /// See ``Scheme/Size/elements(_:)``.
    case elements
    /// See ``Scheme/Size/pointer(tooSmall:)``.
    case pointer

    /// Whether the size travels outside the struct, so that a call has to carry it.
    package var isOutside: Bool {
      switch self {
      case .argument, .command, .elements, .pointer: true
      case .fixed, .member, .flags: false
      }
    }
  }

  /// Where the size comes from.
  package var source: Source {
    switch self {
    case .fixed: .fixed
    case .member: .member
    case .argument: .argument
    case .command: .command
    case .flags: .flags
    case .elements: .elements
    case .pointer: .pointer
    }
  }
}
