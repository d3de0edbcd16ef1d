import ExtensibleStructs
import Testing

@Suite("The named schemes")
struct NamedSchemeTests {
  static let all: [Scheme] = [
    .staticPad(to: 160), .staticPadChecked(to: 160), .sizePrefixed, .sizeArgument, .sizeInCommand, .flagFirst,
    .sizeAndFlagFirst, .newIoctl, .newIoctl(paddedTo: 160), .unversioned,
  ]

  @Test func `have names and summaries`() {
    #expect(
      Self.all.map(\.name) == [
        "static-pad", "static-pad-checked", "size-prefixed", "size-argument", "size-in-command", "flag-first",
        "size-and-flag-first", "new-ioctl", "new-ioctl", "unversioned",
      ])
    #expect(Self.all.allSatisfy { !$0.summary.isEmpty })
    #expect(Set(Self.all.map(\.summary)).count == Self.all.count)
  }

  @Test func `say where the size is`() {
    #expect(
      Self.all.map(\.size.source) == [
        .command, .command, .member, .argument, .command, .flags, .member, .command, .command, .fixed,
      ])
    #expect(Scheme.Size.Source.allCases.filter(\.isOutside) == [.argument, .command, .elements, .pointer])
    #expect(Self.all.filter(\.readsSizeMember).map(\.name) == ["size-prefixed", "size-and-flag-first"])
  }

  @Test func `one list has every one that takes in one struct`() throws {
    let history = try History(Parcel.self)
    #expect(Set(Scheme.names) == Set(Self.all.map(\.name)) && Set(Scheme.names).count == Scheme.names.count)
    #expect(Scheme.all(for: history).map(\.name) == Scheme.names)
    let five = Scheme.five(for: history)
    #expect(Scheme.all(for: history).filter(five.contains) == five)
    // A history with gates and flags can travel in each.
    for scheme in Scheme.all(for: history) { _ = try Codec(history, scheme) }
  }

  @Test func `five are compared`() throws {
    let schemes = Scheme.five(for: try History(Parcel.self))
    #expect(
      schemes.map(\.name) == [
        "static-pad", "size-prefixed", "flag-first", "size-and-flag-first", "new-ioctl",
      ])
    #expect(schemes[0] == .staticPad(to: 144))
  }

  /// A struct whose first version is 16 bytes long and whose newest ends at `end`, in a struct of `size`.
  private func history(_ end: Int, of size: Int) throws -> History {
    var fields = [Field("flags", offset: 0, size: 8), Field("a", offset: 8, size: 8)]
    if end > 16 { fields.append(Field("b", offset: 16, size: end - 16, alignment: 8)) }
    if size > end {
      fields.append(Field("pad", offset: end, size: size - end, alignment: 8, isReserved: true))
    }
    return try History(
      Layout("s", fields: fields),
      versions: [Version("VER0", size: 16)] + (end > 16 ? [Version("VER1", size: end, gate: 1)] : []),
      flags: FlagsField(fields[0], known: 0))
  }

  @Test(arguments: [
    (end: 16, size: 16, padded: 144), (24, 24, 144), (144, 144, 144), (152, 152, 272), (272, 272, 272),
    (280, 280, 528), (24, 160, 160), (16, 32, 32),
  ])
  func `the pad is 128 bytes, doubled until the newest version fits`(end: Int, size: Int, padded: Int) throws
  {
    #expect(Scheme.paddedSize(for: try history(end, of: size)) == padded)
  }

  @Test func `a pad from a later version on`() throws {
    let codec = try parcel(.newIoctl(paddedTo: 160))
    #expect(try (0..<3).map { try parcel(.newIoctl(paddedTo: 160), version: $0).size } == [16, 160, 160])
    #expect(codec.publishedSizes == [16, 160, 160])
    #expect(codec.known == 40 && codec.version0 == 16)
    #expect(try parcel(.staticPad(to: 160), version: 0).version0 == 160)
    #expect(try Codec(History(Parcel.self), .staticPad(to: 160), size: 160).publishedSizes == [160])
  }

  @Test func `a scheme is a value`() {
    let changed = Scheme.sizeArgument.with { $0.bounds?.maximum = .page(.EINVAL) }
    #expect(
      changed != .sizeArgument && changed.bounds?.maximum == Scheme.Maximum(bytes: 4096, errno: .EINVAL))
    #expect(Scheme.sizeArgument.bounds?.maximum == Scheme.Maximum(bytes: 4096, errno: .E2BIG))
    #expect(Scheme.sizePrefixed.bounds?.minimum == Scheme.Minimum(bytes: nil, errno: .E2BIG))
    #expect(Scheme.flagFirst.second?.recheck == .deciding)
    #expect(Scheme.sizeAndFlagFirst.second?.recheck == .all)
  }

  @Test func `what cannot be meant is not said`() {
    // Each of these policies needs what the scheme does not have: nothing is there to be changed.
    #expect(Scheme.sizeArgument.with { $0.second?.recheck = .all } == .sizeArgument)
    #expect(Scheme.sizeArgument.with { $0.fetches = .version0Only } == .sizeArgument)
    #expect(Scheme.sizeArgument.with { $0.member?.zero = .meansVersion0 } == .sizeArgument)
    #expect(Scheme.flagFirst.with { $0.bounds?.maximum = .page(.E2BIG) } == .flagFirst)
    #expect(Scheme.newIoctl.with { $0.bounds = Scheme.Bounds() } == .newIoctl)
    #expect(Scheme.newIoctl.with { $0.output?.tail = .leftAlone } == .newIoctl)
    let out = Scheme.sizeArgument.handingOut()
    #expect(out.with { $0.input?.pad = .mustBeZero(else: .EINVAL) } == out && out != .sizeArgument)
    let once = Scheme.sizePrefixed.with { $0.fetches = .version0Only }
    #expect(once.second == nil && once.with { $0.second?.used = .first } == once)
    #expect(once.fetches?.takesVersion0 == true && Scheme.sizePrefixed.fetches?.takesVersion0 == false)
  }
}
