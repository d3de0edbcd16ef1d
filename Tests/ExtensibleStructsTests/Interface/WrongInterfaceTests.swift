import ExtensibleStructs
import Testing

@Suite("Interfaces that are refused")
struct WrongInterfaceTests {
  private func expect(
    _ cause: InterfaceError.Cause, sourceLocation: SourceLocation = #_sourceLocation,
    _ make: () throws -> Void
  ) throws {
    let error = try #require(throws: InterfaceError.self, sourceLocation: sourceLocation, performing: make)
    #expect(error.cause == cause, sourceLocation: sourceLocation)
    #expect(error.description.hasPrefix("\(error.interface): "), sourceLocation: sourceLocation)
    #expect(!error.interface.isEmpty, sourceLocation: sourceLocation)
  }

  private func call(since: Release? = nil, _ version: Int, _ scheme: Scheme) -> Fact {
    Fact(since: since, .call(version: version, scheme), .assumed())
  }

  @Test func `no fact`() throws {
    try expect(.noFacts) { _ = try Interface("x", history: History(Parcel.self), facts: []) }
    try expect(.noFacts) {
      _ = try Interface("x", history: History(Parcel.self), facts: [Fact(.flags(1), .assumed())])
    }
  }

  @Test(arguments: [Release(5, 3), Release(3, 14), Release(5, 3, 0), Release(5, 2, 99)])
  func `facts that do not rise`(second: Release) throws {
    try expect(.factsOutOfOrder(second)) {
      _ = try Interface(
        "x", history: History(Parcel.self),
        facts: [call(since: Release(5, 3), 0, .newIoctl), call(since: second, 1, .newIoctl)])
    }
  }

  @Test func `a fact without a release behind others`() throws {
    try expect(.undatedFact) {
      _ = try Interface(
        "x", history: History(Parcel.self),
        facts: [
          call(since: Release(6, 12), 0, .newIoctl), call(1, .newIoctl),
          call(since: Release(5, 1), 1, .newIoctl),
        ])
    }
  }

  @Test func `a newest release of which nothing is known`() throws {
    try expect(.newestNotDescribed) {
      _ = try Interface(
        "x", history: History(Parcel.self), through: Release(5, 2),
        facts: [call(since: Release(5, 3), 0, .newIoctl)])
    }
  }

  @Test func `flags that the member has no room for`() throws {
    try expect(.scheme(.flagsTooWide(1 << 32))) {
      _ = try Interface(
        "x", history: History(Parcel.self),
        facts: [call(0, .newIoctl), Fact(since: Release(6, 1), .flags((1 << 32) | 1), .assumed())])
    }
  }

  @Test(arguments: [-1, 3])
  func `no such version`(index: Int) throws {
    try expect(.scheme(.noSuchVersion(index))) {
      _ = try Interface("x", history: History(Parcel.self), facts: [call(index, .newIoctl)])
    }
    // In a release that is not the newest.
    try expect(.scheme(.noSuchVersion(index))) {
      _ = try Interface(
        "x", history: History(Parcel.self),
        facts: [call(since: Release(5, 1), index, .newIoctl), call(since: Release(5, 3), 0, .newIoctl)])
    }
    let interface = try Interface(prototype: History(Parcel.self), .newIoctl)
    try expect(.scheme(.noSuchVersion(index))) { _ = try Codec(interface, version: index) }
  }

  @Test func `flag first without flags`() throws {
    let layout = try Layout("s", fields: [Field("a", offset: 0, size: 8)])
    let history = try History(layout, versions: [Version("VER0", size: 8)])
    try expect(.scheme(.noFlags("flag-first"))) { _ = try Interface(prototype: history, .flagFirst) }
  }

  @Test func `flag first without a gate`() throws {
    try expect(.scheme(.ungated("VER2", "flag-first"))) {
      _ = try Interface(prototype: History(Ledger.self), .flagFirst)
    }
  }

  @Test func `a size is written, and there is no member for it`() throws {
    let reported = Scheme.sizeArgument.handingOut(Scheme.Output(reportsCopiedBytes: true))
    try expect(.scheme(.noSizeMember("size-argument"))) {
      _ = try Interface(prototype: History(Parcel.self), reported)
    }
  }

  @Test func `the pad is full`() throws {
    try expect(.scheme(.padFull("VER2", needs: 40, has: 39))) {
      _ = try Interface(prototype: History(Parcel.self), .staticPad(to: 39))
    }
    let exact = try Interface(prototype: History(Parcel.self), .staticPad(to: 40))
    #expect(try Codec(exact, version: 0).size == 40)
  }

  @Test(arguments: [(0, 0), (0, (1 << 16) + 1), (3, 2), (-1, 8), (0, -1)])
  func `an array without bounds that a kernel has room for`(least: Int, greatest: Int) throws {
    func scheme(_ least: Int, _ greatest: Int) -> Scheme {
      Scheme("array", size: .elements(Scheme.Elements(least, through: greatest, else: .EINVAL)))
    }
    try expect(.scheme(.unboundedArray("array"))) {
      _ = try Interface(prototype: History(Parcel.self), scheme(least, greatest))
    }
    _ = try Interface(prototype: History(Parcel.self), scheme(0, 1 << 16))
  }

  @Test func `sizes that no struct can have`() throws {
    func bounds(_ least: Int?, _ greatest: Int?) -> Scheme {
      Scheme.sizeArgument.with {
        $0.bounds?.minimum = Scheme.Minimum(bytes: least, errno: .EINVAL)
        $0.bounds?.maximum = greatest.map { Scheme.Maximum(bytes: $0, errno: .E2BIG) }
      }
    }
    func refused(_ cause: SchemeError.Cause, _ scheme: Scheme) throws {
      try expect(.scheme(cause)) { _ = try Interface(prototype: History(Parcel.self), scheme) }
    }
    try refused(.negativeSize(-1), bounds(-1, 64))
    try refused(.boundsCross(least: 65, greatest: 64), bounds(65, 64))
    try refused(.boundsCross(least: 16, greatest: 15), bounds(nil, 15))
    try refused(.aboveMaximum("VER2", needs: 40, maximum: 39, "size-argument"), bounds(nil, 39))
    try refused(.belowMinimum("VER2", has: 40, least: 41, "size-argument"), bounds(41, nil))
    _ = try Interface(prototype: History(Parcel.self), bounds(40, 40))
    // The size is what travels: with the pad.
    let padded = bounds(nil, 63).with { $0.capacity = .padded(to: 64, fromVersion: 0) }
    try refused(.boundsCross(least: 64, greatest: 63), padded)
    try refused(.padTooLong(1 << 40), padded.with { $0.capacity = .padded(to: 1 << 40, fromVersion: 0) })
    try refused(.noSuchVersion(99), padded.with { $0.capacity = .padded(to: 64, fromVersion: 99) })
  }

  @Test func `policies that exclude each other`() throws {
    func refused(_ one: String, _ other: String, _ scheme: Scheme) throws {
      try expect(.scheme(.doNotFit(one, other, scheme.name))) {
        _ = try Interface(prototype: History(Ledger.self), scheme)
      }
    }
    let pointer = Scheme("pointer", size: .pointer(tooSmall: .E2BIG))
    try refused("a size behind a pointer", "a struct that is taken in", pointer)
    try refused("a size from member", "a struct that is handed out", .sizePrefixed.handingOut())
    try refused(
      "a tail that is fetched", "a size that no ioctl number bounds",
      .sizeArgument.with { $0.input?.tail = .fetched })
    try expect(.scheme(.doNotFit("a pad", "a size from flags", "flag-first"))) {
      _ = try Interface(
        prototype: History(Parcel.self),
        .flagFirst.with { $0.capacity = .padded(to: 160, fromVersion: 0) })
    }
  }

  @Test(arguments: [Scheme.newIoctl, .sizeInCommand])
  func `a struct that is too long for an ioctl number`(scheme: Scheme) throws {
    func history(_ words: Int) throws -> History {
      let layout = try Layout("s", fields: [Field("data", offset: 0, size: words, alignment: 1)])
      return try History(layout, versions: [Version("VER0", size: words)])
    }
    try expect(.scheme(.tooLongForCommand("VER0", bytes: 1 << 14))) {
      _ = try Interface(prototype: history(1 << 14), scheme)
    }
    _ = try Interface(prototype: history(1 << 14 - 1), scheme)
    try expect(.scheme(.tooLongForCommand("VER0", bytes: 1 << 14))) {
      _ = try Interface(prototype: history(8), .staticPad(to: 1 << 14))
    }
  }

  @Test func `a behaviour that is none of the interface's, and does not fit it`() throws {
    let interface = try Interface(prototype: History(Parcel.self), .sizeArgument)
    let array = Behavior(
      version: 0, scheme: Scheme("array", size: .elements(Scheme.Elements(0, through: 0, else: .EINVAL))))
    try expect(.scheme(.unboundedArray("array"))) { _ = try Codec(interface, behavior: array) }
    try expect(.scheme(.noSuchVersion(3))) {
      _ = try Codec(interface, version: 0, behavior: Behavior(version: 3, scheme: .sizeArgument))
    }
    #expect(try Codec(interface, behavior: Behavior(version: 1, scheme: .newIoctl)).size == 24)
  }

  @Test func `a size member that cannot hold the size`() throws {
    func history(_ size: Int) throws -> History {
      let layout = try Layout(
        "s",
        fields: [Field("size", offset: 0, size: 1), Field("data", offset: 1, size: size - 1, alignment: 1)])
      return try History(layout, versions: [Version("VER0", size: size)], sizeMember: layout.field("size"))
    }
    try expect(.scheme(.sizeMemberTooNarrow("size"))) {
      _ = try Interface(prototype: history(256), .sizePrefixed)
    }
    let padded = Scheme.sizePrefixed.with { $0.capacity = .padded(to: 256, fromVersion: 0) }
    try expect(.scheme(.sizeMemberTooNarrow("size"))) { _ = try Interface(prototype: history(24), padded) }
    #expect(try Interface(prototype: history(255), .sizePrefixed).history.layout.size == 255)
  }

  @Test func `a kernel's struct of an impossible size`() throws {
    let interface = try Interface(prototype: History(Parcel.self), .sizeArgument)
    for size in [15, 0, -1, 1 << 20 + 1] {
      try expect(.scheme(.impossibleSize(size, least: 16))) { _ = try Codec(interface, size: size) }
    }
    #expect(try Codec(interface, size: 16).size == 16)
    #expect(try Codec(interface, size: 1 << 20).size == 1 << 20)
  }

  @Test func `a Swift struct that is not the wire's`() throws {
    let error = SchemeError("parcel", .otherLayout("parcel"))
    #expect(throws: error) { try StructCodec<Parcel>(.sizePrefixed) }
    let interface = try Interface(prototype: History(Ledger.self), .sizeArgument)
    try expect(.scheme(.otherLayout("parcel"))) { _ = try StructCodec<Parcel>(interface) }
  }

  @Test func `a size member that cannot be added`() throws {
    let layout = try Layout("s", fields: [Field("data", offset: 0, size: 1 << 20, alignment: 1)])
    let history = try History(layout, versions: [Version("VER0", size: 1 << 20)])
    let cause = DeclarationError("s", .impossibleSize, field: "size", byte: 1 << 20)
    try expect(.scheme(.declaration(cause))) { _ = try Interface(prototype: history, .sizePrefixed) }
  }
}
