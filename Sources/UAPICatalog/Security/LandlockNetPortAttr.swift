public import ExtensibleStructs
public import KernelInterfaces

/// `struct landlock_net_port_attr`: what may be done with a port. 16 bytes since Linux 6.7.
public struct LandlockNetPortAttr: ExtensibleStruct, Hashable {
  /// `LANDLOCK_ACCESS_NET_*`.
  public var allowedAccess: UInt64 = 0
  /// The port.
  public var port: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "landlock_net_port_attr"
  ) {
    Published("VER0", through: \.port)
  }
}

extension Catalog {
  /// `landlock_add_rule` with LANDLOCK_RULE_NET_PORT (Linux 6.7), on a ruleset that handles two rights.
  ///
  /// A rule that allows nothing is ENOMSG, one that allows what is not handled EINVAL. The flag of 7.2, QUIET, is not
  /// described.
  public static func landlockAddRule() throws(InterfaceError) -> Interface {
    func scheme(_ known: UInt64) -> Scheme {
      Scheme("flags-argument", size: .fixed, summary: "a fixed struct that flags may extend").with {
        $0.flagsArgument = .rejectedFirst(known: known, .EINVAL)
      }
    }
    let source = Evidence.source("security/landlock/syscalls.c at 6.8.1, 6.12.118 and 7.3")
    return try described(
      "landlock_add_rule", LandlockNetPortAttr.self, "adds a rule on a port to a set of rules",
      call: addRuleCall,
      [
        Fact(
          since: Release(5, 13), until: Release(6, 7), .absent(.EINVAL),
          .source(
            "an unknown kind of rule: security/landlock/syscalls.c at 6.1.192; linux/landlock.h of 6.7-rc1")),
        Fact(since: Release(6, 7), .call(version: 0, scheme(0)), source),
        Fact(
          since: Release(7, 2), .call(version: 0, scheme(1)),
          .source("security/landlock/syscalls.c at 7.2.13 and 7.3.4; 7.1.13 refuses the flag")),
        Fact(since: Release(6, 7), .rule(MemberRule("allowed_access", .anyOf(.max), else: .ENOMSG)), source),
        Fact(since: Release(6, 7), .rule(MemberRule("allowed_access", .noneOf(~0b11))), source),
        Fact(since: Release(6, 7), .rule(MemberRule("port", .within(0...0xffff))), source),
      ])
  }

  /// LANDLOCK_RULE_NET_PORT.
  private static let addRuleCall = CallShape(
    .systemCall(.everywhere(445)),
    [
      .init("ruleset_fd", .int, .value(.file(.landlockRuleset))), .init("rule_type", .int, .value(2)),
      .init("rule_attr", .pointer, .structure),
      // QUIET needs a ruleset that has something quiet.
      .init("flags", .unsignedInt, .flags(unmodelled: 0b1)),
    ], samples: ["allowed_access": 1, "port": 80])
}
