import Testing
import TypeInformation

/// A module's BTF, whose ids and names go on where the kernel's end.
struct SplitTests {
  /// The BTF of a kernel, that of a module, and that of both as one.
  private func parts() -> (base: Blob, split: Blob, whole: Blob) {
    var whole = Blob()
    let integer = whole.integer()
    let inner = whole.structure("inner", size: 8, [.init(name: "a", type: integer, offset: 0)])
    let base = whole
    whole.structure(
      "outer", size: 16,
      [.init(name: "inner", type: inner, offset: 0), .init(name: "last", type: integer, offset: 64)])
    whole.typedef("outer_t", inner)
    var split = Blob()
    split.types = Array(whole.types.dropFirst(base.types.count))
    split.strings = Array(whole.strings.dropFirst(base.strings.count))
    return (base, split, whole)
  }

  @Test func `a module's structs are found with the kernel's in them`() throws {
    let (base, split, whole) = parts()
    let found = try BTF(bytes: split.bytes(), base: try BTF(bytes: base.bytes()))
    let expected = try BTF(bytes: whole.bytes())
    #expect(found.typeCount == 4)
    for name in ["inner", "outer"] {
      #expect(try found.structure(named: name) == expected.structure(named: name))
    }
    #expect(try found.structure(named: "outer")?.members.map(\.name) == ["inner.a", "last"])
    // Alone it refers to types that are not there.
    #expect(throws: BTFError.self) { try BTF(bytes: split.bytes()).structure(named: "outer") }
  }

  @Test func `every cut of a module's BTF is refused or read, and none traps`() throws {
    let (base, split, _) = parts()
    let kernel = try BTF(bytes: base.bytes())
    let bytes = split.bytes()
    for count in bytes.indices {
      #expect(throws: BTFError.self) { try BTF(bytes: Array(bytes.prefix(count)), base: kernel) }
    }
  }
}
