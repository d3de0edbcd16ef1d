import ExtensibleStructs
import KernelInterfaces
import LintAnalysis
import Testing

/// Flags that a kernel does not know.
@Suite struct FlagTests {
  static let ignoring = Scheme.newIoctl.with { $0.input?.unknownFlags = .ignored }

  @Test func unknownFlagsNotRefused() throws {
    // With extensions behind flags, behind none, and without any.
    for history in [
      try RuleTests.history([("extra", 2)]), try RuleTests.history([("extra", 0)]), try RuleTests.history([]),
    ] {
      #expect(try RuleTests.rules(history, under: Self.ignoring).contains(.unknownFlagsNotRefused))
      #expect(try !RuleTests.rules(history, under: .newIoctl).contains(.unknownFlagsNotRefused))
    }
    let flagless = try RuleTests.history([], flags: false)
    #expect(try !RuleTests.rules(flagless, under: Self.ignoring).contains(.unknownFlagsNotRefused))
  }

  @Test func theBitsAreNamed() throws {
    let history = try RuleTests.history([("extra", 2)])
    let lint = try Lint(history, interfaces: [Interface(prototype: history, Self.ignoring)])
    #expect(lint.issues.first { $0.rule == .unknownFlagsNotRefused }?.subject == "0xfffffffc")
  }

  @Test func rulesRefuseUnknownFlagsToo() throws {
    let history = try RuleTests.history([])
    func subject(_ rules: MemberRule...) throws -> String? {
      let facts =
        [Fact(.call(version: 0, Self.ignoring), .assumed())] + rules.map { Fact(.rule($0), .assumed()) }
      let interface = try Interface("call", history: history, facts: facts)
      return Lint(history, interfaces: [interface]).issues.first { $0.rule == .unknownFlagsNotRefused }?
        .subject
    }
    #expect(try subject(MemberRule("flags", .noneOf(~1))) == nil)
    // Some of them.
    #expect(try subject(MemberRule("flags", .noneOf(0xffff_fff0))) == "0xe")
    // One that needs another member beside it is not refused for itself.
    #expect(try subject(MemberRule("base", .anyOf(.max), when: "flags", has: .max)) == "0xfffffffe")
  }

  @Test func flagsThatAreOnlyHandedOutAreNotTaken() throws {
    let history = try RuleTests.history([("extra", 2)], size: true)
    let scheme = Scheme.sizePrefixed.with {
      $0.input?.unknownFlags = .handedOut
      $0.input?.flagBeyondSize = .ignored
    }
    let rules = try RuleTests.rules(history, under: scheme)
    #expect(rules.isDisjoint(with: [.unknownFlagsNotRefused, .flagNotRefused, .flagTakenWithOldSize]))
  }

  @Test func anyBitOfAGateCounts() throws {
    // 0x4 had another meaning before; 0x2 did not.
    let history = try RuleTests.history([("extra", 6)], known: 5)
    let lint = try Lint(history, interfaces: [Interface(prototype: history, .newIoctl)])
    #expect(lint.issues.first { $0.rule == .flagNotRefused }?.subject == "0x4 before VER1")
  }
}
