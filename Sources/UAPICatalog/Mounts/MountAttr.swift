public import ExtensibleStructs
public import KernelInterfaces

/// `struct mount_attr`: what `mount_setattr` changes. 32 bytes since Linux 5.12.
public struct MountAttr: ExtensibleStruct, Hashable {
  /// `MOUNT_ATTR_*` to set.
  public var attrSet: UInt64 = 0
  /// `MOUNT_ATTR_*` to clear.
  public var attrClr: UInt64 = 0
  /// `MS_SHARED` and its like; 0 for no change.
  public var propagation: UInt64 = 0
  /// The user namespace for `MOUNT_ATTR_IDMAP`; otherwise not looked at.
  public var usernsFd: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; the attributes of Linux 5.12.
  public static let history = Declaration(Self.self, "mount_attr", flags: \.attrSet, known: 0x10_00ff) {
    Published("VER0", through: \.usernsFd)
  }
}

extension Catalog {
  /// `mount_setattr` (Linux 5.12; `MOUNT_ATTR_NOSYMFOLLOW` since 5.14).
  public static func mountSetattr() throws(InterfaceError) -> Interface {
    let first = Evidence.source("fs/namespace.c at 5.12.9")
    let noSymfollow = Evidence.source("linux/mount.h of 5.14-rc4, and not of 5.13")
    return try described(
      "mount_setattr", MountAttr.self, "changes a mount's attributes", call: mountSetattrCall,
      [
        Fact(since: Release(5, 12), .call(version: 0, mountScheme), first),
        Fact(since: Release(5, 12), .flags(0x10_00ff), first),
        Fact(since: Release(5, 14), .flags(0x20_0000), noSymfollow),
        Fact(
          since: Release(5, 12), until: Release(5, 14), .rule(MemberRule("attr_clr", .noneOf(~0xff))), first),
        Fact(since: Release(5, 14), .rule(MemberRule("attr_clr", .noneOf(~0x20_00ff))), noSymfollow),
      ] + mountRules.map { Fact(since: Release(5, 12), .rule($0), first) })
  }

  /// AT_SYMLINK_NOFOLLOW, AT_NO_AUTOMOUNT, AT_EMPTY_PATH and AT_RECURSIVE are known.
  private static let mountScheme = Scheme.sizeArgument.with {
    $0.flagsArgument = .rejectedFirst(known: 0x9900, .EINVAL)
    $0.privilege = .askedAfterSize(.sysAdmin, else: .EPERM)
  }

  /// What is asked of the members beside the known attributes; `MOUNT_ATTR_IDMAP` can be set but not cleared.
  private static let mountRules: [MemberRule] = {
    let accessTime: UInt64 = 0x70
    let idmap: UInt64 = 0x10_0000
    return [
      MemberRule("propagation", .noneOf(~0x1e_0000)),
      // At most one way of propagation.
      MemberRule("propagation", .noneOf(0x1c_0000), when: "propagation", has: 0x02_0000),
      MemberRule("propagation", .noneOf(0x18_0000), when: "propagation", has: 0x04_0000),
      MemberRule("propagation", .noneOf(0x10_0000), when: "propagation", has: 0x08_0000),
      // How access times are kept is one value of three bits: all are cleared where one is set.
      MemberRule("attr_clr", .allOf(accessTime), when: "attr_clr", has: accessTime),
      MemberRule("attr_set", .noneOf(accessTime), unless: "attr_clr", has: accessTime),
      MemberRule("attr_set", .noneOf(0x40)),
      MemberRule("attr_set", .noneOf(0x10), when: "attr_set", has: 0x20),
      MemberRule("userns_fd", .within(0...UInt64(Int32.max)), when: "attr_set", has: idmap),
    ]
  }()

  /// Where nothing is to be changed there is no error. No mount is named, by a descriptor or by a path.
  private static let mountSetattrCall = CallShape(
    .systemCall(.everywhere(442)),
    [
      .init("dfd", .int, .value(-1)),
      .init("path", .pointer, .value(.string(""))),
      .init("flags", .unsignedInt, .flags()),
      .init("uattr", .pointer, .structure), .init("usize", .size, .size),
    ],
    passing: [
      .init(.ENOENT, .missingObject, "the path is empty"),
      .init(
        .EBADF, .missingObject,
        "userns_fd, which MOUNT_ATTR_IDMAP needs, or dfd, which AT_EMPTY_PATH needs, is not open"),
    ],
    samples: ["attr_set": 1, "attr_clr": 2, "userns_fd": 0x7fff_ffff],
    // Small numbers are open descriptors of something else, which is EINVAL.
    unmodelled: ["userns_fd": 0xff])

  /// `open_tree_attr` (Linux 6.15): `mount_setattr` on a mount that is opened, here on a copy of a mount, which goes with
  /// its descriptor. NULL with a size of 0 leaves the attributes as they are.
  public static func openTreeAttr() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "fs/namespace.c at 6.17.0 and 7.3, and not at 6.14.0; 6.16.3 was asked; that it was 6.15 is assumed")
    // AT_EMPTY_PATH, AT_NO_AUTOMOUNT, AT_RECURSIVE, AT_SYMLINK_NOFOLLOW, OPEN_TREE_CLONE and OPEN_TREE_CLOEXEC.
    let scheme = Scheme.sizeArgument.with {
      $0.flagsArgument = .rejectedFirst(known: 0x8_9901, .EINVAL)
      $0.nullPointer = .takenWithoutSize(otherwise: .EINVAL)
    }
    return try described(
      "open_tree_attr", MountAttr.self, "opens a mount and changes its attributes", call: openTreeAttrCall,
      [
        Fact(since: Release(6, 15), .call(version: 0, scheme), source),
        Fact(since: Release(6, 15), .flags(0x30_00ff), source),
        Fact(since: Release(6, 15), .rule(MemberRule("attr_clr", .noneOf(~0x30_00ff))), source),
      ] + mountRules.map { Fact(since: Release(6, 15), .rule($0), source) })
  }

  /// OPEN_TREE_CLONE, which makes a copy of the mount of the root.
  private static let openTreeAttrCall = CallShape(
    .systemCall(.everywhere(467)),
    [
      .init("dfd", .int, .value(-100)),  // AT_FDCWD
      .init("filename", .pointer, .value(.string("/"))),
      .init("flags", .unsignedInt, .flags(always: 1)),
      .init("uattr", .pointer, .structure), .init("usize", .size, .size),
    ],
    passing: [.init(.EBADF, .missingObject, "userns_fd, which MOUNT_ATTR_IDMAP needs, is not open")],
    samples: ["attr_set": 1, "attr_clr": 2, "userns_fd": 0x7fff_ffff], product: .descriptor,
    // Small numbers are open descriptors of something else, which is EINVAL; not every file system takes MOUNT_ATTR_IDMAP.
    unmodelled: ["userns_fd": 0xff, "attr_clr": 0x10_0000],
    unprivileged: "OPEN_TREE_CLONE is for who may mount, which is asked before the size is looked at")
}
