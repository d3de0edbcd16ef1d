public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_getevents_arg`: for how long a ring is waited for, and with which signals. 24 bytes, no more and no
/// less.
public struct IOUringGeteventsArg: ExtensibleStruct, Hashable {
  /// The address of a set of signals.
  public var sigmask: UInt64 = 0
  /// The size of that set in bytes.
  public var sigmaskSz: UInt32 = 0
  /// For how many microseconds to wait for more; pad up to Linux 6.11.
  public var minWaitUsec: UInt32 = 0
  /// The address of a time limit.
  public var ts: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "io_uring_getevents_arg") {
    Published("VER0", through: \.ts)
  }
}

extension Catalog {
  /// `io_uring_enter` with IORING_ENTER_EXT_ARG (Linux 5.11): the size is an argument, and only 24 is taken.
  ///
  /// `min_wait_usec` was a pad that nobody looked at, then one that had to be zero, then got its meaning.
  public static func ioUringEnter() throws(InterfaceError) -> Interface {
    let scheme = Scheme.sizeArgument.named(
      "exact-size", summary: "the size is an argument that has to be the kernel's own"
    ).with { $0.bounds = .init(.version0(.EINVAL), .init(bytes: 24, errno: .EINVAL)) }
    // 5.10.162 took the io_uring of 5.15, with the check of the pad.
    let carriedBack = [Release(5, 10, 162)]
    return try described(
      "io_uring_enter", IOUringGeteventsArg.self, "waits for a ring's completions", call: ioUringEnterCall,
      [
        Fact(
          since: Release(5, 1), until: Release(5, 11), endedEarly: carriedBack, .absent(.EINVAL),
          .source("an unknown flag: fs/io_uring.c at 5.2.1 and 5.9.2")),
        Fact(
          since: Release(5, 11), backports: carriedBack, .call(version: 0, scheme),
          .source("fs/io_uring.c at 5.11.14; 5.10.218 was asked, 5.10.162 is assumed")),
        Fact(
          since: Release(5, 19), backports: carriedBack, until: Release(6, 12),
          .rule(MemberRule("min_wait_usec", .noneOf(.max))),
          .source(
            "fs/io_uring.c at 5.19.0, and not at 5.17-rc5; 6.11.11; 5.10.218 was asked"
          )
        ),
      ])
  }

  /// IORING_ENTER_GETEVENTS with EXT_ARG, for no completion at all.
  private static let ioUringEnterCall = CallShape(
    .systemCall(.everywhere(426)),
    [
      .init("fd", .unsignedInt, .value(.file(.ring))), .init("to_submit", .unsignedInt, .value(0)),
      .init("min_complete", .unsignedInt, .value(0)), .init("flags", .unsignedInt, .value(0b1001)),
      .init("argp", .pointer, .structure), .init("argsz", .size, .size),
    ],
    unmodelled: ["sigmask": .max, "sigmask_sz": .max, "ts": .max])
}
