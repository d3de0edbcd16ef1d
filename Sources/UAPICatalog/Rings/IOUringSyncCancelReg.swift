public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_sync_cancel_reg`: which requests are cancelled, and for how long that is waited for. 64 bytes.
public struct IOUringSyncCancelReg: ExtensibleStruct {
  /// The user data of the requests.
  public var addr: UInt64 = 0
  /// Their file.
  public var fd: Int32 = 0
  /// `IORING_ASYNC_CANCEL_*`.
  public var flags: UInt32 = 0
  /// For how long to wait.
  public var timeout: InlineArray<2, UInt64> = .init(repeating: 0)
  /// Their operation; pad up to Linux 6.5.
  public var opcode: UInt8 = 0
  /// Must be zero.
  public var pad: InlineArray<7, UInt8> = .init(repeating: 0)
  /// Must be zero.
  public var pad2: InlineArray<3, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; the flags of Linux 6.6.
  public static let history = Declaration(
    Self.self, "io_uring_sync_cancel_reg", flags: \.flags, known: 0x3f
  ) {
    Published("VER0", through: \.pad2)
    Reserved(\.pad)
    Reserved(\.pad2)
  }
}

extension Catalog {
  /// IORING_REGISTER_SYNC_CANCEL (Linux 6.0): `opcode` was the first byte of the pad.
  public static func ioUringRegisterSyncCancel() throws(InterfaceError) -> Interface {
    let first = Evidence.source("io_uring/cancel.c at 6.1.192 and 7.3")
    let operation = Evidence.source(
      "USERDATA and OP: io_uring/cancel.c at 6.6.9 and 6.1.192, and not at 6.5.0")
    return try described(
      "io_uring_register_sync_cancel", IOUringSyncCancelReg.self, "cancels requests of a ring",
      call: registerCall(
        24,
        passing: [
          .init(.ENOENT, .missingObject, "the ring has no such request"),
          .init(.EBADF, .missingObject, "the file is not open"),
        ], samples: ["fd": .init(integerLiteral: -1)]),
      [
        noRegister(until: Release(6, 0), "linux/io_uring.h of 6.0-rc1, and not of 5.19"),
        Fact(since: Release(6, 0), .call(version: 0, registerScheme), first),
        Fact(since: Release(6, 0), .flags(0x0f), first),
        Fact(since: Release(6, 6), .flags(0x30), operation),
        Fact(
          backports: [Release(6, 1, 170)], .flags(0x30),
          .assumed("the flags without the opcode; 6.1.170 is the oldest point that was asked, and takes them")
        ),
        Fact(
          since: Release(6, 0), until: Release(6, 6), .rule(MemberRule("opcode", .noneOf(.max))), operation),
      ])
  }
}
