import Testing
import TypeInformation

/// What no compiler at hand writes.
@Suite("Layout")
struct LayoutTests {
  @Test func `a bit-field may be told by its integer's width`() throws {
    var blob = Blob()
    let narrow = blob.add(kind: 1, name: "bits", 4, [2 << 16 | 3])
    blob.structure("old", size: 4, [.init(name: "a", type: narrow, offset: 8)])
    let old = try #require(try BTF(bytes: blob.bytes()).structure(named: "old"))
    #expect(old.members[0].bits == 10..<13)
    #expect(old.members[0].range == 1..<2)
  }

  @Test func `pointers are as wide as is said`() throws {
    var blob = Blob()
    let pointer = blob.add(kind: 2, 0)
    blob.structure("s", size: 8, [.init(name: "p", type: pointer, offset: 0)])
    #expect(try BTF(bytes: blob.bytes()).structure(named: "s")?.members[0].size == 8)
    #expect(try BTF(bytes: blob.bytes(), pointerSize: 4).structure(named: "s")?.members[0].size == 4)
  }

  @Test func `a struct goes before a typedef, and a union may have an empty array`() throws {
    var blob = Blob()
    let number = blob.integer()
    let empty = blob.array(of: number, 0)
    let anonymous = blob.structure("", size: 4, [.init(name: "x", type: number, offset: 0)])
    blob.typedef("both", anonymous)
    blob.typedef("only", anonymous)
    blob.structure(
      "both", size: 4, isUnion: true,
      [.init(name: "many", type: empty, offset: 0), .init(name: "one", type: number, offset: 0)])
    let types = try BTF(bytes: blob.bytes())
    #expect(types.typeCount == 6)
    #expect(try types.structureNames == ["both"])
    #expect(try types.structure(named: "both")?.members.map(\.isFlexibleArray) == [true, false])
    #expect(try types.structure(named: "only")?.members.map(\.name) == ["x"])
    #expect(try types.structure(named: "only")?.name == "only")
    #expect(try types.structure(named: "") == nil)
  }

  @Test func `structs of one name are all found`() throws {
    var blob = Blob()
    blob.structure("s", size: 4, [])
    blob.structure("s", size: 8, [])
    let types = try BTF(bytes: blob.bytes())
    #expect(try types.structures(named: "s").map(\.size) == [4, 8])
    #expect(try types.structure(named: "s")?.size == 4)
  }

  @Test func `a nested struct without members is a member if it has a size`() throws {
    var blob = Blob()
    let none = blob.structure("none", size: 0, [])
    let opaque = blob.structure("opaque", size: 4, [])
    blob.structure(
      "s", size: 4, [.init(name: "a", type: none, offset: 0), .init(name: "b", type: opaque, offset: 0)])
    let s = try #require(try BTF(bytes: blob.bytes()).structure(named: "s"))
    #expect(s.members.map(\.name) == ["b"])
    #expect(s.members[0].kind == .structure("opaque"))
    #expect(s.topLevelMembers.map(\.name) == ["a", "b"])
  }
}
