import Compatibility
import ExtensibleStructs
import Testing

/// Flags that a kernel does not know.
@Suite struct FlagTests {
  @Test func anyBitOfAGateCounts() throws {
    // 0x4 had another meaning before; 0x2 did not.
    let history = try RuleTests.history([("extra", 6)], known: 5)
    let lint = try Lint(history, interfaces: [Interface(prototype: history, .newIoctl)])
    #expect(lint.findings.first { $0.rule == .flagNotRefused }?.subject == "0x4 before VER1")
  }
}
