import ExtensibleStructs
import Testing

@Suite("A size member added where the first version ended")
struct SizeMemberTests {
  @Test func `every extension moves by eight bytes`() throws {
    let history = try History(Parcel.self).withSizeMember()
    #expect(history.versions.map(\.size) == [24, 32, 48])
    #expect(history.versions.map(\.gate) == [0, 4, 24])
    #expect(history.sizeMember == Field("size", offset: 16, size: 8))
    #expect(
      history.layout.fields.map { "\($0.name) \($0.offset)" } == [
        "kind 0", "flags 4", "address 8", "size 16", "limit 24", "reserved1 28", "cookie 32", "label 40",
      ])
    #expect(history.layout.field("reserved1")?.isReserved == true)
    #expect(history.flags?.known == 3 && history.flags?.conflicts == [.init(4, excludes: 2)])
    #expect(history.layout.size == 48 && history.name == "parcel")
  }

  @Test func `a struct that has one stays as it is`() throws {
    let history = try History(Ledger.self)
    #expect(try history.withSizeMember() == history)
    #expect(history.sizeMember?.range == 0..<4)
  }

  @Test func `a member that is called size, and is no size`() throws {
    let layout = try Layout(
      "s", fields: [Field("flags", offset: 0, size: 8), Field("size", offset: 8, size: 8)])
    let history = try History(layout, versions: [Version("VER0", size: 16)])
    // The added one gets another name.
    let sized = try history.withSizeMember()
    #expect(sized.sizeMember == Field("struct_size", offset: 16, size: 8))
    #expect(sized.layout.field("size")?.offset == 8 && sized.versions[0].size == 24)
  }

  @Test func `a first version that ends off a multiple of eight`() throws {
    let layout = try Layout("s", fields: [Field("a", offset: 0, size: 4), Field("b", offset: 4, size: 4)])
    let history = try History(layout, versions: [Version("VER0", size: 4), Version("VER1", size: 8)])
    let error = try #require(throws: DeclarationError.self) { try history.withSizeMember() }
    #expect(error == DeclarationError("s", .noPlaceForSize("VER0"), field: "a", byte: 4))
  }

  @Test func `a struct that would grow above 1 MiB`() throws {
    let layout = try Layout("s", fields: [Field("a", offset: 0, size: 1 << 20, alignment: 8)])
    let history = try History(layout, versions: [Version("VER0", size: 1 << 20)])
    let error = try #require(throws: DeclarationError.self) { try history.withSizeMember() }
    #expect(error == DeclarationError("s", .impossibleSize, field: "size", byte: 1 << 20))
  }

  @Test func `extensions say what a version added`() throws {
    let extensions = try History(Parcel.self).extensions
    #expect(extensions.map(\.name) == ["limit", "cookie"])
    #expect(extensions.map(\.version) == [1, 2])
    #expect(extensions.map(\.range) == [16..<24, 24..<40])
    #expect(extensions.map { $0.fields.map(\.name) } == [["limit"], ["cookie", "label"]])
    #expect(extensions.map(\.gate) == [4, 24])
    let history = try History(Parcel.self)
    #expect(history.baseFields.map(\.name) == ["kind", "flags", "address"])
    #expect((0..<3).map(history.knownFlags(version:)) == [0b11, 0b111, 0b11111])
    #expect(history.version(named: "VER1") == 1 && history.version(named: "VER3") == nil)
  }
}
