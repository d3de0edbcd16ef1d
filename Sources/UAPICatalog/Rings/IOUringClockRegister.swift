public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_clock_register`: by which clock a ring waits. 16 bytes.
public struct IOUringClockRegister: ExtensibleStruct {
  /// CLOCK_MONOTONIC or CLOCK_BOOTTIME.
  public var clockid: UInt32 = 0
  /// Must be zero.
  public var resv: InlineArray<3, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "io_uring_clock_register"
  ) {
    Published("VER0", through: \.resv)
    Reserved(\.resv)
  }
}

extension Catalog {
  /// IORING_REGISTER_CLOCK (Linux 6.12).
  public static func ioUringRegisterClock() throws(InterfaceError) -> Interface {
    let source = Evidence.source("io_uring/register.c at 6.12.118 and 7.3")
    return try described(
      "io_uring_register_clock", IOUringClockRegister.self, "says by which clock a ring waits",
      call: registerCall(29, count: .value(0), samples: ["clockid": 1]),
      [
        noRegister(until: Release(6, 12), "linux/io_uring.h of 6.12.118, and not of 6.11.11"),
        Fact(since: Release(6, 12), .call(version: 0, registerScheme), source),
        // Of the numbers that have bit 0 and none above bit 2, the two with both of bits 1 and 2, or neither.
        Fact(since: Release(6, 12), .rule(MemberRule("clockid", .noneOf(~0b111))), source),
        Fact(since: Release(6, 12), .rule(MemberRule("clockid", .allOf(0b001))), source),
        Fact(
          since: Release(6, 12), .rule(MemberRule("clockid", .allOf(0b100), when: "clockid", has: 0b010)),
          source),
        Fact(
          since: Release(6, 12), .rule(MemberRule("clockid", .allOf(0b010), when: "clockid", has: 0b100)),
          source),
      ])
  }
}
