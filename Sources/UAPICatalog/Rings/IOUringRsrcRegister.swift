public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_rsrc_register`: files or buffers for a ring. 32 bytes.
public struct IOUringRsrcRegister: ExtensibleStruct, Hashable {
  /// How many; one at least.
  public var nr: UInt32 = 0
  /// `IORING_RSRC_REGISTER_*`; a reserved word up to Linux 5.18.
  public var flags: UInt32 = 0
  /// Must be zero.
  public var resv2: UInt64 = 0
  /// The address of the descriptors, or of the buffers.
  public var data: UInt64 = 0
  /// The address of their tags.
  public var tags: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "io_uring_rsrc_register", flags: \.flags, known: 0b1
  ) {
    Published("VER0", through: \.tags)
    Reserved(\.resv2)
  }
}

extension Catalog {
  /// IORING_REGISTER_FILES2 (Linux 5.13): the last argument has to be the struct's size.
  public static func ioUringRegisterFiles2() throws(InterfaceError) -> Interface {
    let source = Evidence.source("io_uring at 5.14-rc5, 6.1.192 and 7.3; 5.10.262 has the io_uring of 5.15")
    let sparse = Evidence.source("SPARSE: fs/io_uring.c at 5.19.0, and not at 5.17-rc5; 6.1.192 and 7.3")
    return try described(
      "io_uring_register_files2", IOUringRsrcRegister.self, "gives a ring files, with tags",
      call: registerFilesCall,
      [
        noRegister(
          until: Release(5, 13), endedEarly: ringOf515, "linux/io_uring.h of 5.14-rc5, and not of 5.12.9"),
        Fact(since: Release(5, 13), backports: ringOf515, .call(version: 0, registerSizedScheme), source),
        Fact(since: Release(5, 13), backports: ringOf515, .flags(0), source),
        Fact(since: Release(5, 19), .flags(0b1), sparse),
        Fact(
          since: Release(5, 13), backports: ringOf515, .rule(MemberRule("nr", .anyOf(.max))), source),
        Fact(
          since: Release(5, 19), .rule(MemberRule("data", .noneOf(.max), when: "flags", has: 0b1)), sparse),
      ])
  }

  /// The one descriptor is not open.
  private static let registerFilesCall = registerCall(
    13, count: .size,
    passing: [
      .init(.EBADF, .missingObject, "the file is not open"),
      .init(.EMFILE, .limit, "more files than the process may have open"),
    ],
    samples: ["nr": 1, "data": .bytes([0xff, 0xff, 0xff, 0x7f])], unmodelled: ["data": .max, "tags": .max])
}
