// The schemes of the discussion on KVM_SET_USER_MEMORY_REGION2, and what surrounds them.

extension Scheme {
  /// One ioctl, one size for ever: the struct is padded to `bytes`, and flags open what the pad becomes.
  ///
  /// The pad is not looked at, as in `KVM_SET_USER_MEMORY_REGION2`.
  @inlinable
  @inline(__always)
  public static func staticPad(to bytes: Int) -> Scheme {
    Scheme(
      "static-pad", size: .command(.publishedSizes(otherwise: .ENOTTY)),
      summary: "one ioctl whose flags open the pad"
    ).with { $0.capacity = .padded(to: bytes, fromVersion: 0) }
  }

  /// ``staticPad(to:)`` with pad and closed gates that must be zero, else `EINVAL`.
  @inlinable
  @inline(__always)
  public static func staticPadChecked(to bytes: Int) -> Scheme {
    staticPad(to: bytes).named(
      "static-pad-checked", summary: "one ioctl of which what no flag opens must be zero"
    ).with {
      $0.input?.pad = .mustBeZero(else: .EINVAL)
      $0.input?.closedGate = .mustBeZero(else: .EINVAL)
    }
  }

  /// The struct holds its own size, as `sched_attr` does: read alone, judged, then the struct is fetched.
  @inlinable
  @inline(__always)
  public static var sizePrefixed: Scheme {
    Scheme(
      "size-prefixed",
      size: .member(
        Member(
          zero: .meansVersion0, bounds: Bounds(.version0(.E2BIG), .page(.E2BIG)), writeBack: .E2BIG)),
      summary: "a size member; the tail must be zero, as sched_attr does it")
  }

  /// The size is an argument of the call, as in `openat2` and `clone3`.
  @inlinable
  @inline(__always)
  public static var sizeArgument: Scheme {
    Scheme(
      "size-argument", size: .argument(Bounds(.version0(.EINVAL), .page(.E2BIG))),
      summary: "the size is an argument; the tail must be zero")
  }

  /// The size is in the ioctl number, and the kernel looks at the rest of the number alone.
  @inlinable
  @inline(__always)
  public static var sizeInCommand: Scheme {
    Scheme(
      "size-in-command", size: .command(.anySize(Bounds(.version0(.EINVAL)))),
      summary: "the size is in the ioctl number; the tail must be zero")
  }

  /// The flags are read first and decide how many bytes are copied; both reads must agree on those flags.
  @inlinable
  @inline(__always)
  public static var flagFirst: Scheme {
    Scheme(
      "flag-first", size: .flags(.alone(then: SecondFetch(recheck: .deciding))),
      summary: "the old ioctl grows; flags are read first and decide the size")
  }

  /// The first version's bytes are fetched, with size and flags; then `size` bytes; both must agree.
  @inlinable
  @inline(__always)
  public static var sizeAndFlagFirst: Scheme {
    sizePrefixed.named(
      "size-and-flag-first",
      summary: "the first version is fetched, then size bytes; size and flags must agree"
    ).with { $0.fetches = .version0(then: SecondFetch(recheck: .all)) }
  }

  /// Every version has an ioctl of its own beside the old ones; the full number is looked up.
  @inlinable
  @inline(__always)
  public static var newIoctl: Scheme {
    Scheme(
      "new-ioctl", size: .command(.publishedSizes(otherwise: .ENOTTY)),
      summary: "a new ioctl beside the old one, each of one size")
  }

  /// ``newIoctl`` whose new ioctls are padded to `bytes`, as `KVM_SET_USER_MEMORY_REGION2` is.
  @inlinable
  @inline(__always)
  public static func newIoctl(paddedTo bytes: Int) -> Scheme {
    newIoctl.named("new-ioctl", summary: "a new ioctl beside the old one").with {
      $0.capacity = .padded(to: bytes, fromVersion: 1)
    }
  }

  /// VFIO's: a fixed `minsz`, the first version's size, is read once, with size and flags. The size is compared with
  /// `minsz`; the kernel does not look at the tail.
  ///
  /// It is no part of ``all(for:)``.
  @inlinable
  @inline(__always)
  public static var argsz: Scheme {
    Scheme(
      "argsz", size: .member(Member(.version0Only, bounds: Bounds(.version0(.EINVAL)))),
      summary: "a fixed minsz is read once, with argsz and flags, as VFIO does"
    ).with { $0.input?.tail = .ignored }
  }

  /// The kernel reads as many bytes as it was compiled with, whatever the caller's size: how not to grow a struct.
  @inlinable
  @inline(__always)
  public static var unversioned: Scheme {
    Scheme("unversioned", size: .fixed, summary: "the struct just grows; no size, no dispatch")
  }

  /// The length that a static pad gives this history, in bytes: 128 bytes behind the first version, doubled until the
  /// newest version fits.
  public static func paddedSize(for history: History) -> Int {
    guard history.layout.size == history.versions[history.versions.count - 1].size else {
      return history.layout.size
    }
    var pad = 128
    while history.versions[0].size + pad < history.layout.size { pad *= 2 }
    return history.versions[0].size + pad
  }
}
