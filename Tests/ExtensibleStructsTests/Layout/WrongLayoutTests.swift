import ExtensibleStructs
import Testing

/// A layout that a UAPI review refuses, and the error that it must give.
struct WrongLayout: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var fields: [Field]
  var cause: DeclarationError.Cause
  var field: String?
  var byte: Int

  init(
    _ description: String, _ fields: [Field], _ cause: DeclarationError.Cause, field: String?, byte: Int
  ) {
    testDescription = description
    self.fields = fields
    self.cause = cause
    self.field = field
    self.byte = byte
  }
}

@Suite("Layouts that are refused")
struct WrongLayoutTests {
  static let wrong: [WrongLayout] = [
    .init("nothing at all", [], .noFields, field: nil, byte: 0),
    .init("an empty member", [Field("a", offset: 0, size: 0)], .impossibleSize, field: "a", byte: 0),
    .init("a negative size", [Field("a", offset: 0, size: -4)], .impossibleSize, field: "a", byte: 0),
    .init(
      "no alignment", [Field("a", offset: 0, size: 4, alignment: 0)], .impossibleSize, field: "a", byte: 0),
    .init("in front of the struct", [Field("a", offset: -4, size: 4)], .impossibleSize, field: "a", byte: -4),
    .init(
      "a byte above 1 MiB", [Field("a", offset: 0, size: 1 << 20 + 1, alignment: 1)], .impossibleSize,
      field: "a", byte: 0),
    .init(
      "ends a byte above 1 MiB",
      [Field("a", offset: 0, size: 1 << 20, alignment: 1), Field("b", offset: 1 << 20, size: 1)],
      .impossibleSize, field: "b", byte: 1 << 20),
    .init(
      "a size that overflows", [Field("a", offset: .max, size: .max, alignment: 1)], .impossibleSize,
      field: "a", byte: .max),
    .init(
      "a name twice", [Field("a", offset: 0, size: 4), Field("a", offset: 4, size: 4)], .duplicateName,
      field: "a", byte: 4),
    .init(
      "an overlap", [Field("a", offset: 0, size: 4), Field("b", offset: 2, size: 2)], .overlap, field: "b",
      byte: 2),
    .init(
      "the same place twice", [Field("a", offset: 0, size: 4), Field("b", offset: 0, size: 4)], .overlap,
      field: "b", byte: 0),
    .init(
      "padding in front", [Field("a", offset: 4, size: 4)], .implicitPadding(bytes: 4), field: "a", byte: 0),
    .init(
      "padding inside", [Field("a", offset: 0, size: 4), Field("b", offset: 8, size: 8)],
      .implicitPadding(bytes: 4), field: "b", byte: 4),
    .init(
      "padding at the end", [Field("a", offset: 0, size: 8), Field("b", offset: 8, size: 2)],
      .implicitPadding(bytes: 6), field: nil, byte: 10),
    .init(
      "a u64 at byte 4", [Field("a", offset: 0, size: 4), Field("b", offset: 4, size: 8)],
      .misaligned(to: 8), field: "b", byte: 4),
    .init(
      "an array of u64 at byte 4",
      [Field("a", offset: 0, size: 4), Field("b", offset: 4, size: 16, alignment: 8)],
      .misaligned(to: 8), field: "b", byte: 4),
  ]

  @Test(arguments: wrong)
  func `names field and byte`(_ wrong: WrongLayout) throws {
    let error = try #require(throws: DeclarationError.self) { try Layout("s", fields: wrong.fields) }
    #expect(error == DeclarationError("s", wrong.cause, field: wrong.field, byte: wrong.byte))
    let place = wrong.field.map { "s.\($0)" } ?? "s"
    #expect(error.description.hasPrefix("\(place), byte \(wrong.byte): "))
    #expect(!"\(error.cause)".isEmpty)
  }

  @Test func `1 MiB is allowed`() throws {
    let layout = try Layout("s", fields: [Field("a", offset: 0, size: 1 << 20, alignment: 8)])
    #expect(layout.size == 1_048_576)
  }

  @Test func `fields may come in any order`() throws {
    let layout = try Layout(
      "s",
      fields: [
        Field("c", offset: 8, size: 8), Field("a", offset: 0, size: 4), Field("b", offset: 4, size: 4),
      ])
    #expect(layout.fields.map(\.name) == ["a", "b", "c"])
    #expect(layout.size == 16 && layout.alignment == 8)
    #expect(layout.field("b")?.range == 4..<8)
    #expect(layout.field(at: 8)?.name == "c" && layout.field(at: 9) == nil)
    #expect(layout.field(containing: 15)?.name == "c" && layout.field(containing: 16) == nil)
    #expect(layout.field("d") == nil)
  }
}
