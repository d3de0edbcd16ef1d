public import ExtensibleStructs
public import KernelInterfaces

/// `struct futex_waitv`: one element of the array that `futex_waitv` waits on. 24 bytes for ever: the array's
/// stride (Linux 5.16).
public struct FutexWaitv: ExtensibleStruct, Hashable {
  /// The value that the futex is expected to hold.
  public var val: UInt64 = 0
  /// Where it is.
  public var uaddr: UInt64 = 0
  /// `FUTEX2_*`.
  public var flags: UInt32 = 0
  /// Must be zero.
  public var reserved: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version; FUTEX2_SIZE_U32 and FUTEX2_PRIVATE.
  public static let history = Declaration(
    Self.self, "futex_waitv", flags: \.flags, known: 0x82
  ) {
    Published("VER0", through: \.reserved)
    Reserved(\.reserved)
  }
}

extension Catalog {
  /// `futex_waitv` (Linux 5.16): 1 to 128 elements, each fetched and judged before the next.
  public static func futexWaitv() throws(InterfaceError) -> Interface {
    let scheme = Scheme(
      "array", size: .elements(Scheme.Elements(1, through: 128, else: .EINVAL)),
      summary: "an array with a fixed stride"
    ).with {
      $0.nullPointer = .rejectedAfterSize(.EINVAL)
      $0.input?.pad = .mustBeZero(else: .EINVAL)
      $0.flagsArgument = .rejectedFirst(known: 0, .EINVAL)
    }
    let upper = Evidence.source(
      "kernel/futex/syscalls.c at 6.8.1, and not at 6.6.9; linux/futex.h of 6.7-rc1")
    return try described(
      "futex_waitv", FutexWaitv.self, "waits on several futexes at once", call: futexWaitvCall,
      [
        Fact(
          since: Release(5, 16), .call(version: 0, scheme),
          .source("kernel/futex/syscalls.c at 5.17-rc5; linux/futex.h of 5.16")),
        Fact(since: Release(5, 16), .flags(0x82), .source("kernel/futex/syscalls.c at 5.17-rc5")),
        Fact(
          since: Release(6, 16), .flags(0x0c),
          .source("NUMA and MPOL: linux/futex.h of 6.16-rc2; kernel/futex at 6.17.0, and not at 6.14.0")),
        // The size of the word is one of two bits, of which 32 bits alone is taken.
        Fact(
          since: Release(5, 16), .rule(MemberRule("flags", .allOf(0x2))),
          .source("kernel/futex/syscalls.c at 5.17-rc5")),
        Fact(since: Release(6, 7), .rule(MemberRule("flags", .noneOf(0x1))), upper),
        Fact(since: Release(6, 7), .rule(MemberRule("val", .within(0...UInt64(UInt32.max)))), upper),
      ])
  }

  /// The word at `uaddr` is 1 and not `val`; the deadline is the first nanosecond of CLOCK_MONOTONIC.
  private static let futexWaitvCall = CallShape(
    .systemCall(.everywhere(449)),
    [
      .init("waiters", .pointer, .structure),
      .init("nr_futexes", .unsignedInt, .size),
      .init("flags", .unsignedInt, .flags()),
      CallShape.Argument(
        "timeout", .pointer, .value(.bytes([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]))),
      .init("clockid", .int, .value(1)),
    ],
    passing: [
      .init(.EAGAIN, .state, "the futex holds another value"),
      .init(.ETIMEDOUT, .state, "the deadline has passed"),
    ],
    samples: ["uaddr": .bytes([1, 0, 0, 0]), "flags": 2], unmodelled: ["uaddr": .max])
}
