public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_buf_status`: how far a ring of buffers was used. 40 bytes.
public struct IOUringBufStatus: ExtensibleStruct {
  /// Its number.
  public var bufGroup: UInt32 = 0
  /// The next buffer; only handed out.
  public var head: UInt32 = 0
  /// Must be zero.
  public var resv: InlineArray<8, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "io_uring_buf_status"
  ) {
    Published("VER0", through: \.resv)
    Reserved(\.resv)
  }
}

extension Catalog {
  /// IORING_REGISTER_PBUF_STATUS (Linux 6.8). What is handed out is not described.
  public static func ioUringRegisterPbufStatus() throws(InterfaceError) -> Interface {
    try described(
      "io_uring_register_pbuf_status", IOUringBufStatus.self, "says how far a ring of buffers was used",
      call: registerCall(
        26, passing: [.init(.ENOENT, .missingObject, "the ring has no buffers of this number")]),
      [
        noRegister(until: Release(6, 8), "linux/io_uring.h of 6.8.1, and not of 6.6.9"),
        Fact(
          since: Release(6, 8), .call(version: 0, registerScheme),
          .source("io_uring/kbuf.c at 6.12.118 and 7.3")),
      ])
  }
}
