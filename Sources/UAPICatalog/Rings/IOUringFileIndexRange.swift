public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_file_index_range`: where a ring puts the files that it opens. 16 bytes.
public struct IOUringFileIndexRange: ExtensibleStruct, Hashable {
  /// The first place.
  public var off: UInt32 = 0
  /// How many.
  public var len: UInt32 = 0
  /// Must be zero.
  public var resv: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "io_uring_file_index_range"
  ) {
    Published("VER0", through: \.resv)
    Reserved(\.resv)
  }
}

extension Catalog {
  /// IORING_REGISTER_FILE_ALLOC_RANGE (Linux 6.0) on a ring without files, where both numbers have to be 0.
  public static func ioUringRegisterFileAllocRange() throws(InterfaceError) -> Interface {
    try described(
      "io_uring_register_file_alloc_range", IOUringFileIndexRange.self, "says where a ring puts files",
      call: registerCall(25, count: .value(0), unmodelled: ["off": .max, "len": .max]),
      [
        noRegister(until: Release(6, 0), "linux/io_uring.h of 6.0-rc1, and not of 5.19"),
        Fact(
          since: Release(6, 0), .call(version: 0, registerScheme),
          .source("io_uring/rsrc.c at 6.1.192, io_uring/filetable.c at 7.3")),
      ])
  }
}
