import CDeclarations
import Foundation
import Testing

/// Structs and constants read from a header, against what clang computes of them for each ABI.
struct HeaderReaderTests {
  static let fixture = Bundle.module.url(forResource: "Fixtures/layouts", withExtension: "h")!.path

  /// The fixture for all ABIs, read once.
  static let declarations = Result { try HeaderReader().read([.file(fixture)]) }

  @Test(arguments: CABI.all.map(\.name))
  func `sizes, alignments and offsets are what the compiler computes`(_ name: String) throws {
    let declarations = try Self.declarations.get()
    let abi = try #require(CABI.all.first { $0.name == name })
    // The members, by the way that offsetof takes to them.
    let members = [
      "plain": ["size", "flags", "address"], "holes": ["first", "second", "third", "fourth", "fifth"],
      "packed": ["first", "second", "third"], "aligned": ["first", "second"],
      "nested": ["kind", "value", "low", "high", "plain", "colour", "array"], "flexible": ["count", "tail"],
      "old_flexible": ["count", "tail"], "bits": [],
    ]
    let oracle = Oracle(
      clang: try HeaderReader().clang, header: Self.fixture, triple: abi.triple,
      folders: ["/usr/include", "/usr/include/x86_64-linux-gnu"])
    for (record, members) in members {
      let layout = try #require(declarations.records[record]?.layouts[name], "\(record)")
      let expected = try oracle.values(
        ["sizeof(struct \(record))", "_Alignof(struct \(record))"]
          + members.map { "offsetof(struct \(record), \($0))" })
      let found = [layout.size, layout.alignment] + members.compactMap { layout.offset(of: $0) }
      #expect(found == expected, "\(record), \(name)")
    }
    let typedef = try #require(declarations.records["untagged"]?.layouts[name])
    #expect(
      try oracle.values(["sizeof(untagged)", "_Alignof(untagged)"]) == [typedef.size, typedef.alignment])
  }

  @Test(arguments: ["x86_64", "i386", "arm", "s390x", "ppc64", "mips"])
  func `a bit-field is the bits that the compiler sets`(_ name: String) throws {
    let declarations = try Self.declarations.get()
    let abi = try #require(CABI.all.first { $0.name == name })
    let layout = try #require(declarations.records["bits"]?.layouts[name])
    let oracle = Oracle(
      clang: try HeaderReader().clang, header: Self.fixture, triple: abi.triple,
      folders: ["/usr/include", "/usr/include/x86_64-linux-gnu"])
    #expect(layout.members.map(\.name) == ["one", "three", "twelve", "rest", "wide", "last"])
    for member in layout.members {
      #expect(member.isBitField)
      var bytes = [UInt8](repeating: 0, count: layout.size)
      for bit in member.bits { bytes[bit / 8] |= abi.isBigEndian ? 0x80 >> (bit % 8) : 1 << (bit % 8) }
      #expect(try oracle.bytes("bits", member.name) == bytes, "\(member.name), \(name)")
    }
  }

  @Test func `types are named as they are declared, with their widths and signs`() throws {
    let records = try Self.declarations.get().records
    let plain = try #require(records["plain"]?.layouts["x86_64"])
    #expect(plain.members[0].type == .integer("__u32", bytes: 4, isSigned: false))
    #expect(plain.members[2].type == .integer("__u64", bytes: 8, isSigned: false))
    let holes = try #require(records["holes"])
    #expect(holes.layouts["i386"]?.members[2].type == .integer("unsigned long", bytes: 4, isSigned: false))
    #expect(holes.layouts["s390x"]?.members[3].type == .pointer("void *", bytes: 8))
    let nested = try #require(records["nested"]?.layouts["x86_64"])
    guard case .record("", let union) = nested.members[1].type else {
      Issue.record("the anonymous union is \(nested.members[1].type)")
      return
    }
    #expect(union.isUnion)
    #expect(union.members.map(\.name) == ["value", "", "plain"])
    #expect(nested.members[2].type == .enumeration("colour", bytes: 4))
    #expect(nested.members[3].type == .array(.array(.record("plain", plain), count: 2), count: 3))
    #expect(records["flexible"]?.layouts["x86_64"]?.members[1].type.isFlexibleArray == true)
    #expect(records["old_flexible"]?.layouts["x86_64"]?.members[1].type.isFlexibleArray == true)
    let untagged = try #require(records["untagged"]?.layouts["x86_64"])
    #expect(untagged.members[0].type == .integer("__s8", bytes: 1, isSigned: true))
  }

  @Test func `macros and enumerators have their values, and what has none is left out`() throws {
    let declarations = try Self.declarations.get()
    let own = declarations.constants.filter(declarations.isOwn)
    let values = Dictionary(uniqueKeysWithValues: own.map { ($0.name, $0) })
    #expect(
      Set(values.keys) == [
        "LAYOUT_SIZE_VER0", "LAYOUT_BIT", "LAYOUT_NEGATIVE", "LAYOUT_SET", "COLOUR_RED", "COLOUR_WIDE",
        "LAYOUT_SAME", "LAYOUT_SMALL",
      ])
    #expect(values["LAYOUT_BIT"]?.value == 8)
    #expect(values["LAYOUT_BIT"]?.kind == .macro("(1UL << 3)"))
    #expect(values["LAYOUT_NEGATIVE"]?.value == UInt64.max - 1)
    #expect(values["LAYOUT_SMALL"]?.value == UInt64.max)
    #expect(values["COLOUR_WIDE"]?.kind == .enumerator(of: "colour"))
    #expect(values["LAYOUT_SAME"]?.kind == .enumerator(of: ""))
    // _IOC(1, 'L', 7, sizeof(struct holes)): the size differs, and so do the bits of the direction on four architectures.
    let set = try #require(values["LAYOUT_SET"])
    #expect(set.value == 0x4028_4c07)
    #expect(set.otherValues["i386"] == 0x4018_4c07)
    #expect(set.ioctl?.type == "holes")
  }

  @Test func `however a header is named, its structs are its own`() throws {
    let folder = String(Self.fixture.prefix(upTo: Self.fixture.lastIndex(of: "/")!))
    var reader = try HeaderReader()
    reader.abis = [.x86_64]
    reader.includeFolders = [folder]
    for source in [HeaderSource.file(Self.fixture), .included("layouts.h")] {
      let declarations = try reader.read([source])
      let own = declarations.records.values.filter(declarations.isOwn)
      #expect(own.count == 9, "\(source)")
      #expect(
        declarations.constants.contains { $0.name == "LAYOUT_BIT" && declarations.isOwn($0) }, "\(source)")
    }
  }

  @Test func `only the header's own structs are its own, and those of others are known`() throws {
    let text =
      "#include \"\(Self.fixture)\"\nstruct outer { struct plain plain; __u32 behind; };\n#define OUT 1\n"
    var reader = try HeaderReader()
    reader.abis = [.x86_64]
    let declarations = try reader.read([.text(Array(text.utf8), name: "<stdin>")])
    #expect(declarations.records.values.filter(declarations.isOwn).map(\.name) == ["outer"])
    #expect(declarations.constants.filter(declarations.isOwn).map(\.name) == ["OUT"])
    #expect(declarations.records["plain"] != nil)
    #expect(declarations.records["outer"]?.layouts["x86_64"]?.size == 24)
  }
}

extension CLayout {
  /// Where a member is, in an anonymous struct or union too; nil if there is none.
  func offset(of name: String) -> Int? {
    for member in members {
      if member.name == name { return member.offset }
      guard member.name.isEmpty, case .record(_, let inner) = member.type else { continue }
      if let offset = inner.offset(of: name) { return member.offset + offset }
    }
    return nil
  }
}
