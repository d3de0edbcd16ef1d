public import ExtensibleStructs
public import KernelInterfaces

/// `struct mnt_id_req`: which mount `statmount` and `listmount` are asked about.
public struct MntIDReq: ExtensibleStruct, Hashable {
  /// The length of this struct in bytes, as the caller knows it.
  public var size: UInt32 = 0
  /// A mount namespace's descriptor since Linux 6.18; before, a reserved word.
  public var mntNsFd: UInt32 = 0
  /// The mount's unique id, above 2^31.
  public var mntId: UInt64 = 0
  /// What `statmount` is to say, or the id after which `listmount` goes on.
  public var param: UInt64 = 0
  /// A mount namespace's id.
  public var mntNsId: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// 24 bytes since Linux 6.8, 32 since 6.11.
  public static let history = Declaration(Self.self, "mnt_id_req", size: \.size) {
    Published("VER0", through: \.param)
    Published("VER1", through: \.mntNsId)
  }
}

extension Catalog {
  /// `statmount` (Linux 6.8). No flag is known up to 6.19; bit 0 of the flags argument is `STATMOUNT_BY_FD` since 7.0:
  /// the second word is then the mount's descriptor, and both ids are 0.
  public static func statmount() throws(InterfaceError) -> Interface {
    try described(
      "statmount", MntIDReq.self, "says what a mount is",
      call: mountQueryCall(
        457, buffer: .init("buf", .pointer, .value(.room(0x1000))),
        count: .init("bufsize", .size, .value(0x1000))),
      mountQueries(flags: 0, byFd: 1) + [
        Fact(since: Release(7, 0), .call(version: 1, mountQueryScheme(flags: 1)), byFd),
        Fact(
          since: Release(7, 0), .rule(MemberRule("mnt_id", .noneOf(.max)).whenArgument(has: 1)), byFd),
        Fact(
          since: Release(7, 0), .rule(MemberRule("mnt_ns_id", .noneOf(.max)).whenArgument(has: 1)), byFd),
      ])
  }

  /// `listmount` (Linux 6.8). `LISTMOUNT_REVERSE` is bit 0 of the flags argument.
  public static func listmount() throws(InterfaceError) -> Interface {
    try described(
      "listmount", MntIDReq.self, "lists the mounts below a mount",
      call: mountQueryCall(
        458, buffer: .init("mnt_ids", .pointer, .value(.room(0x1000))),
        count: .init("nr_mnt_ids", .size, .value(512))),
      mountQueries(flags: 1) + [
        Fact(
          since: Release(6, 11),
          .rule(MemberRule("param", .within(firstID...UInt64.max), when: "param", has: .max)),
          .source("fs/namespace.c at 6.11.11, and not at 6.9.0"))
      ])
  }

  private static let byFd = Evidence.source(
    "STATMOUNT_BY_FD: linux/mount.h of 7.0-rc3, and 6.19.14 refuses it; the rules by asking 7.0.4")

  /// Unique mount ids are counted from here; the one below is refused.
  private static let firstID: UInt64 = (1 << 31) + 1

  /// - Parameter known: the bits of the flags argument.
  private static func mountQueryScheme(flags known: UInt64) -> Scheme {
    Scheme(
      "size-first",
      size: .member(Scheme.Member(bounds: Scheme.Bounds(.version0(.EINVAL), .page(.E2BIG)))),
      summary: "a size member, read alone; size 0 is too small"
    ).with { $0.flagsArgument = .rejectedFirst(known: known, .EINVAL) }
  }

  /// - Parameters:
  ///   - known: the bits of the flags argument since 6.11; before, none.
  ///   - byFd: the bit of the flags argument with which the mount is not named by its id.
  private static func mountQueries(flags known: UInt64, byFd: UInt64? = nil) -> [Fact] {
    let named = MemberRule("mnt_id", .within(firstID...UInt64.max))
    let namespace = (Release(6, 18), [Release(6, 12, 69), Release(6, 17, 13)])
    return [
      Fact(
        since: Release(6, 8), .call(version: 0, mountQueryScheme(flags: 0)),
        .source("fs/namespace.c at 6.8.1")),
      Fact(
        since: Release(6, 11), .call(version: 1, mountQueryScheme(flags: known)),
        .source("fs/namespace.c at 6.11.11, and not at 6.9.0; linux/mount.h of 6.11")),
      Fact(
        since: Release(6, 8), until: namespace.0, endedEarly: namespace.1,
        .rule(MemberRule("mnt_ns_fd", .noneOf(.max))),
        .source("a reserved word: fs/namespace.c at 6.8.1 and 6.17.0")),
      Fact(
        since: namespace.0, backports: namespace.1,
        .rule(MemberRule("mnt_ns_fd", .noneOf(.max), when: "mnt_ns_id", has: .max)),
        .assumed("6.18.5, 6.12.69 and 6.17.13 were asked, and 6.12.57 and 6.17.8, which refuse it")),
      Fact(
        since: Release(6, 11), .rule(byFd.map { named.unlessArgument(has: $0) } ?? named),
        .source("fs/namespace.c at 6.11.11, and not at 6.9.0")),
    ]
  }

  /// Both ask about a mount that does not exist.
  private static func mountQueryCall(
    _ number: Int, buffer: CallShape.Argument, count: CallShape.Argument
  ) -> CallShape {
    CallShape(
      .systemCall(.everywhere(number)),
      [
        .init("req", .pointer, .structure), buffer, count,
        .init("flags", .unsignedInt, .flags()),
      ],
      passing: [
        .init(.ENOENT, .missingObject, "no mount has this id"),
        .init(.EBADF, .missingObject, "mnt_ns_fd is not open"),
        .init(.EPERM, .privilege, "the mount, or its namespace, is not the caller's"),
      ],
      samples: ["mnt_id": 0x7fff_ffff_ffff_ff00, "param": 0x7fff_ffff_ffff_ff00],
      // Small numbers are open descriptors of something else, which is EINVAL.
      unmodelled: ["mnt_ns_fd": 0xff])
  }
}
