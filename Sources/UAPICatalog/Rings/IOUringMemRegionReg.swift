public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_mem_region_reg`: memory that a ring and its user share. 32 bytes.
public struct IOUringMemRegionReg: ExtensibleStruct {
  /// The address of its description.
  public var regionUptr: UInt64 = 0
  /// `IORING_MEM_REGION_*`.
  public var flags: UInt64 = 0
  /// Must be zero.
  public var resv: InlineArray<2, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; WAIT_ARG.
  public static let history = Declaration(
    Self.self, "io_uring_mem_region_reg", flags: \.flags, known: 0b1
  ) {
    Published("VER0", through: \.resv)
    Reserved(\.resv)
  }
}

extension Catalog {
  /// IORING_REGISTER_MEM_REGION (Linux 6.13). What is asked of the description is not described.
  public static func ioUringRegisterMemRegion() throws(InterfaceError) -> Interface {
    let source = Evidence.source("io_uring/register.c at 6.13.2 and 7.3, and not at 6.12.118")
    return try described(
      "io_uring_register_mem_region", IOUringMemRegionReg.self, "gives a ring memory to share",
      call: memRegionCall,
      [
        noRegister(until: Release(6, 13), "linux/io_uring.h of 6.13.2; io_uring/register.c at 6.12.118"),
        Fact(since: Release(6, 13), .call(version: 0, registerScheme), source),
        Fact(since: Release(6, 13), .flags(0b1), source),
      ])
  }

  /// The region is 2^50 bytes of user memory long: its description is C's `struct io_uring_region_desc`.
  private static let memRegionCall = registerCall(
    34, passing: [.init(.E2BIG, .limit, "the region has more pages than 31 bits count")],
    samples: [
      "region_uptr": .bytes(
        [0, 0x10, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0, 0, 0, 4, 0] + [1, 0, 0, 0]
          + [UInt8](repeating: 0, count: 44))
    ],
    // WAIT_ARG is for a ring that is not enabled yet.
    unmodelled: ["region_uptr": .max, "flags": 0b1])
}
