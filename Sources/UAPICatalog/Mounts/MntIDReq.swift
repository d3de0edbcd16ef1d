public import ExtensibleStructs

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
  /// `statmount` (Linux 6.8). No flag is known, as run on 6.18.
  public static func statmount() throws(InterfaceError) -> Interface {
    try Interface(
      "statmount", history: history(MntIDReq.self), summary: "says what a mount is",
      call: mountQueryCall(
        457, buffer: .init("buf", .pointer, .value(.room(0x1000))),
        count: .init("bufsize", .size, .value(0x1000))),
      editions: mountQueries(flags: 0))
  }

  /// `listmount` (Linux 6.8). `LISTMOUNT_REVERSE` is bit 0, as run on 6.18; when it came is not described.
  public static func listmount() throws(InterfaceError) -> Interface {
    let later = MemberRule("param", .within(firstID...UInt64.max), when: "param", has: .max)
    return try Interface(
      "listmount", history: history(MntIDReq.self), summary: "lists the mounts below a mount",
      call: mountQueryCall(
        458, buffer: .init("mnt_ids", .pointer, .value(.room(0x1000))),
        count: .init("nr_mnt_ids", .size, .value(512))),
      editions: mountQueries(flags: 1).map { edition in
        var edition = edition
        edition.rules.append(later)
        return edition
      })
  }

  /// Unique mount ids are counted from here, as run on 6.18: the one below is refused.
  private static let firstID: UInt64 = 1 << 31 + 1

  private static func mountQueries(flags known: UInt64) -> [Edition] {
    let scheme = Scheme(
      "size-first",
      size: .member(Scheme.Member(bounds: Scheme.Bounds(.version0(.EINVAL), .page(.E2BIG)))),
      summary: "a size member, read alone; size 0 is too small"
    )
    .with {
      $0.flagsArgument = .rejectedFirst(known: known, .EINVAL)
    }
    let spare = MemberRule("mnt_ns_fd", .noneOf(.max))
    let either = MemberRule("mnt_ns_fd", .noneOf(.max), when: "mnt_ns_id", has: .max)
    let id = MemberRule("mnt_id", .within(firstID...UInt64.max))
    return [
      Edition(since: Release(6, 8), version: 0, scheme: scheme, rules: [spare, id]),
      Edition(since: Release(6, 11), version: 1, scheme: scheme, rules: [spare, id]),
      Edition(since: Release(6, 18), version: 1, scheme: scheme, rules: [either, id]),
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
      ],
      samples: ["mnt_id": 0x7fff_ffff_ffff_ff00, "param": 0x7fff_ffff_ffff_ff00],
      // Small numbers are open descriptors of something else, which is EINVAL.
      unmodelled: ["mnt_ns_fd": 0xff])
  }
}
