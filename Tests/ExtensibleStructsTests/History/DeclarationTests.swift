import ExtensibleStructs
import Testing

private struct Nested: ExtensibleStruct {
  struct Pair: BitwiseCopyable, Sendable {
    var low: UInt32 = 0
    var high: UInt32 = 0
    var both: UInt64 { UInt64(high) << 32 | UInt64(low) }
  }
  var pair = Pair()
  var flags: UInt64 = 0
  static let history = Declaration(Self.self, "nested") { Published("VER0", through: \.flags) }
}

@Suite("Key paths that lead nowhere")
struct WrongKeyPathTests {
  private struct Computed: ExtensibleStruct {
    var a: UInt64 = 0
    var twice: UInt64 { a * 2 }
    static let history = Declaration(Self.self, "computed") { Published("VER0", through: \.twice) }
  }

  private struct Pad: ExtensibleStruct {
    var a: UInt64 = 0
    var twice: UInt64 { a * 2 }
    static let history = Declaration(Self.self, "reserved") {
      Published("VER0", through: \.a)
      Reserved(\.a)
      Reserved(\.twice)
    }
  }

  private struct Flags: ExtensibleStruct {
    var a: UInt64 = 0
    var twice: UInt64 { a * 2 }
    static let history = Declaration(Self.self, "flags", flags: \.twice) { Published("VER0", through: \.a) }
  }

  private struct Observed: ExtensibleStruct {
    var a: UInt64 = 0
    var watched: UInt64 = 0 { didSet { a += 1 } }
    static let history = Declaration(Self.self, "observed") {
      Published("VER0", through: \.a)
      Published("VER1", through: \.watched)
    }
  }

  private struct Named: ExtensibleStruct {
    var a: UInt64 = 0
    var twice: UInt64 { a * 2 }
    static let history = Declaration(Self.self, "named") {
      Member(\.twice, "twice")
      Published("VER0", through: \.a)
    }
  }

  @Test func `a computed property is no member`() throws {
    for (name, what, make) in [
      ("computed", "the end of VER0", { try History(Computed.self) }),
      ("reserved", "Reserved number 2", { try History(Pad.self) }),
      ("flags", "flags:", { try History(Flags.self) }),
      ("observed", "the end of VER1", { try History(Observed.self) }),
      ("named", "Member \"twice\"", { try History(Named.self) }),
    ] as [(String, String, () throws -> History)] {
      let error = try #require(throws: DeclarationError.self) { try make() }
      #expect(error == DeclarationError(name, .notStored(what)))
      #expect(error.description.contains(what))
    }
  }

  /// Its size is a value of no bytes.
  private struct Empty: ExtensibleStruct {
    var a: UInt64 = 0
    var nothing: Void { () }
    static let history = Declaration(Self.self, "empty", size: \.nothing) { Published("VER0", through: \.a) }
  }

  @Test func `a computed property of no bytes is no member either`() {
    #expect(throws: DeclarationError("empty", .notStored("size:"))) { try History(Empty.self) }
  }

  @Test func `a version ends with a member of an embedded struct, if that is aligned`() throws {
    #expect(try History(Nested.self).layout.fields.map(\.name) == ["pair.low", "pair.high", "flags"])
  }
}

private struct WholeStruct: ExtensibleStruct {
  var pair = Nested.Pair()
  var last: UInt64 = 0
  static let history = Declaration(Self.self, "whole", flags: \.pair) { Published("VER0", through: \.last) }
}

private struct WholeSize: ExtensibleStruct {
  var first: UInt64 = 0
  var pair = Nested.Pair()
  static let history = Declaration(Self.self, "whole_size", size: \.pair) {
    Published("VER0", through: \.pair)
  }
}

private struct NoFlags: ExtensibleStruct {
  var a: UInt64 = 0
  static let history = Declaration(Self.self, "no_flags") {
    Published("VER0", through: \.a)
    FlagsField.Conflict(1, excludes: 2)
  }
}

private struct Twice: ExtensibleStruct {
  var flags: UInt64 = 0
  var a: UInt64 = 0
  static let history = Declaration(Self.self, "twice", flags: \.flags) {
    Published("VER0", through: \.flags)
    Published("VER1", through: \.a, gate: 1)
    Published("VER1", through: \.a, gate: 1)
  }
}

private struct Unpublished: ExtensibleStruct {
  var flags: UInt64 = 0
  static let history = Declaration(Self.self, "unpublished", flags: \.flags) {}
}

private struct OnlyReserved: ExtensibleStruct {
  var flags: UInt64 = 0
  static let history = Declaration(Self.self, "only_reserved", flags: \.flags) { Reserved(\.flags) }
}

/// `Parcel`, with its items in another order, and one of them twice.
private struct Shuffled: ExtensibleStruct {
  var kind: UInt32 = 0
  var flags: ParcelFlags = []
  var address: UInt64 = 0
  var limit: UInt32 = 0
  var reserved1: UInt32 = 0
  var cookie: UInt64 = 0
  var label: InlineArray<4, UInt16> = .init(repeating: 0)

  static let history = Declaration(Self.self, "parcel", flags: \.flags, known: 0b11) {
    Reserved(\.reserved1)
    FlagsField.Conflict(0b100, excludes: 0b10)
    Published("VER0", through: \.address)
    Reserved(\.reserved1)
    Published("VER1", through: \.reserved1, gate: ParcelFlags.limit)
    Published("VER2", through: \.label, gate: [.cookie, .label] as ParcelFlags)
  }
}

@Suite("What a declaration lists")
struct DeclarationTests {
  @Test func `a member that steers is an integer, all of it`() throws {
    #expect(throws: DeclarationError("whole", .notAnInteger, field: "pair.low", byte: 0)) {
      try History(WholeStruct.self)
    }
    #expect(throws: DeclarationError("whole_size", .notAnInteger, field: "pair.low", byte: 8)) {
      try History(WholeSize.self)
    }
  }

  @Test func `flags that exclude each other, and no flags`() {
    #expect(throws: DeclarationError("no_flags", .noFlagsField)) { try History(NoFlags.self) }
  }

  @Test func `a version that is declared twice`() {
    #expect(throws: DeclarationError("twice", .duplicateVersion("VER1"), byte: 16)) {
      try History(Twice.self)
    }
  }

  @Test func `no version`() {
    #expect(throws: DeclarationError("unpublished", .noVersions)) { try History(Unpublished.self) }
    #expect(throws: DeclarationError("only_reserved", .noVersions)) { try History(OnlyReserved.self) }
    #expect(throws: SchemeError.self) { try FixedCodec<Unpublished, NewIoctl>() }
  }

  @Test func `the order is the versions', and another order of the rest is the same`() throws {
    let (history, shuffled) = (try History(Parcel.self), try History(Shuffled.self))
    #expect(history == shuffled)
    #expect(history.versions.map(\.size) == [16, 24, 40] && history.versions.map(\.gate) == [0, 4, 24])
    #expect(history.layout.fields.filter(\.isReserved).map(\.name) == ["reserved1"])
    #expect(history.flags?.conflicts == [FlagsField.Conflict(0b100, excludes: 0b10)])
    #expect(Parcel.history.outline == Shuffled.history.outline)
  }

  @Test func `the outline is the history in integers`() throws {
    let outline = Parcel.history.outline
    #expect(outline.versions == 3 && outline.version0 == 16 && outline.end == 40)
    #expect(outline.flags == (try parcel(.newIoctl).flags) && outline.sizeMember.width == 0)
    #expect(outline.knownFlags == 0b1_1111 && outline.gateMask == 0b1_1100)
    #expect(outline.newestGate == 0b1_1000 && outline.newestEnd == 40)
    #expect(outline.conflicting == 0b100 && outline.excluded == 0b10)
    // The last version has no gate: the newest that has one ends in front of it.
    let ledger = Ledger.history.outline
    #expect(ledger.end == 32 && ledger.newestGate == 0x60 && ledger.newestEnd == 24)
    #expect(ledger.sizeMember.offset == 0 && ledger.sizeMember.width == 4 && ledger.knownFlags == 0x7f)
  }
}
