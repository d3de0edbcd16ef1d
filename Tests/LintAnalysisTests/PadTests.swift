import ExtensibleStructs
import KernelInterfaces
import LintAnalysis
import Testing

/// Pad is room for the future only where the struct cannot just become longer.
@Suite struct PadTests {
  static func count(_ scheme: Scheme) throws -> Int? {
    let history = try RuleTests.history([("extra", 2)], size: true)
    let issues = try Lint(history, interfaces: [Interface(prototype: history, scheme)]).issues
    return issues.first { $0.rule == .padLeft }?.count
  }

  @Test func sizesThatCannotGrow() throws {
    #expect(try Self.count(.staticPad(to: 64)) == 5)
    #expect(try Self.count(.newIoctl(paddedTo: 64)) == 5)
    #expect(try Self.count(Scheme.unversioned.padded) == 5)
  }

  @Test func sizesThatTravel() throws {
    #expect(try Self.count(Scheme.sizeArgument.padded) == nil)
    #expect(try Self.count(Scheme.sizeInCommand.padded) == nil)
    #expect(try Self.count(Scheme.sizePrefixed.padded) == nil)
  }
}

extension Scheme {
  fileprivate var padded: Scheme { with { $0.capacity = .padded(to: 64, fromVersion: 0) } }
}
