import CUAPI
import ExtensibleStructs
import Testing

/// One member of every kind that there is.
private struct Everything: ExtensibleStruct {
  var a: UInt8 = 0
  var b: Int8 = 0
  var ofTwoBytes: UInt16 = 0
  var memory_size: Int32 = 0
  var options: ParcelFlags = []
  var state = State(rawValue: 7)
  var pair: (UInt16, UInt16) = (0, 0)
  var four: InlineArray<4, UInt8> = .init(repeating: 0)
  var i64: Int64 = 0
  var grid: InlineArray<3, InlineArray<2, UInt32>> = .init(repeating: .init(repeating: 0))
  var region: Region = Region()

  struct State: RawRepresentable, BitwiseCopyable, Sendable { var rawValue: UInt32 }
  struct Region: BitwiseCopyable, Sendable {
    var slot: UInt32 = 0
    var guestPhysAddr: Inner = Inner()
  }
  struct Inner: BitwiseCopyable, Sendable {
    var low: UInt16 = 0
    var highBits: UInt16 = 0
  }

  static let history = Declaration(Self.self, "everything", flags: \.options) {
    Published("VER0", through: \.region)
  }
}

@Suite("The layout of a Swift struct")
struct ReflectionTests {
  @Test func `every kind of member`() throws {
    let layout = try Layout(of: Everything.self, named: "everything")
    let expected: [Field] = [
      Field("a", offset: 0, size: 1), Field("b", offset: 1, size: 1),
      Field("of_two_bytes", offset: 2, size: 2),
      Field("memory_size", offset: 4, size: 4), Field("options", offset: 8, size: 4),
      Field("state", offset: 12, size: 4), Field("pair", offset: 16, size: 4, alignment: 2),
      Field("four", offset: 20, size: 4, alignment: 1), Field("i64", offset: 24, size: 8),
      Field("grid", offset: 32, size: 24, alignment: 4), Field("region.slot", offset: 56, size: 4),
      Field("region.guest_phys_addr.low", offset: 60, size: 2),
      Field("region.guest_phys_addr.high_bits", offset: 62, size: 2),
    ]
    #expect(layout.fields == expected)
    #expect(layout.size == 64 && layout.alignment == 8)
    #expect(try History(Everything.self).layout == layout)
  }

  @Test func `a C struct from a header`() throws {
    let history = try History(cuapi_sample.self)
    #expect(
      history.layout.fields == [
        Field("size", offset: 0, size: 4), Field("flags", offset: 4, size: 4),
        Field("at.x", offset: 8, size: 4), Field("at.y", offset: 12, size: 4),
        Field("label", offset: 16, size: 8, alignment: 2),
      ])
    #expect(history.sizeMember?.name == "size" && history.flags?.field.name == "flags")
  }

  @Test func `padding in a C struct is refused`() throws {
    let error = try #require(throws: DeclarationError.self) { try History(cuapi_padded.self) }
    #expect(
      error == DeclarationError("cuapi_padded", .implicitPadding(bytes: 4), field: "address", byte: 4))
  }
}

@Suite("Names become C names")
struct NameTests {
  private struct Names: ExtensibleStruct {
    var slot: UInt8 = 0
    var guestMemfdOffset: UInt8 = 0
    var already_c: UInt8 = 0
    var pad1: UInt8 = 0
    var pad2b: UInt8 = 0
    var Upper: UInt8 = 0
    var a1B2: UInt8 = 0
    var x_Y: UInt8 = 0
    static let history = Declaration(Self.self, "names") { Published("VER0", through: \.x_Y) }
  }

  @Test func `camel case is snake case`() throws {
    let names = try Layout(of: Names.self, named: "names").fields.map(\.name)
    #expect(
      names == ["slot", "guest_memfd_offset", "already_c", "pad1", "pad2b", "upper", "a1_b2", "x_y"])
  }
}
