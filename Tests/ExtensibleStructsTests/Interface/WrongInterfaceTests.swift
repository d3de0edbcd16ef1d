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

  @Test func `no edition`() throws {
    try expect(.noEditions) { _ = try Interface("x", history: History(Parcel.self), editions: []) }
  }

  @Test(arguments: [Release(5, 3), Release(3, 14), Release(5, 3, 0), Release(5, 2, 99)])
  func `editions that do not rise`(second: Release) throws {
    try expect(.editionsOutOfOrder(second)) {
      _ = try Interface(
        "x", history: History(Parcel.self),
        editions: [
          Edition(since: Release(5, 3), version: 0, scheme: .newIoctl),
          Edition(since: second, version: 1, scheme: .newIoctl),
        ])
    }
  }

  @Test(arguments: [-1, 3])
  func `no such version`(index: Int) throws {
    try expect(.noSuchVersion(index)) {
      _ = try Interface(
        "x", history: History(Parcel.self), editions: [Edition(version: index, scheme: .newIoctl)])
    }
    let interface = try Interface(prototype: History(Parcel.self), .newIoctl)
    try expect(.noSuchVersion(index)) { _ = try Codec(interface, version: index) }
  }

  @Test func `flag first without flags`() throws {
    let layout = try Layout("s", fields: [Field("a", offset: 0, size: 8)])
    let history = try History(layout, versions: [Version("VER0", size: 8)])
    try expect(.noFlags("flag-first")) { _ = try Interface(prototype: history, .flagFirst) }
  }

  @Test func `flag first without a gate`() throws {
    try expect(.ungated("VER2", "flag-first")) {
      _ = try Interface(prototype: History(Ledger.self), .flagFirst)
    }
  }

  @Test func `a size is written, and there is no member for it`() throws {
    let written = Scheme.sizeArgument.with { $0.writeBack = .kernelSize(on: .E2BIG) }
    try expect(.noSizeMember("size-argument")) { _ = try Interface(prototype: History(Parcel.self), written) }
    let reported = Scheme.sizeArgument.with { $0.sizeReport = .copiedBytes }
    try expect(.noSizeMember("size-argument")) {
      _ = try Interface(prototype: History(Parcel.self), reported, direction: .out)
    }
  }

  @Test func `the pad is full`() throws {
    try expect(.padFull("VER2", needs: 40, has: 39)) {
      _ = try Interface(prototype: History(Parcel.self), .staticPad(to: 39))
    }
    let exact = try Interface(prototype: History(Parcel.self), .staticPad(to: 40))
    #expect(try Codec(exact, version: 0).size == 40)
  }

  @Test(arguments: [nil, 0, 1 << 16 + 1])
  func `an array without a maximum that a kernel has room for`(maximum: Int?) throws {
    func scheme(_ maximum: Int?) -> Scheme {
      Scheme("array", size: .elements).with {
        $0.maximum = maximum.map { MaximumSize(bytes: $0, errno: .EINVAL) }
      }
    }
    try expect(.unboundedArray("array")) {
      _ = try Interface(prototype: History(Parcel.self), scheme(maximum))
    }
    _ = try Interface(prototype: History(Parcel.self), scheme(1 << 16))
  }

  @Test(arguments: [Scheme.newIoctl, .sizeInCommand])
  func `a struct that is too long for an ioctl number`(scheme: Scheme) throws {
    func history(_ words: Int) throws -> History {
      let layout = try Layout("s", fields: [Field("data", offset: 0, size: words, alignment: 1)])
      return try History(layout, versions: [Version("VER0", size: words)])
    }
    try expect(.tooLongForCommand("VER0", bytes: 1 << 14)) {
      _ = try Interface(prototype: history(1 << 14), scheme)
    }
    _ = try Interface(prototype: history(1 << 14 - 1), scheme)
    try expect(.tooLongForCommand("VER0", bytes: 1 << 14)) {
      _ = try Interface(prototype: history(8), .staticPad(to: 1 << 14))
    }
  }

  @Test func `an edition that is none of the interface's, and does not fit it`() throws {
    let interface = try Interface(prototype: History(Parcel.self), .sizeArgument)
    let array = Edition(version: 0, scheme: Scheme("array", size: .elements))
    try expect(.unboundedArray("array")) { _ = try Codec(interface, edition: array) }
    try expect(.noSuchVersion(3)) {
      _ = try Codec(interface, version: 0, edition: Edition(version: 3, scheme: .sizeArgument))
    }
    #expect(try Codec(interface, edition: Edition(version: 1, scheme: .newIoctl)).size == 24)
  }

  @Test func `a scheme that fetches no struct`() throws {
    let once = Scheme.sizePrefixed.with { $0.secondFetch = .none }
    try expect(.fetchesNothing("size-prefixed")) { _ = try Interface(prototype: History(Ledger.self), once) }
    let outside = Scheme.sizeArgument.with {
      $0.firstFetch = .version0
      $0.secondFetch = .none
    }
    try expect(.fetchesNothing("size-argument")) {
      _ = try Interface(prototype: History(Ledger.self), outside)
    }
    _ = try Interface(prototype: History(Ledger.self), once.with { $0.firstFetch = .version0 })
    _ = try Interface(
      prototype: History(Parcel.self),
      Scheme.flagFirst.with {
        $0.firstFetch = .version0
        $0.secondFetch = .none
      })
  }

  @Test func `a size member that cannot hold the size`() throws {
    func history(_ size: Int) throws -> History {
      let layout = try Layout(
        "s",
        fields: [Field("size", offset: 0, size: 1), Field("data", offset: 1, size: size - 1, alignment: 1)])
      return try History(layout, versions: [Version("VER0", size: size)], sizeMember: layout.field("size"))
    }
    try expect(.sizeMemberTooNarrow("size")) { _ = try Interface(prototype: history(256), .sizePrefixed) }
    let padded = Scheme.sizePrefixed.with { $0.capacity = .padded(to: 256, fromVersion: 0) }
    try expect(.sizeMemberTooNarrow("size")) { _ = try Interface(prototype: history(24), padded) }
    #expect(try Interface(prototype: history(255), .sizePrefixed).history.layout.size == 255)
  }

  @Test func `a kernel's struct of an impossible size`() throws {
    let interface = try Interface(prototype: History(Parcel.self), .sizeArgument)
    for size in [15, 0, -1, 1 << 20 + 1] {
      try expect(.impossibleSize(size, least: 16)) { _ = try Codec(interface, size: size) }
    }
    #expect(try Codec(interface, size: 16).size == 16)
    #expect(try Codec(interface, size: 1 << 20).size == 1 << 20)
  }

  @Test func `a Swift struct that is not the wire's`() throws {
    try expect(.otherLayout("parcel")) { _ = try StructCodec<Parcel>(.sizePrefixed) }
    let interface = try Interface(prototype: History(Ledger.self), .sizeArgument)
    try expect(.otherLayout("parcel")) { _ = try StructCodec<Parcel>(interface) }
  }

  @Test func `a size member that cannot be added`() throws {
    let layout = try Layout("s", fields: [Field("size", offset: 0, size: 8)])
    let history = try History(layout, versions: [Version("VER0", size: 8)])
    let cause = DeclarationError("s", .duplicateName, field: "size", byte: 8)
    try expect(.declaration(cause)) { _ = try Interface(prototype: history, .sizePrefixed) }
  }
}
