public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_rsrc_update`: which files or buffers of a ring are replaced. 16 bytes.
public struct IOUringRsrcUpdate: ExtensibleStruct, Hashable {
  /// The first that is replaced.
  public var offset: UInt32 = 0
  /// Must be zero.
  public var resv: UInt32 = 0
  /// The address of what replaces it.
  public var data: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "io_uring_rsrc_update"
  ) {
    Published("VER0", through: \.data)
    Reserved(\.resv)
  }
}

/// `struct io_uring_rsrc_update2`: the same with tags, and with the number beside them. 32 bytes.
public struct IOUringRsrcUpdate2: ExtensibleStruct, Hashable {
  /// The first that is replaced.
  public var offset: UInt32 = 0
  /// Must be zero.
  public var resv: UInt32 = 0
  /// The address of what replaces it.
  public var data: UInt64 = 0
  /// The address of their tags.
  public var tags: UInt64 = 0
  /// How many are replaced; one at least.
  public var nr: UInt32 = 0
  /// Must be zero.
  public var resv2: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "io_uring_rsrc_update2"
  ) {
    Published("VER0", through: \.resv2)
    Reserved(\.resv)
    Reserved(\.resv2)
  }
}

extension Catalog {
  /// IORING_REGISTER_FILES_UPDATE of one file (Linux 5.5), described from 5.6 on: the reserved word has to be zero.
  public static func ioUringRegisterFilesUpdate() throws(InterfaceError) -> Interface {
    try described(
      "io_uring_register_files_update", IOUringRsrcUpdate.self, "replaces a file of a ring",
      call: registerCall(6, passing: noTable, unmodelled: ["offset": .max]),
      [
        Fact(
          since: Release(5, 1), until: Release(5, 6),
          .notDescribed("nobody has looked when IORING_REGISTER_FILES_UPDATE came"), .assumed()),
        Fact(
          since: Release(5, 6), .call(version: 0, registerScheme.with { $0.nullPointer = .faultsWhenRead }),
          .source("fs/io_uring.c at 5.6.4, io_uring at 6.1.192 and 7.3")),
      ])
  }

  /// IORING_REGISTER_FILES_UPDATE2 (Linux 5.13): the last argument has to be the struct's size.
  public static func ioUringRegisterFilesUpdate2() throws(InterfaceError) -> Interface {
    let source = Evidence.source("io_uring at 5.14-rc5, 6.1.192 and 7.3; 5.10.262 has the io_uring of 5.15")
    return try described(
      "io_uring_register_files_update2", IOUringRsrcUpdate2.self, "replaces files of a ring, with tags",
      call: registerCall(
        14, count: .size, passing: noTable, samples: ["nr": 1], unmodelled: ["offset": .max]),
      [
        noRegister(
          until: Release(5, 13), endedEarly: ringOf515, "linux/io_uring.h of 5.14-rc5, and not of 5.12.9"),
        Fact(since: Release(5, 13), backports: ringOf515, .call(version: 0, registerSizedScheme), source),
        Fact(
          since: Release(5, 13), backports: ringOf515, .rule(MemberRule("nr", .anyOf(.max))), source),
      ])
  }

  /// 5.10.162 took the io_uring of 5.15.
  static let ringOf515 = [Release(5, 10, 162)]

  private static let noTable: [CallShape.Passing] = [
    .init(.ENXIO, .missingObject, "the ring has no files"),
    .init(.EOVERFLOW, .limit, "the last file would be beyond 32 bits"),
  ]
}
