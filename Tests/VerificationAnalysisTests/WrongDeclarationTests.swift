import ExtensibleStructs
import KernelInterfaces
import Testing
import UAPICatalog
import VerificationAnalysis

/// Declarations of setxattrat that are wrong in one way each: the running kernel has to disagree.
struct WrongDeclarationTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var make: @Sendable (Interface) throws -> Interface

    init(_ description: String, _ make: @escaping @Sendable (Interface) throws -> Interface) {
      testDescription = description
      self.make = make
    }
  }

  /// `struct xattr_args` of which nobody said that `flags` are flags.
  struct PlainArgs: ExtensibleStruct {
    var value: UInt64 = 0
    var size: UInt32 = 0
    var flags: UInt32 = 0

    static let history = Declaration(Self.self, "xattr_args") { Published("VER0", through: \.flags) }
  }

  /// The same interface with other facts, or another history.
  private static func changed(
    _ real: Interface, history: History? = nil, _ change: (Fact) -> Fact?
  ) throws -> Interface {
    try Interface(
      real.name, history: history ?? real.history, call: real.call, through: real.newestDescribed,
      facts: real.facts.compactMap(change))
  }

  private static func flags(_ known: UInt64) -> Wrong {
    Wrong("known flags 0x\(String(known, radix: 16))") { real in
      try changed(real) { fact in
        var fact = fact
        if case .flags = fact.statement { fact.statement = .flags(known) }
        return fact
      }
    }
  }

  private static func rule(_ description: String, _ rule: MemberRule?) -> Wrong {
    Wrong(description) { real in
      try changed(real) { fact in
        guard case .rule = fact.statement else { return fact }
        guard let rule else { return nil }
        var fact = fact
        fact.statement = .rule(rule)
        return fact
      }
    }
  }

  private static func scheme(
    _ description: String, _ change: @escaping @Sendable (inout Scheme) -> Void
  ) -> Wrong {
    Wrong(description) { real in
      try changed(real) { fact in
        guard case .call(let version, let scheme) = fact.statement else { return fact }
        var fact = fact
        fact.statement = .call(version: version, scheme.with(change))
        return fact
      }
    }
  }

  static let table = [
    flags(0x7),
    flags(0x1),
    Wrong("flags are not declared") { real in
      try changed(real, history: History(PlainArgs.self)) { fact in
        if case .flags = fact.statement { nil } else { fact }
      }
    },
    rule("no rule on the value's size", nil),
    rule("a rule that is too wide", MemberRule("size", .within(0...0x2_0000), else: .E2BIG)),
    rule("a rule that is wider by one", MemberRule("size", .within(0...0x1_0001), else: .E2BIG)),
    rule("a rule that is narrower by one", MemberRule("size", .within(0...0xffff), else: .E2BIG)),
    rule("EINVAL for the size rule", MemberRule("size", .within(0...0x1_0000), else: .EINVAL)),
    scheme("at-flags 0x1300") { $0.flagsArgument = .rejectedAfterCopy(known: 0x1300, .EINVAL) },
    scheme("at-flags 0x1") { $0.flagsArgument = .rejectedAfterCopy(known: 0x1, .EINVAL) },
    scheme("at-flags 0x1000") { $0.flagsArgument = .rejectedAfterCopy(known: 0x1000, .EINVAL) },
    scheme("at-flags are not modelled") { $0.flagsArgument = .none },
    scheme("at-flags are judged first") { $0.flagsArgument = .rejectedFirst(known: 0x1100, .EINVAL) },
    scheme("no maximum") { $0.bounds?.maximum = nil },
    scheme("a minimum of 8") { $0.bounds?.minimum.bytes = 8 },
    scheme("the tail is not looked at") { $0.input?.tail = .ignored },
    scheme("unknown flags have no effect") { $0.input?.unknownFlags = .ignored },
    scheme("NULL is looked at first") { $0.nullPointer = .rejectedFirst(.EFAULT) },
  ]

  @Test(arguments: table)
  func `the running kernel disagrees with a wrong declaration`(_ wrong: Wrong) throws {
    let result = try Verifier().verify(wrong.make(Catalog.setxattrat()))
    if let reason = result.skipped { return print("skipped: \(wrong.testDescription): \(reason)") }
    #expect(!result.disagreements.isEmpty, "\(wrong.testDescription)")
  }

  @Test func `the running kernel agrees with the right one, made the same way`() throws {
    let result = try Verifier().verify(Self.changed(Catalog.setxattrat()) { $0 })
    #expect(result.disagreements.isEmpty)
  }
}
