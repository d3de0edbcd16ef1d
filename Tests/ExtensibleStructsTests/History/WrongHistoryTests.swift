import ExtensibleStructs
import Testing

/// A history that is refused, and the error that it must give.
struct WrongHistory: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var versions: [Version]
  var flags: FlagsField?
  var size: Field?
  var error: DeclarationError

  init(
    _ description: String, _ versions: [Version], flags: FlagsField? = nil, size: Field? = nil,
    _ cause: DeclarationError.Cause, field: String? = nil, byte: Int = 0
  ) {
    testDescription = description
    self.versions = versions
    self.flags = flags
    self.size = size
    error = DeclarationError("s", cause, field: field, byte: byte)
  }
}

@Suite("Histories that are refused")
struct WrongHistoryTests {
  //     0      4       8        16        24   28   32
  //     ├ size ┼ flags ┼ name[8]┼ address ┼ a  ┼ b  ┤
  static let size = Field("size", offset: 0, size: 4)
  static let flags = Field("flags", offset: 4, size: 4)
  static let name = Field("name", offset: 8, size: 8, alignment: 1)
  static let address = Field("address", offset: 16, size: 8)
  static let a = Field("a", offset: 24, size: 4)
  static let b = Field("b", offset: 28, size: 4)
  static let fields = [size, flags, name, address, a, b]

  static let first = Version("VER0", size: 16)
  static let second = Version("VER1", size: 24)
  static let all = Version("VER2", size: 32)
  static let known = FlagsField(flags, known: 1)

  static let wrong: [WrongHistory] = [
    .init("no version", [], .noVersions),
    .init("a gate on the first", [Version("VER0", size: 32, gate: 1)], flags: known, .gatedFirstVersion),
    .init("a size twice", [first, Version("VER1", size: 16), all], .versionDoesNotGrow("VER1"), byte: 16),
    .init("a size that shrinks", [all, second], .versionDoesNotGrow("VER1"), byte: 24),
    .init("a first version of nothing", [Version("VER0", size: 0)], .versionDoesNotGrow("VER0"), byte: 0),
    .init("a negative size", [Version("VER0", size: -8)], .versionDoesNotGrow("VER0"), byte: -8),
    .init(
      "behind the struct", [first, Version("VER1", size: 40)],
      .versionBeyondStruct("VER1", size: 32), byte: 40),
    .init(
      "in the middle of a member", [first, Version("VER1", size: 20), all], .versionCutsField("VER1"),
      field: "address", byte: 20),
    .init(
      "in the middle of an array", [Version("VER0", size: 12), all], .versionCutsField("VER0"),
      field: "name", byte: 12),
    .init(
      "off the alignment", [first, second, Version("VER2", size: 28), Version("VER3", size: 32)],
      .versionMisaligned("VER2", to: 8), field: "a", byte: 28),
    .init("a name twice", [first, Version("VER0", size: 32)], .duplicateVersion("VER0"), byte: 32),
    .init("members left over", [first, second], .unpublished, field: "a", byte: 24),
    .init(
      "a gate without flags", [first, Version("VER1", size: 32, gate: 2)], .noFlagsField, byte: 32),
    .init(
      "a gate beyond the flags", [first, Version("VER1", size: 32, gate: 1 << 32)], flags: known,
      .impossibleGate("VER1", 1 << 32), field: "flags", byte: 4),
    .init(
      "flags behind the first version", [first, all], flags: FlagsField(a, known: 0), .outsideFirstVersion,
      field: "a", byte: 24),
    .init("a size behind it", [first, all], size: address, .outsideFirstVersion, field: "address", byte: 16),
    .init(
      "flags in an array", [all], flags: FlagsField(name, known: 0), .notAnInteger, field: "name", byte: 8),
    .init("a size in an array", [all], size: name, .notAnInteger, field: "name", byte: 8),
    .init(
      "flags that are no member", [all], flags: FlagsField(Field("flags", offset: 6, size: 2), known: 0),
      .noSuchField, field: "flags", byte: 6),
    .init(
      "a size of another name", [all], size: Field("len", offset: 0, size: 4), .noSuchField, field: "len"),
  ]

  @Test(arguments: wrong)
  func `names field and byte`(_ wrong: WrongHistory) throws {
    let layout = try Layout("s", fields: Self.fields)
    let error = try #require(throws: DeclarationError.self) {
      try History(layout, versions: wrong.versions, flags: wrong.flags, sizeMember: wrong.size)
    }
    #expect(error == wrong.error)
    #expect(!"\(error.cause)".isEmpty)
  }

  @Test func `a gate may use the last bit of the flags`() throws {
    let layout = try Layout("s", fields: Self.fields)
    let history = try History(
      layout, versions: [Self.first, Version("VER1", size: 32, gate: 1 << 31)], flags: Self.known)
    #expect(history.knownFlags(version: 0) == 1 && history.knownFlags(version: 1) == 0x8000_0001)
  }

  @Test func `reserved members may be left over`() throws {
    var fields = Self.fields
    for index in 3..<6 { fields[index].isReserved = true }
    let history = try History(Layout("s", fields: fields), versions: [Self.first])
    #expect(history.layout.size == 32 && history.extensions.isEmpty)
    #expect(history.baseFields.map(\.name) == ["size", "flags", "name"])
  }

  private static func flagged(
    known: UInt64, conflicts: [FlagsField.Conflict] = [], size: String? = nil
  ) throws -> History {
    let layout = try Layout(
      "s", fields: [Field("flags", offset: 0, size: 4), Field("more", offset: 4, size: 4)])
    return try History(
      layout, versions: [Version("VER0", size: 4), Version("VER1", size: 8, gate: 0x10)],
      flags: FlagsField(layout.fields[0], known: known, conflicts: conflicts),
      sizeMember: size.flatMap { layout.field($0) })
  }

  @Test func `known flags that the member has no room for`() throws {
    let error = try #require(throws: DeclarationError.self) { try Self.flagged(known: 0xff_0000_0001) }
    #expect(error == DeclarationError("s", .impossibleFlags(0xff_0000_0000), field: "flags", byte: 0))
    _ = try Self.flagged(known: 0xffff_ffff)
  }

  @Test(arguments: [FlagsField.Conflict(8, excludes: 1), FlagsField.Conflict(1, excludes: 8)])
  func `a conflict of a bit that no version knows`(conflict: FlagsField.Conflict) throws {
    let error = try #require(throws: DeclarationError.self) {
      try Self.flagged(known: 3, conflicts: [conflict])
    }
    #expect(error == DeclarationError("s", .unknownConflict(8), field: "flags", byte: 0))
    _ = try Self.flagged(known: 3, conflicts: [FlagsField.Conflict(0x10, excludes: 2)])
  }

  @Test func `size and flags in one member`() throws {
    let error = try #require(throws: DeclarationError.self) { try Self.flagged(known: 3, size: "flags") }
    #expect(error == DeclarationError("s", .sizeIsFlags, field: "flags", byte: 0))
  }
}
