public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_clone_buffers`: which buffers of another ring a ring takes. 32 bytes.
public struct IOUringCloneBuffers: ExtensibleStruct {
  /// The other ring.
  public var srcFd: UInt32 = 0
  /// `IORING_REGISTER_*`.
  public var flags: UInt32 = 0
  /// The first buffer; pad in Linux 6.12, as are the next two.
  public var srcOff: UInt32 = 0
  /// Where the first one goes.
  public var dstOff: UInt32 = 0
  /// How many.
  public var nr: UInt32 = 0
  /// Must be zero.
  public var pad: InlineArray<3, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; the flags of Linux 6.13.
  public static let history = Declaration(
    Self.self, "io_uring_clone_buffers", flags: \.flags, known: 0b11
  ) {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// IORING_REGISTER_CLONE_BUFFERS (Linux 6.12): three words of the pad got a meaning with 6.13.
  public static func ioUringRegisterCloneBuffers() throws(InterfaceError) -> Interface {
    let first = Evidence.source("io_uring/rsrc.c at 6.12.118")
    let parts = Evidence.source("DST_REPLACE: io_uring/rsrc.c at 6.13.2 and 7.3, and not at 6.12.118")
    return try described(
      "io_uring_register_clone_buffers", IOUringCloneBuffers.self, "gives a ring another ring's buffers",
      call: registerCall(
        30, passing: [.init(.EBADF, .missingObject, "the other ring is not open")],
        samples: ["src_fd": 0x7fff_ffff],
        // SRC_REGISTERED makes the descriptor an index; small numbers are open descriptors of something else.
        unmodelled: ["flags": 0b1, "src_fd": 0xff]),
      [
        noRegister(until: Release(6, 12), "linux/io_uring.h of 6.12.118, and not of 6.11.11"),
        Fact(since: Release(6, 12), .call(version: 0, registerScheme), first),
        Fact(since: Release(6, 12), .flags(0b01), first),
        Fact(since: Release(6, 13), .flags(0b10), parts),
      ]
        + ["src_off", "dst_off", "nr"].map {
          Fact(since: Release(6, 12), until: Release(6, 13), .rule(MemberRule($0, .noneOf(.max))), parts)
        })
  }
}
