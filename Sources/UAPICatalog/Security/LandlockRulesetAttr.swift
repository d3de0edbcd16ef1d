public import ExtensibleStructs
public import KernelInterfaces

/// `struct landlock_ruleset_attr`: what a ruleset handles.
public struct LandlockRulesetAttr: ExtensibleStruct, Hashable {
  /// `LANDLOCK_ACCESS_FS_*`.
  public var handledAccessFs: UInt64 = 0
  /// `LANDLOCK_ACCESS_NET_*`.
  public var handledAccessNet: UInt64 = 0
  /// `LANDLOCK_SCOPE_*`.
  public var scoped: UInt64 = 0
  /// Those of `handled_access_fs` whose denials are not logged.
  public var quietAccessFs: UInt64 = 0
  /// Those of `handled_access_net` whose denials are not logged.
  public var quietAccessNet: UInt64 = 0
  /// Those of `scoped` whose denials are not logged.
  public var quietScoped: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// 8 bytes since Linux 5.13, 16 since 6.7, 24 since 6.12, 48 since 7.2; the first 13 rights on files.
  public static let history = Declaration(
    Self.self, "landlock_ruleset_attr", flags: \.handledAccessFs, known: 0x1fff
  ) {
    Published("VER0", through: \.handledAccessFs)
    Published("VER1", through: \.handledAccessNet)
    Published("VER2", through: \.scoped)
    Published("VER3", through: \.quietScoped)
  }
}

extension Catalog {
  /// `landlock_create_ruleset` (Linux 5.13). NULL is EFAULT before the size is looked at.
  ///
  /// No flag goes with a struct: one asks, with NULL and a size of 0, for the version of the ABI, or for the errata that
  /// are fixed.
  public static func landlockCreateRuleset() throws(InterfaceError) -> Interface {
    let scheme = Scheme.sizeArgument.with {
      $0.flagsArgument = .rejectedFirst(known: 0, .EINVAL)
      $0.nullPointer = .rejectedFirst(.EFAULT)
    }
    return try described(
      "landlock_create_ruleset", LandlockRulesetAttr.self,
      "makes a set of rules that a process restricts itself by", call: landlockCall,
      queries: [landlockVersion],
      [
        Fact(since: Release(5, 13), .call(version: 0, scheme), .source("linux/landlock.h of 5.13")),
        Fact(
          since: Release(6, 7), .call(version: 1, scheme),
          .source("linux/landlock.h of 6.7-rc1; security/landlock at 6.8.1")),
        Fact(since: Release(6, 12), .call(version: 2, scheme), .source("security/landlock at 6.12.118")),
        Fact(since: Release(7, 2), .call(version: 3, scheme), quietSource),
        Fact(since: Release(5, 13), .flags(0x1fff), .source("linux/landlock.h of 5.13")),
        Fact(since: Release(5, 19), .flags(0x2000), .source("REFER: security/landlock at 5.19.0")),
        Fact(since: Release(6, 2), .flags(0x4000), .source("TRUNCATE: security/landlock at 6.2.1")),
        Fact(since: Release(6, 10), .flags(0x8000), .source("IOCTL_DEV: linux/landlock.h of 6.10-rc4")),
        Fact(
          since: Release(7, 1), .flags(0x1_0000),
          .source("RESOLVE_UNIX: linux/landlock.h of 7.1-rc1, and 7.0.13 refuses it")),
        Fact(
          since: Release(6, 7), until: Release(7, 2),
          .rule(MemberRule("handled_access_net", .noneOf(~0b11))),
          .source("security/landlock at 6.8.1")),
        Fact(since: Release(7, 2), .rule(MemberRule("handled_access_net", .noneOf(~0b1111))), quietSource),
        Fact(
          since: Release(6, 12), .rule(MemberRule("scoped", .noneOf(~0b11))),
          .source("security/landlock at 6.12.118")),
      ] + numbers + quietRules)
  }

  /// LANDLOCK_CREATE_RULESET_VERSION, and LANDLOCK_CREATE_RULESET_ERRATA, whose number grows with repairs in stable
  /// lines.
  private static let numbers: [Fact] = {
    let versions = [
      (1, Release(5, 13)), (2, Release(5, 19)), (3, Release(6, 2)), (4, Release(6, 7)), (5, Release(6, 10)),
      (6, Release(6, 12)), (7, Release(6, 15)), (8, Release(7, 0)), (9, Release(7, 1)), (10, Release(7, 2)),
      (11, Release(7, 3)),
    ]
    let errata = Fact.Statement.number(.init(flags: 0x2, value: nil))
    return versions.indices.map { index in
      let (number, since) = versions[index]
      return Fact(
        since: since, until: index + 1 < versions.count ? versions[index + 1].1 : nil,
        .number(.init(flags: 0x1, value: number)),
        .assumed("each came with the rights of its release"))
    } + [
      Fact(
        since: Release(6, 15), backports: [Release(5, 15, 181)], errata,
        .reported("the announcement of 5.15.181 lists it; that 6.15 brought it is assumed")),
      Fact(
        backports: [
          Release(6, 1, 136), Release(6, 6, 89), Release(6, 12, 25), Release(6, 13, 12), Release(6, 14, 3),
        ], errata, .assumed("announced in the weeks before 5.15.181")),
    ]
  }()

  /// Each version of the ABI came with the rights of its release.
  private static let landlockVersion = CapabilityQuery(
    "LANDLOCK_CREATE_RULESET_VERSION", .number(flags: 0x1), answer: .returned,
    tells: [
      .call(from: 1), .flag(0x2000, from: 2), .flag(0x4000, from: 3), .version(1, from: 4),
      .flag(0x8000, from: 5), .version(2, from: 6), .flag(0x1_0000, from: 9), .version(3, from: 10),
    ])

  private static let quietSource = Evidence.source(
    "linux/landlock.h of 7.2-rc1; security/landlock at 7.2.13 and 7.3.4; 7.1.13 has neither")

  /// Nothing is quiet that is not handled.
  private static let quietRules: [Fact] = [
    ("quiet_access_fs", "handled_access_fs", 17), ("quiet_access_net", "handled_access_net", 4),
    ("quiet_scoped", "scoped", 2),
  ].flatMap { (quiet: String, handled: String, count: UInt64) in
    let bits = (0..<count).map { UInt64(1) << $0 }
    return [MemberRule(quiet, .noneOf(~0 << count))]
      + bits.map { MemberRule(quiet, .noneOf($0), unless: handled, has: $0) }
  }.map { Fact(since: Release(7, 2), .rule($0), quietSource) }

  private static let landlockCall = CallShape(
    .systemCall(.everywhere(444)),
    [
      .init("attr", .pointer, .structure), .init("size", .size, .size),
      .init("flags", .unsignedInt, .flags()),
    ],
    passing: [.init(.ENOMSG, .missingObject, "a ruleset that handles nothing")],
    samples: ["handled_access_fs": 1, "handled_access_net": 1, "scoped": 1], product: .descriptor)
}
