import ExtensibleStructs
import Testing

@Suite("Schemes that do not fit the struct")
struct WrongSchemeTests {
  private func expect(
    _ cause: SchemeError.Cause, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: () throws -> Void
  ) throws {
    let error = try #require(throws: SchemeError.self, sourceLocation: sourceLocation, performing: make)
    #expect(error.cause == cause, sourceLocation: sourceLocation)
    #expect(error.description == "\(error.structure): \(cause)", sourceLocation: sourceLocation)
    #expect(["parcel", "ledger", "s"].contains(error.structure), sourceLocation: sourceLocation)
  }

  @Test func `flag first without flags`() throws {
    let layout = try Layout("s", fields: [Field("a", offset: 0, size: 8)])
    let history = try History(layout, versions: [Version("VER0", size: 8)])
    try expect(.noFlags("flag-first")) { _ = try Codec(history, .flagFirst) }
  }

  @Test func `flag first without a gate`() throws {
    try expect(.ungated("VER2", "flag-first")) {
      _ = try Codec(History(Ledger.self), .flagFirst)
    }
  }

  @Test func `a size is written, and there is no member for it`() throws {
    let reported = Scheme.sizeArgument.handingOut(Scheme.Output(reportsCopiedBytes: true))
    try expect(.noSizeMember("size-argument")) {
      _ = try Codec(History(Parcel.self), reported)
    }
  }

  @Test func `the pad is full`() throws {
    try expect(.padFull("VER2", needs: 40, has: 39)) {
      _ = try Codec(History(Parcel.self), .staticPad(to: 39))
    }
    #expect(try parcel(.staticPad(to: 40), version: 0).size == 40)
  }

  @Test(arguments: [(0, 0), (0, (1 << 16) + 1), (3, 2), (-1, 8), (0, -1)])
  func `an array without bounds that a kernel has room for`(least: Int, greatest: Int) throws {
    func scheme(_ least: Int, _ greatest: Int) -> Scheme {
      Scheme("array", size: .elements(Scheme.Elements(least, through: greatest, else: .EINVAL)))
    }
    try expect(.unboundedArray("array")) {
      _ = try Codec(History(Parcel.self), scheme(least, greatest))
    }
    _ = try Codec(History(Parcel.self), scheme(0, 1 << 16))
  }

  @Test func `sizes that no struct can have`() throws {
    func bounds(_ least: Int?, _ greatest: Int?) -> Scheme {
      Scheme.sizeArgument.with {
        $0.bounds?.minimum = Scheme.Minimum(bytes: least, errno: .EINVAL)
        $0.bounds?.maximum = greatest.map { Scheme.Maximum(bytes: $0, errno: .E2BIG) }
      }
    }
    func refused(_ cause: SchemeError.Cause, _ scheme: Scheme) throws {
      try expect(cause) { _ = try Codec(History(Parcel.self), scheme) }
    }
    try refused(.negativeSize(-1), bounds(-1, 64))
    try refused(.boundsCross(least: 65, greatest: 64), bounds(65, 64))
    try refused(.boundsCross(least: 16, greatest: 15), bounds(nil, 15))
    try refused(.aboveMaximum("VER2", needs: 40, maximum: 39, "size-argument"), bounds(nil, 39))
    try refused(.belowMinimum("VER2", has: 40, least: 41, "size-argument"), bounds(41, nil))
    _ = try Codec(History(Parcel.self), bounds(40, 40))
    // The size is what travels: with the pad.
    let padded = bounds(nil, 63).with { $0.capacity = .padded(to: 64, fromVersion: 0) }
    try refused(.boundsCross(least: 64, greatest: 63), padded)
    try refused(.padTooLong(1 << 40), padded.with { $0.capacity = .padded(to: 1 << 40, fromVersion: 0) })
    try refused(.noSuchVersion(99), padded.with { $0.capacity = .padded(to: 64, fromVersion: 99) })
  }

  @Test func `policies that exclude each other`() throws {
    func refused(_ one: String, _ other: String, _ scheme: Scheme) throws {
      try expect(.doNotFit(one, other, scheme.name)) {
        _ = try Codec(History(Ledger.self), scheme)
      }
    }
    let pointer = Scheme("pointer", size: .pointer(tooSmall: .E2BIG))
    try refused("a size behind a pointer", "a struct that is taken in", pointer)
    try refused("a size from member", "a struct that is handed out", .sizePrefixed.handingOut())
    try refused(
      "a tail that is fetched", "a size that no ioctl number bounds",
      .sizeArgument.with { $0.input?.tail = .fetched })
    try refused(
      "NULL with size 0", "a size from member",
      .sizePrefixed.with { $0.nullPointer = .takenWithoutSize(otherwise: .EINVAL) })
    let array = Scheme("array", size: .elements(Scheme.Elements(1, through: 8, else: .EINVAL)))
    for change: (inout Scheme) -> Void in [
      { $0.input?.refusal = .zeroed }, { $0.input?.writtenMember = IntegerMember(offset: 4, width: 4) },
    ] {
      try refused("an answer in the struct", "an array", array.with(change))
    }
    try refused(
      "a first fetch that is forgotten", "a size from member", .sizePrefixed.with { $0.input?.peek = 4 })
    try expect(.noSuchMember("byte 17")) { _ = try ledger(.sizeArgument.with { $0.input?.peek = 17 }) }
    try expect(.noSuchMember("byte 16")) {
      _ = try ledger(
        .sizeArgument.with { $0.input?.refusal = .inMember(IntegerMember(offset: 16, width: 4)) })
    }
    try expect(.doNotFit("a pad", "a size from flags", "flag-first")) {
      _ = try Codec(
        History(Parcel.self),
        .flagFirst.with { $0.capacity = .padded(to: 160, fromVersion: 0) })
    }
  }

  @Test(arguments: [Scheme.newIoctl, .sizeInCommand])
  func `a struct that is too long for an ioctl number`(scheme: Scheme) throws {
    func history(_ words: Int) throws -> History {
      let layout = try Layout("s", fields: [Field("data", offset: 0, size: words, alignment: 1)])
      return try History(layout, versions: [Version("VER0", size: words)])
    }
    try expect(.tooLongForCommand("VER0", bytes: 1 << 14)) {
      _ = try Codec(history(1 << 14), scheme)
    }
    _ = try Codec(history(1 << 14 - 1), scheme)
    try expect(.tooLongForCommand("VER0", bytes: 1 << 14)) {
      _ = try Codec(history(8), .staticPad(to: 1 << 14))
    }
  }

  @Test func `a size member that cannot hold the size`() throws {
    func history(_ size: Int) throws -> History {
      let layout = try Layout(
        "s",
        fields: [Field("size", offset: 0, size: 1), Field("data", offset: 1, size: size - 1, alignment: 1)])
      return try History(layout, versions: [Version("VER0", size: size)], sizeMember: layout.field("size"))
    }
    try expect(.sizeMemberTooNarrow("size")) {
      _ = try Codec(history(256), .sizePrefixed)
    }
    let padded = Scheme.sizePrefixed.with { $0.capacity = .padded(to: 256, fromVersion: 0) }
    try expect(.sizeMemberTooNarrow("size")) { _ = try Codec(history(24), padded) }
    #expect(try Codec(history(255), .sizePrefixed).size == 255)
  }

  @Test(arguments: [-1, 3])
  func `no such version`(index: Int) throws {
    try expect(.noSuchVersion(index)) { _ = try parcel(.newIoctl, version: index) }
    let behavior = Behavior(version: index, scheme: .newIoctl)
    try expect(.noSuchVersion(index)) { _ = try Codec(History(Parcel.self), behavior: behavior, version: 0) }
  }

  @Test func `a rule on no integer member`() throws {
    for rule in [MemberRule("colour", .noneOf(1)), MemberRule("label", .noneOf(1))] {
      let behavior = Behavior(version: 2, scheme: .newIoctl, rules: [rule])
      try expect(.noSuchMember(rule.field)) { _ = try Codec(History(Parcel.self), behavior: behavior) }
    }
  }
}
