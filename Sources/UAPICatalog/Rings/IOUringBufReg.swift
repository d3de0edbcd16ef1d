public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_buf_reg`: a ring of buffers for a ring. 40 bytes.
public struct IOUringBufReg: ExtensibleStruct {
  /// Where it is.
  public var ringAddr: UInt64 = 0
  /// How many buffers it has.
  public var ringEntries: UInt32 = 0
  /// Its number.
  public var bgid: UInt16 = 0
  /// `IOU_PBUF_RING_*`; pad up to Linux 6.3.
  public var flags: UInt16 = 0
  /// The least that is left of a buffer; reserved up to Linux 7.1.
  public var minLeft: UInt32 = 0
  /// Must be zero.
  public var resv: InlineArray<5, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "io_uring_buf_reg", flags: \.flags, known: 0
  ) {
    Published("VER0", through: \.resv)
    Reserved(\.resv)
  }
}

extension Catalog {
  /// IORING_UNREGISTER_PBUF_RING (Linux 5.19): no flag goes with it.
  public static func ioUringUnregisterPbufRing() throws(InterfaceError) -> Interface {
    let source = Evidence.source("io_uring/kbuf.c at 6.1.192, 6.12.118 and 7.3")
    return try described(
      "io_uring_unregister_pbuf_ring", IOUringBufReg.self, "takes a ring of buffers from a ring",
      call: registerCall(
        23, passing: [.init(.ENOENT, .missingObject, "the ring has no buffers of this number")]),
      [
        noRegister(until: Release(5, 19), "linux/io_uring.h of 5.19, and not of 5.17"),
        Fact(since: Release(5, 19), .call(version: 0, registerScheme), source),
        Fact(
          backports: [Release(6, 12, 90)], endedEarly: [Release(6, 12, 94)],
          .notDescribed("6.12.90 does not look at the last two reserved words; 6.12.88 and 6.12.94 do"),
          .assumed("these three were asked")),
        Fact(
          since: Release(5, 19), until: Release(7, 1),
          endedEarly: [Release(6, 12, 90), Release(6, 18, 44), Release(7, 0, 7)],
          .rule(MemberRule("min_left", .noneOf(.max))),
          .assumed(
            "reserved at 6.19.0; 6.12.88, 6.18.15, 7.0.4 refuse it, 6.12.90, 6.18.44, 7.0.7 do not")),
      ])
  }
}
