import ExtensibleStructs
import Testing

@Suite("The order of checks")
struct OrderTests {
  private func names(_ scheme: Scheme, rules: [MemberRule] = [], version: Int = 2) throws -> [String] {
    let behavior = Behavior(version: 2, scheme: scheme, knownFlags: 0x1f, rules: rules)
    return try Codec(History(Ledger.self), behavior: behavior, version: version).checks.steps.map(
      \.name.rawValue)
  }

  @Test func `a size member, as in sched_setattr`() throws {
    #expect(
      try names(.sizePrefixed.with { $0.nullPointer = .rejectedFirst(.EINVAL) }) == [
        "null-pointer", "first-fetch", "zero-size", "minimum", "maximum", "zero-fill", "tail", "copy",
        "unknown-flags", "flag-beyond-size",
      ])
  }

  @Test func `everything that can be asked of one struct`() throws {
    let all = Scheme.sizeAndFlagFirst.with {
      $0.nullPointer = .rejectedAfterSize(.EINVAL)
      $0.flagsArgument = .rejectedAfterCopy(known: 0, .EINVAL)
      $0.second?.used = .first
      $0.member?.reportsNeededSize = true
      $0.input?.closedGate = .mustBeZero(else: .EINVAL)
      $0.input?.copiesBack = true
    }
    #expect(
      try names(all, rules: [MemberRule("low", .within(0...9)), MemberRule("extra", .noneOf(1))]) == [
        "first-fetch", "zero-size", "minimum", "maximum", "null-pointer", "zero-fill", "tail", "copy",
        "recheck", "recheck", "keep-first", "keep-first", "flags-argument", "unknown-flags",
        "flag-beyond-size", "member", "member", "closed-gate", "answer", "answer",
      ])
  }

  @Test func `a rule on a member that the version does not have is not asked`() throws {
    let rules = [MemberRule("low", .within(0...9)), MemberRule("extra", .noneOf(1))]
    let found = try names(.sizeArgument, rules: rules, version: 1).filter { $0 == "member" }
    #expect(found.count == 1)
  }

  @Test func `an array: the content is judged element by element`() throws {
    let array = Scheme("array", size: .elements(Scheme.Elements(1, through: 8, else: .EINVAL))).with {
      $0.flagsArgument = .rejectedAfterCopy(known: 0, .EINVAL)
    }
    #expect(
      try names(array) == ["minimum", "maximum", "each-element", "copy", "unknown-flags", "flags-argument"])
    let steps = try ledger(array).checks.steps
    #expect(steps[2].action == .eachElement(end: 5))
  }

  @Test func `one long fetch, as in DRM`() throws {
    let scheme = Scheme.sizeInCommand.with { $0.input?.tail = .fetched }
    let steps = try ledger(scheme).checks.steps
    #expect(steps.filter { $0.action == .copyAll }.count == 1)
    #expect(!steps.contains { $0.action == .copy || $0.action == .tail })
  }

  @Test func `a struct that is handed out`() throws {
    let out = Scheme.sizeArgument.handingOut(
      Scheme.Output(reportsCopiedBytes: true, fetchesRequest: true))
    #expect(
      try names(out) == ["minimum", "maximum", "request", "report-copied-bytes", "clear-tail", "copy-out"])
    let pointer = Scheme(
      "pointer", size: .pointer(tooSmall: .E2BIG), direction: .handsOut(Scheme.Output(tail: .leftAlone)))
    #expect(try names(pointer) == ["write-needed-size", "minimum", "copy-out"])
  }

  @Test func `steps that may be told, and those that answer`() throws {
    let steps = try ledger(.sizePrefixed).checks.steps
    let told = steps.filter { $0.writesBackOn != nil && $0.writesBackOn == $0.errno }.map(\.name)
    #expect(told == [.minimum, .maximum, .tail])
    #expect(steps.filter { $0.errno == nil }.map(\.name) == [.zeroSize, .zeroFill])
  }

  @Test func `a first fetch of VER0 with the size from the flags, in a struct with a size member`() throws {
    // The size member has no part in it, whatever it holds.
    let scheme = Scheme("flags", size: .flags(.version0(then: Scheme.SecondFetch(recheck: .all))))
    let gated = try History(
      Layout(
        "gated",
        fields: [
          Field("size", offset: 0, size: 8), Field("flags", offset: 8, size: 8),
          Field("more", offset: 16, size: 8),
        ]),
      versions: [Version("VER0", size: 16), Version("VER1", size: 24, gate: 2)],
      flags: FlagsField(Field("flags", offset: 8, size: 8), known: 1),
      sizeMember: Field("size", offset: 0, size: 8))
    for used in [Scheme.UsedFetch.second, .first] {
      let codec = try Codec(gated, scheme.with { $0.second?.used = used })
      let bytes: [UInt8] = [99, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0]
      expectTaken(take(codec, bytes), bytes, usize: 24, flags: 2)
    }
  }
}
