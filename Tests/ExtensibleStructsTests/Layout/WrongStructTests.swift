import ExtensibleStructs
import Testing

// Each struct is wrong in one way.

private struct WithInt: ExtensibleStruct {
  var flags: UInt64 = 0
  var count: Int = 0
  static let history = Declaration(Self.self, "with_int") { Published("VER0", through: \.count) }
}

private struct WithPointer: ExtensibleStruct {
  var flags: UInt64 = 0
  var at: UInt = 0
  static let history = Declaration(Self.self, "with_pointer") { Published("VER0", through: \.at) }
}

private struct WithBool: ExtensibleStruct {
  var isOn = false
  static let history = Declaration(Self.self, "with_bool") { Published("VER0", through: \.isOn) }
}

private struct WithDouble: ExtensibleStruct {
  var ratio = 0.0
  static let history = Declaration(Self.self, "with_double") { Published("VER0", through: \.ratio) }
}

private struct WithOptional: ExtensibleStruct {
  var maybe: UInt32?
  static let history = Declaration(Self.self, "with_optional") { Published("VER0", through: \.maybe) }
}

private struct WithMixedTuple: ExtensibleStruct {
  var mixed: (UInt32, UInt16) = (0, 0)
  static let history = Declaration(Self.self, "with_mixed_tuple") { Published("VER0", through: \.mixed) }
}

private struct WithMixedSigns: ExtensibleStruct {
  var mixed: (UInt32, Int32) = (0, 0)
  static let history = Declaration(Self.self, "mixed_signs") { Published("VER0", through: \.mixed) }
}

private struct WithVector: ExtensibleStruct {
  var vector = SIMD2<UInt32>()
  static let history = Declaration(Self.self, "with_vector") { Published("VER0", through: \.vector) }
}

/// No `BitwiseCopyable` struct could hold it.
private struct WithObject: DeclaredStruct {
  final class Object: Sendable {}
  var flags: UInt64 = 0
  var object = Object()
  static let history = Declaration(Self.self, "with_object") { Published("VER0", through: \.object) }
}

private struct WithBools: ExtensibleStruct {
  var first: UInt64 = 0
  var areOn: InlineArray<8, Bool> = .init(repeating: false)
  static let history = Declaration(Self.self, "with_bools") { Published("VER0", through: \.areOn) }
}

private struct WithEnum: ExtensibleStruct {
  enum State: UInt32 { case off, on }
  var state = State.off
  static let history = Declaration(Self.self, "with_enum") { Published("VER0", through: \.state) }
}

/// The enum is stored as 0 or 1; its raw values would never reach the kernel.
private struct WithByteEnum: ExtensibleStruct {
  enum State: UInt8 { case off = 5, on = 9 }
  var state = State.off
  static let history = Declaration(Self.self, "with_byte_enum") { Published("VER0", through: \.state) }
}

/// The raw value is computed, and wider than what is stored.
private struct WithNarrowFlags: ExtensibleStruct {
  struct Flags: RawRepresentable, BitwiseCopyable, Sendable {
    var stored: UInt8 = 0
    var rawValue: UInt32 { UInt32(stored) }
    init(rawValue: UInt32) { stored = UInt8(rawValue) }
  }
  var flags = Flags(rawValue: 0)
  static let history = Declaration(Self.self, "narrow_flags") { Published("VER0", through: \.flags) }
}

private struct WithPadding: ExtensibleStruct {
  var flags: UInt32 = 0
  var address: UInt64 = 0
  static let history = Declaration(Self.self, "with_padding") { Published("VER0", through: \.address) }
}

private struct WithPaddingAtTheEnd: ExtensibleStruct {
  var address: UInt64 = 0
  var flags: UInt32 = 0
  static let history = Declaration(Self.self, "padding_at_the_end") { Published("VER0", through: \.flags) }
}

private struct WithPaddedMember: ExtensibleStruct {
  struct Inner: BitwiseCopyable, Sendable {
    var a: UInt16 = 0
    var b: UInt32 = 0
  }
  var first: UInt64 = 0
  var inner = Inner()
  static let history = Declaration(Self.self, "padded_member") { Published("VER0", through: \.inner) }
}

private struct WithShortMember: ExtensibleStruct {
  struct Inner: BitwiseCopyable, Sendable {
    var a: UInt32 = 0
    var b: UInt16 = 0
  }
  var inner = Inner()
  var last: UInt32 = 0
  static let history = Declaration(Self.self, "short_member") { Published("VER0", through: \.last) }
}

/// It shows less of itself than it has.
private struct WithHiddenMember: ExtensibleStruct, CustomReflectable {
  var shown: UInt64 = 0
  var hidden: UInt64 = 0
  var customMirror: Mirror { Mirror(self, children: ["shown": shown], displayStyle: .struct) }
  static let history = Declaration(Self.self, "hidden_member") { Published("VER0", through: \.shown) }
}

private struct WithNothing: ExtensibleStruct {
  static let history = Declaration(Self.self, "with_nothing") {}
}

@Suite("Swift structs that are refused")
struct WrongStructTests {
  private func expect<S: DeclaredStruct>(
    _ type: S.Type, _ cause: DeclarationError.Cause, field: String?, byte: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let error = try #require(throws: DeclarationError.self, sourceLocation: sourceLocation) {
      try History(type)
    }
    #expect(
      error == DeclarationError(S.history.name, cause, field: field, byte: byte),
      sourceLocation: sourceLocation)
  }

  @Test func `a width that is the caller's`() throws {
    try expect(WithInt.self, .notFixedWidth("Int"), field: "count", byte: 8)
    try expect(WithPointer.self, .notFixedWidth("UInt"), field: "at", byte: 8)
  }

  @Test func `no integer`() throws {
    try expect(WithBool.self, .notFixedWidth("Bool"), field: "is_on", byte: 0)
    try expect(WithDouble.self, .notFixedWidth("Double"), field: "ratio", byte: 0)
    try expect(WithOptional.self, .notFixedWidth("Optional<UInt32>"), field: "maybe", byte: 0)
  }

  @Test func `a tuple of different types`() throws {
    try expect(WithMixedTuple.self, .mixedTuple("(UInt32, UInt16)"), field: "mixed", byte: 0)
    try expect(WithMixedSigns.self, .mixedTuple("(UInt32, Int32)"), field: "mixed", byte: 0)
  }

  @Test func `the standard library's own structs`() throws {
    try expect(WithVector.self, .notFixedWidth("SIMD2<UInt32>"), field: "vector", byte: 0)
    try expect(WithBools.self, .notFixedWidth("Bool"), field: "are_on[0]", byte: 8)
  }

  @Test func `a Swift enum is not stored as its raw value`() throws {
    try expect(WithEnum.self, .notFixedWidth("State"), field: "state", byte: 0)
    try expect(WithByteEnum.self, .notFixedWidth("State"), field: "state", byte: 0)
  }

  @Test func `a raw value of another width is looked through`() throws {
    let fields = try History(WithNarrowFlags.self).layout.fields
    #expect(fields == [Field("flags.stored", offset: 0, size: 1)])
  }

  @Test func `a reference`() throws {
    try expect(WithObject.self, .notFixedWidth("Object"), field: "object", byte: 8)
  }

  @Test func `padding between members`() throws {
    try expect(WithPadding.self, .implicitPadding(bytes: 4), field: "address", byte: 4)
  }

  @Test func `padding at the end`() throws {
    try expect(WithPaddingAtTheEnd.self, .implicitPadding(bytes: 4), field: nil, byte: 12)
  }

  @Test func `padding in an embedded struct`() throws {
    try expect(WithPaddedMember.self, .implicitPadding(bytes: 2), field: "inner.b", byte: 10)
    try expect(WithShortMember.self, .implicitPadding(bytes: 2), field: "last", byte: 6)
  }

  @Test func `a member that a struct's own mirror hides is one`() throws {
    try expect(WithHiddenMember.self, .unpublished, field: "hidden", byte: 8)
  }

  @Test func `no member`() throws {
    try expect(WithNothing.self, .noFields, field: nil, byte: 0)
  }
}
