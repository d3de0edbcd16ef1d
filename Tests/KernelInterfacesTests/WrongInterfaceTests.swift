import ExtensibleStructs
import KernelInterfaces
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
