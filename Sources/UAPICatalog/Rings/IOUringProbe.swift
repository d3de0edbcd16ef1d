public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_probe`: which requests a ring takes. 16 bytes, with as many operations behind it as are asked for.
public struct IOUringProbe: ExtensibleStruct {
  /// The last operation that the kernel knows; only handed out.
  public var lastOp: UInt8 = 0
  /// How many operations follow; only handed out.
  public var opsLen: UInt8 = 0
  /// Must be zero.
  public var resv: UInt16 = 0
  /// Must be zero.
  public var resv2: InlineArray<3, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "io_uring_probe"
  ) {
    Published("VER0", through: \.resv2)
    Reserved(\.resv)
    Reserved(\.resv2)
  }
}

extension Catalog {
  /// IORING_REGISTER_PROBE (Linux 5.6), asked for no operation: every byte has to be zero, and the struct is copied back.
  public static func ioUringRegisterProbe() throws(InterfaceError) -> Interface {
    let source = Evidence.source("fs/io_uring.c at 5.6.4, io_uring at 6.1.192 and 7.3")
    let scheme = registerScheme.with { $0.input?.copiesBack = true }
    return try described(
      "io_uring_register_probe", IOUringProbe.self, "says which requests a ring takes",
      call: registerCall(8, count: .value(0), filledIn: ["last_op"]),
      queries: [
        CapabilityQuery(
          "IORING_REGISTER_PROBE", .structure([UInt8](repeating: 0, count: 16)), answer: .member("last_op"),
          answers: lastOperations)
      ],
      [
        noRegister(
          until: Release(5, 6), "linux/io_uring.h of 5.6.4, and not of 5.4; that it was 5.6 is assumed"),
        Fact(since: Release(5, 6), .call(version: 0, scheme), source),
      ]
        + ["last_op", "ops_len"].map {
          Fact(since: Release(5, 6), .rule(MemberRule($0, .noneOf(.max))), source)
        })
  }

  /// The last request that a line knows, of the lines whose header was read.
  private static let lastOperations: [CapabilityQuery.DatedAnswer] = [
    (Release(5, 10), Release(5, 11), 36), (Release(6, 1), Release(6, 2), 48),
    (Release(6, 12), Release(6, 13), 57),
    (Release(7, 2), Release(7, 4), 64),
  ].map { since, until, last in
    CapabilityQuery.DatedAnswer(
      ReleaseRange(since: since, until: until), last, .source("linux/io_uring.h of \(since)"))
  }
}
