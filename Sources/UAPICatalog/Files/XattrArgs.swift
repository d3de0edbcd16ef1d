public import ExtensibleStructs
public import KernelInterfaces

/// `struct xattr_args`: where an extended attribute's value is. 16 bytes since Linux 6.13.
public struct XattrArgs: ExtensibleStruct, Hashable {
  /// The address of the value.
  public var value: UInt64 = 0
  /// The length of the value in bytes; not of this struct.
  public var size: UInt32 = 0
  /// `XATTR_CREATE`, `XATTR_REPLACE`.
  public var flags: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "xattr_args", flags: \.flags, known: 0b11) {
    Published("VER0", through: \.flags)
  }
}

extension Catalog {
  /// `setxattrat` (Linux 6.13): the at-flags are looked at once the struct was copied; a value above 64 KiB is E2BIG.
  public static func setxattrat() throws(InterfaceError) -> Interface {
    try described(
      "setxattrat", XattrArgs.self, "sets an extended attribute of a file", call: xattrCall(463),
      [
        Fact(since: Release(6, 13), .call(version: 0, xattrScheme), xattrSource),
        Fact(since: Release(6, 13), .flags(0b11), xattrSource),
        Fact(
          since: Release(6, 13), .rule(MemberRule("size", .within(0...0x1_0000), else: .E2BIG)), xattrSource),
      ])
  }

  /// `getxattrat` (Linux 6.13): no flag is known, and a longer value is cut.
  public static func getxattrat() throws(InterfaceError) -> Interface {
    try described(
      "getxattrat", XattrArgs.self, "reads an extended attribute of a file", call: xattrCall(464),
      [
        Fact(since: Release(6, 13), .call(version: 0, xattrScheme), xattrSource),
        Fact(since: Release(6, 13), .flags(0), xattrSource),
      ])
  }

  private static let xattrSource = Evidence.source("fs/xattr.c at 6.13.2, 6.14.0 and 6.17.0")

  /// AT_SYMLINK_NOFOLLOW and AT_EMPTY_PATH are known.
  private static let xattrScheme = Scheme.sizeArgument.with {
    $0.flagsArgument = .rejectedAfterCopy(known: 0x1100, .EINVAL)
  }

  /// No file is named, by a descriptor or by a path.
  private static func xattrCall(_ number: Int) -> CallShape {
    CallShape(
      .systemCall(.everywhere(number)),
      [
        .init("dfd", .int, .value(-1)), .init("pathname", .pointer, .value(.string(""))),
        .init("at_flags", .unsignedInt, .flags()),
        .init("name", .pointer, .value(.string("user.extstruct"))),
        .init("uargs", .pointer, .structure), .init("usize", .size, .size),
      ],
      passing: [
        .init(.ENOENT, .missingObject, "the path is empty"),
        .init(.EBADF, .missingObject, "with AT_EMPTY_PATH the descriptor is the file, and it is not open"),
      ],
      samples: ["value": .room(0x1_0000)], unmodelled: ["value": .max])
  }
}
