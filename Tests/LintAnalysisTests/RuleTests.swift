import ExtensibleStructs
import KernelInterfaces
import LintAnalysis
import Testing

/// For each rule a struct that triggers it, and one beside it that does not.
@Suite struct RuleTests {
  /// A struct of flags and a word in VER0, `extra` members of 8 bytes in a version each, and pad.
  static func history(
    _ extra: [(name: String, gate: UInt64)], known: UInt64 = 1, flags: Bool = true, pad: Int = 0,
    size: Bool = false
  ) throws -> History {
    var fields = [
      Field(flags ? "flags" : "mode", offset: 0, size: 4), Field(size ? "size" : "word", offset: 4, size: 4),
    ]
    fields.append(Field("base", offset: 8, size: 8))
    var versions = [Version("VER0", size: 16)]
    for (index, member) in extra.enumerated() {
      fields.append(Field(member.name, offset: 16 + 8 * index, size: 8))
      versions.append(Version("VER\(index + 1)", size: 24 + 8 * index, gate: member.gate))
    }
    if pad > 0 {
      fields.append(Field("pad", offset: 16 + 8 * extra.count, size: pad, alignment: 8, isReserved: true))
    }
    return try History(
      Layout("sample", fields: fields), versions: versions,
      flags: flags ? FlagsField(fields[0], known: known) : nil, sizeMember: size ? fields[1] : nil)
  }

  static func rules(_ history: History, shape: Lint.Shape? = nil) -> Set<Lint.Rule> {
    Set(Lint(history, shape: shape).issues.map(\.rule))
  }

  static func rules(_ history: History, under scheme: Scheme) throws -> Set<Lint.Rule> {
    let interface = try Interface(prototype: history, scheme)
    return Set(Lint(history, interfaces: [interface]).issues.filter { $0.interface != nil }.map(\.rule))
  }

  @Test func ungatedExtension() throws {
    #expect(try Self.rules(Self.history([("extra", 0)])) == [.ungatedExtension])
    #expect(try Self.rules(Self.history([("extra", 2)])) == [])
  }

  @Test func zeroIsAValue() throws {
    #expect(try Self.rules(Self.history([("extra_fd", 0)])).contains(.zeroIsAValue))
    #expect(try !Self.rules(Self.history([("extra_fd", 2)])).contains(.zeroIsAValue))
    #expect(try !Self.rules(Self.history([("extra", 0)])).contains(.zeroIsAValue))
  }

  @Test func sharedFlag() throws {
    #expect(try Self.rules(Self.history([("one", 2), ("two", 6)])) == [.sharedFlag])
    #expect(try Self.rules(Self.history([("one", 2), ("two", 4)])) == [])
  }

  @Test func reusedFlag() throws {
    #expect(try Self.rules(Self.history([("extra", 2)], known: 3)).contains(.reusedFlag))
    #expect(try !Self.rules(Self.history([("extra", 2)], known: 1)).contains(.reusedFlag))
  }

  @Test func noFlags() throws {
    #expect(try Self.rules(Self.history([], flags: false)) == [.noFlags])
    #expect(try Self.rules(Self.history([])) == [])
  }

  @Test(arguments: [(0, nil), (4, nil), (8, 1), (112, 14)] as [(Int, Int?)])
  func padLeft(pad: Int, count: Int?) throws {
    // A pad of 4 bytes fills the last word up: it takes a member of 4 bytes beside it.
    let history =
      pad == 4
      ? try History(
        Layout(
          "sample",
          fields: [
            Field("flags", offset: 0, size: 4), Field("pad", offset: 4, size: 4, isReserved: true),
          ]), versions: [Version("VER0", size: 8)],
        flags: FlagsField(Field("flags", offset: 0, size: 4), known: 1))
      : try Self.history([("extra", 2)], pad: pad)
    #expect(Lint(history).issues.first { $0.rule == .padLeft }?.count == count)
  }

  @Test func padOfTheSchemeCounts() throws {
    let history = try Self.history([("extra", 2)])
    let interface = try Interface(prototype: history, .staticPad(to: 64))
    let issues = Lint(history, interfaces: [interface]).issues
    #expect(issues.first { $0.rule == .padLeft }?.count == 5)
  }

  @Test func shapes() throws {
    let history = try Self.history([("extra", 2)])
    #expect(Self.rules(history, shape: .arrayElement) == [.arrayElement])
    #expect(Self.rules(history, shape: .flexibleArray) == [.flexibleArray])
    #expect(Self.rules(history, shape: .single) == [])
    // A struct that is known by its name.
    let known = try History(
      Layout("futex_waitv", fields: [Field("flags", offset: 0, size: 8)]),
      versions: [Version("VER0", size: 8)],
      flags: FlagsField(Field("flags", offset: 0, size: 8), known: 0))
    #expect(Self.rules(known) == [.arrayElement])
  }

  @Test func flagNotRefused() throws {
    let history = try Self.history([("extra", 2)], size: true)
    let careless = Scheme.sizePrefixed.with { $0.input?.unknownFlags = .ignored }
    #expect(try Self.rules(history, under: careless).contains(.flagNotRefused))
    #expect(try !Self.rules(history, under: .sizePrefixed).contains(.flagNotRefused))
    // A bit that the first version took in another meaning is not refused either.
    #expect(
      try Self.rules(Self.history([("extra", 2)], known: 3), under: .newIoctl).contains(.flagNotRefused))
  }

  @Test func flagTakenWithOldSize() throws {
    let history = try Self.history([("extra", 2)], size: true)
    let careless = Scheme.sizePrefixed.with { $0.input?.flagBeyondSize = .ignored }
    #expect(try Self.rules(history, under: careless).contains(.flagTakenWithOldSize))
    for scheme in [Scheme.sizePrefixed, .newIoctl, .flagFirst, .staticPad(to: 32)] {
      #expect(try !Self.rules(history, under: scheme).contains(.flagTakenWithOldSize))
    }
  }

  @Test func oldStructRefused() throws {
    let history = try Self.history([("extra", 2)])
    #expect(try Self.rules(history, under: .unversioned).contains(.oldStructRefused))
    #expect(try !Self.rules(history, under: .sizeArgument).contains(.oldStructRefused))
    #expect(try !Self.rules(history, under: .newIoctl).contains(.oldStructRefused))
  }

  @Test func uncheckedReserved() throws {
    let history = try Self.history([("extra", 2)], pad: 8)
    #expect(try Self.rules(history, under: .staticPad(to: 32)).contains(.uncheckedReserved))
    #expect(try !Self.rules(history, under: .staticPadChecked(to: 32)).contains(.uncheckedReserved))
    #expect(try !Self.rules(Self.history([("extra", 2)]), under: .newIoctl).contains(.uncheckedReserved))
  }

  @Test func sizeInCommand() throws {
    let history = try Self.history([("extra", 2)])
    #expect(try Self.rules(history, under: .newIoctl) == [.sizeInCommand])
    #expect(try Self.rules(history, under: .sizeInCommand).contains(.sizeInCommand))
    #expect(try !Self.rules(history, under: .sizeArgument).contains(.sizeInCommand))
  }

  @Test func tails() throws {
    let history = try Self.history([("extra", 2)], size: true)
    let blind = Scheme.sizeArgument.with { $0.input?.tail = .ignored }
    #expect(try Self.rules(history, under: blind) == [.tailNotChecked])
    // DRM fetches the tail and forgets it.
    let forgetful = Scheme.sizeInCommand.with { $0.input?.tail = .fetched }
    #expect(try Self.rules(history, under: forgetful) == [.sizeInCommand, .tailNotChecked])
    #expect(try Self.rules(history, under: .sizeArgument) == [.tailMustBeZero])
    #expect(try Self.rules(Self.history([]), under: .sizeArgument) == [])
    #expect(try Self.rules(history, under: .flagFirst) == [])
  }

  @Test func noMinimum() throws {
    let history = try Self.history([("extra", 2)])
    let any = Scheme.sizeArgument.with { $0.bounds?.minimum = .none }
    #expect(try Self.rules(history, under: any).contains(.noMinimum))
    #expect(try !Self.rules(history, under: .sizeArgument).contains(.noMinimum))
  }

  @Test func zeroSize() throws {
    let history = try Self.history([("extra", 2)], size: true)
    #expect(try Self.rules(history, under: .sizePrefixed).contains(.zeroSize))
    let strict = Scheme.sizePrefixed.with { $0.member?.zero = .isASize }
    #expect(try !Self.rules(history, under: strict).contains(.zeroSize))
  }

  @Test func structsHandedOutAreLeftAlone() throws {
    let history = try Self.history([("extra", 2)])
    let interface = try Interface(prototype: history, .sizeInCommand.handingOut())
    #expect(Lint(history, interfaces: [interface]).issues.isEmpty)
  }

  @Test func everyRuleGivesAdvice() {
    for rule in Lint.Rule.allCases { #expect(!rule.advice.isEmpty) }
    // Those of which no victim is known.
    let unknown = Lint.Rule.allCases.filter { $0.bitten == nil }
    #expect(Set(unknown) == [.sharedFlag, .reusedFlag, .flagTakenWithOldSize, .flexibleArray])
  }
}
