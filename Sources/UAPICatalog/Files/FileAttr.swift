public import ExtensibleStructs
public import KernelInterfaces

/// `struct file_attr`: a file's inode attributes. 24 bytes since Linux 6.17.
public struct FileAttr: ExtensibleStruct, Hashable {
  /// `FS_XFLAG_*`.
  public var faXflags: UInt64 = 0
  /// The extent size hint in bytes.
  public var faExtsize: UInt32 = 0
  /// The number of extents; only handed out.
  public var faNextents: UInt32 = 0
  /// The project.
  public var faProjid: UInt32 = 0
  /// The copy-on-write extent size hint in bytes.
  public var faCowextsize: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version; the flags of Linux 6.17, as run on 6.18, bit by bit.
  public static let history = Declaration(Self.self, "file_attr", flags: \.faXflags, known: 0x8001_fffb) {
    Published("VER0", through: \.faCowextsize)
  }
}

extension Catalog {
  /// `file_setattr` (Linux 6.17).
  public static func fileSetattr() throws(InterfaceError) -> Interface {
    try described(
      "file_setattr", FileAttr.self, "sets a file's inode attributes",
      call: fileAttrCall(469, path: "", passing: noFile),
      [
        Fact(since: Release(6, 17), .call(version: 0, .sizeArgument.with(fileAttrFlags)), fileAttrSource),
        Fact(since: Release(6, 17), .flags(0x8001_fffb), fileAttrSource),
        Fact(
          since: Release(7, 0), .flags(0x2_0000),
          .source("VERITY: linux/fs.h of 7.0-rc3, and 6.19.14 refuses it")),
        Fact(
          since: Release(7, 2), .flags(0xc_0000),
          .source("CASEFOLD and CASENONPRESERVING: linux/fs.h of 7.2-rc1, and 7.1.13 refuses them")),
      ])
  }

  /// `file_getattr` (Linux 6.17): the user's tail is zeroed.
  public static func fileGetattr() throws(InterfaceError) -> Interface {
    try described(
      "file_getattr", FileAttr.self, "says a file's inode attributes", call: fileAttrCall(468, path: "/"),
      [
        Fact(
          since: Release(6, 17), .call(version: 0, .sizeArgument.handingOut().with(fileAttrFlags)),
          fileAttrSource)
      ])
  }

  /// AT_SYMLINK_NOFOLLOW and AT_EMPTY_PATH are known.
  private static func fileAttrFlags(_ scheme: inout Scheme) {
    scheme.flagsArgument = .rejectedFirst(known: 0x1100, .EINVAL)
  }

  private static let fileAttrSource = Evidence.source("fs/file_attr.c at 6.17.0")

  private static let noFile: [CallShape.Passing] = [
    .init(.ENOENT, .missingObject, "the path is empty"),
    .init(.EBADF, .missingObject, "with AT_EMPTY_PATH the descriptor is the file, and it is not open"),
  ]

  private static func fileAttrCall(
    _ number: Int, path: String, passing: [CallShape.Passing] = []
  ) -> CallShape {
    CallShape(
      .systemCall(.everywhere(number)),
      [
        .init("dfd", .int, .value(-1)),
        .init("filename", .pointer, .value(.string(path))),
        .init("ufattr", .pointer, .structure), .init("usize", .size, .size),
        .init("at_flags", .unsignedInt, .flags()),
      ],
      passing: passing)
  }
}
