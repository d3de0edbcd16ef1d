import ExtensibleStructs
import KernelInterfaces
import LintAnalysis
import Testing

/// Whether a newer kernel takes an older struct, where the interface has rules on members.
@Suite struct OldStructTests {
  /// Whether lint says that VER0 is refused by a kernel of VER1 under these rules.
  static func isRefused(_ rules: MemberRule..., known: UInt64 = 1) throws -> Bool {
    let history = try RuleTests.history([("extra", 2)], known: known, size: true)
    let facts =
      [Fact(.call(version: 1, .sizePrefixed), .assumed())] + rules.map { Fact(.rule($0), .assumed()) }
    let interface = try Interface("call", history: history, facts: facts)
    return Lint(history, interfaces: [interface]).issues.contains { $0.rule == .oldStructRefused }
  }

  @Test func rulesOnOldMembersAreMet() throws {
    #expect(try !Self.isRefused(MemberRule("base", .within(0x8000_0001...UInt64.max))))
    #expect(try !Self.isRefused(MemberRule("base", .anyOf(0xf0)), MemberRule("base", .noneOf(0x1f))))
    #expect(
      try !Self.isRefused(
        MemberRule("flags", .allOf(1)), MemberRule("base", .anyOf(1), when: "flags", has: 1)))
    #expect(try !Self.isRefused(MemberRule("base", .allOf(3), unless: "flags", has: 1)))
  }

  @Test func aNewMemberThatMustBeThere() throws {
    #expect(try Self.isRefused(MemberRule("extra", .anyOf(.max))))
    #expect(try Self.isRefused(MemberRule("extra", .within(1...5), unless: "flags", has: 2)))
    #expect(try !Self.isRefused(MemberRule("extra", .within(1...5), when: "flags", has: 2)))
  }

  @Test func rulesThatNoStructMeets() throws {
    // Nothing is said of programs that there cannot be.
    #expect(
      try !Self.isRefused(
        MemberRule("base", .allOf(1)), MemberRule("base", .noneOf(1)), MemberRule("extra", .anyOf(.max))))
  }
}
