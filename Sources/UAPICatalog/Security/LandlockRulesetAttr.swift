public import ExtensibleStructs

/// `struct landlock_ruleset_attr`: what a ruleset handles.
public struct LandlockRulesetAttr: ExtensibleStruct, Hashable {
  /// `LANDLOCK_ACCESS_FS_*`.
  public var handledAccessFs: UInt64 = 0
  /// `LANDLOCK_ACCESS_NET_*`.
  public var handledAccessNet: UInt64 = 0
  /// `LANDLOCK_SCOPE_*`.
  public var scoped: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// 8 bytes since Linux 5.13, 16 since 6.7, 24 since 6.12; the first 13 rights on files.
  public static let history = Declaration(
    Self.self, "landlock_ruleset_attr", flags: \.handledAccessFs, known: 0x1fff
  ) {
    Published("VER0", through: \.handledAccessFs)
    Published("VER1", through: \.handledAccessNet)
    Published("VER2", through: \.scoped)
  }
}

extension Catalog {
  /// `landlock_create_ruleset` (Linux 5.13).
  ///
  /// NULL is EFAULT before the size is looked at. As run on 6.18; that the rights 13, 14 and 15 on files came
  /// with 5.19, 6.2 and 6.10 is from memory.
  public static func landlockCreateRuleset() throws(InterfaceError) -> Interface {
    let scheme = Scheme.sizeArgument.with { $0.nullPointer = .rejectedFirst(.EFAULT) }
    let net = MemberRule("handled_access_net", .noneOf(~0b11))
    let scoped = MemberRule("scoped", .noneOf(~0b11))
    return try Interface(
      "landlock_create_ruleset", history: history(LandlockRulesetAttr.self),
      summary: "makes a set of rules that a process restricts itself by", call: landlockCall,
      editions: [
        Edition(since: Release(5, 13), version: 0, scheme: scheme),
        Edition(since: Release(5, 19), version: 0, scheme: scheme, extraFlags: 0x2000),
        Edition(since: Release(6, 2), version: 0, scheme: scheme, extraFlags: 0x6000),
        Edition(since: Release(6, 7), version: 1, scheme: scheme, extraFlags: 0x6000, rules: [net]),
        Edition(since: Release(6, 10), version: 1, scheme: scheme, extraFlags: 0xe000, rules: [net]),
        Edition(
          since: Release(6, 12), version: 2, scheme: scheme, extraFlags: 0xe000, rules: [net, scoped]),
      ])
  }

  private static let landlockCall = CallShape(
    .systemCall(.everywhere(444)),
    [
      .init("attr", .pointer, .structure), .init("size", .size, .size),
      .init("flags", .unsignedInt, .flags()),
    ],
    passing: [.init(.ENOMSG, .missingObject, "a ruleset that handles nothing")],
    samples: ["handled_access_fs": 1, "handled_access_net": 1, "scoped": 1], product: .descriptor)
}
