import CUAPI
import ExtensibleStructs
import Testing

/// A Swift struct around a C struct, with one more declared place.
private struct Around: DeclaredStruct {
  var flags: UInt64 = 0
  var event = cuapi_event()
  static let history = Declaration(Self.self, "around", flags: \.flags) {
    Member("event.period", at: 24, size: 8)
    Member("event.bits", at: 32, size: 8)
    Member("event.words", at: 40, size: 8, alignment: 4)
    Member("event.low", at: 48, size: 8)
    Published("VER0", through: \.event)
  }
}

/// The union is left out, the bit-fields are declared.
private struct Forgetful: DeclaredStruct {
  var event = cuapi_event()
  static let history = Declaration(Self.self, "forgetful") {
    Member("event.bits", at: 24, size: 8)
    Published("VER0", through: \.event)
  }
}

@Suite("C structs of which Swift imports a part")
struct CStructTests {
  @Test func `what Swift does not import is declared by its place`() throws {
    let history = try History(cuapi_event.self)
    #expect(
      history.layout.fields == [
        Field("type", offset: 0, size: 4), Field("size", offset: 4, size: 4),
        Field("config", offset: 8, size: 8), Field("period", offset: Int(cuapi_event_period), size: 8),
        Field("bits", offset: 24, size: 8),
        Field("where", offset: Int(cuapi_event_where), size: 8),
        Field("low", offset: Int(cuapi_event_low), size: 4),
        Field("high", offset: 44, size: 4, isReserved: true),
        Field("last", offset: Int(cuapi_event_last), size: 8),
      ])
    #expect(history.versions == [Version("VER0", size: 32), Version("VER1", size: 56, gate: 2)])
    #expect(history.flags?.field.name == "bits" && history.sizeMember?.name == "size")
    #expect(history.layout.size == MemoryLayout<cuapi_event>.size)
  }
  @Test func `an embedded C struct keeps its places`() throws {
    let layout = try History(Around.self).layout
    #expect(
      layout.fields.map { "\($0.name) \($0.offset) \($0.size)" } == [
        "flags 0 8", "event.type 8 4", "event.size 12 4", "event.config 16 8", "event.period 24 8",
        "event.bits 32 8", "event.words 40 8", "event.low 48 8", "event.last 56 8",
      ])
    #expect(layout.field("event.words")?.alignment == 4)
  }

  @Test func `a codec carries bytes that Swift cannot name`() throws {
    var event = cuapi_event()
    event.period = 7
    event.inherit = 1
    event.last = 9
    let codec = try StructCodec<cuapi_event>(.sizePrefixed)
    let bytes = try codec.encode(event)
    #expect(bytes[16] == 7 && bytes[24] == 0b10 && bytes[48] == 9 && bytes[4] == 56)
    let back = try codec.decode(bytes)
    #expect(back.frequency == 7 && back.inherit == 1 && back.disabled == 0 && back.last == 9)
    let old = try StructCodec<cuapi_event>(.sizePrefixed, version: 0)
    #expect(throws: Codec.EncodingError.self) { try old.encode(event) }
  }

  private func refusal<S: DeclaredStruct>(of type: S.Type) throws -> DeclarationError {
    try #require(throws: DeclarationError.self) { try History(type) }
  }

  @Test func `bytes that nobody declares are named, with the remedy`() throws {
    let error = try refusal(of: Forgetful.self)
    #expect(
      error == DeclarationError("forgetful", .notImported(bytes: 8), field: "event.bits", byte: 16))
    #expect(error.description.hasSuffix(#"as Member("name", at: 16, size: 8)"#))
    #expect(
      try refusal(of: cuapi_bits.self) == DeclarationError("cuapi_bits", .notImported(bytes: 4), byte: 0))
    #expect(
      try refusal(of: cuapi_padded.self)
        == DeclarationError("cuapi_padded", .notImported(bytes: 4), field: "address", byte: 4))
  }

  @Test func `a packed struct is called packed`() throws {
    #expect(
      try refusal(of: cuapi_packed.self)
        == DeclarationError("cuapi_packed", .packed(to: 8), field: "address", byte: 4))
    #expect(
      try refusal(of: cuapi_packed_end.self)
        == DeclarationError("cuapi_packed_end", .packed(to: 8), byte: 12))
    // It is laid out as it would be without.
    let fields = try History(cuapi_packed_well.self).layout.fields
    #expect(fields.map(\.name) == ["address", "flags", "notifyFD"] && fields.map(\.offset) == [0, 8, 12])
  }

  @Test func `a flexible array is no part of the struct`() throws {
    #expect(try History(cuapi_flexible.self).layout.fields.map(\.name) == ["count", "flags"])
  }
}
