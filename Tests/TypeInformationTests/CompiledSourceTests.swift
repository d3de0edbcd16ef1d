import Testing
import TypeInformation

/// A C source as the BPF target's type information has it, against the same source run on this machine.
@Suite("Compiled C sources", .enabled(if: Compiler.path != nil, "no clang in PATH or beside swift"))
struct CompiledSourceTests {
  static let names = ["plain", "bits", "nested", "arrays", "flexible", "either", "unnamed_t", "tight"]
  static let object = Result { try BTF(elf: try Compiler.btfObject(of: "layouts.c")) }
  static let offsets = Result { try Compiler.output(of: "offsets.c") }

  func structure(_ name: String) throws -> BTF.Structure {
    try #require(try Self.object.get().structure(named: name))
  }

  @Test(arguments: names)
  func `every member lies where the compiler says`(name: String) throws {
    let expected = try Self.offsets.get().split(separator: "\n").map(String.init).filter {
      $0.hasPrefix(name + " ") || $0.hasPrefix(name + ".")
    }
    let structure = try structure(name)
    let members = structure.members.map { member in
      if let bits = member.bits {
        "\(name).\(member.name) bits \(bits.lowerBound) \(bits.upperBound)"
      } else {
        "\(name).\(member.name) \(member.offset) \(member.size)"
      }
    }
    #expect(["\(name) \(structure.size)"] + members == expected)
    #expect(structure.name == name)
    #expect(structure.isUnion == (name == "either"))
    for member in structure.members {
      #expect(member.range.upperBound <= structure.size)
      if let bits = member.bits {
        #expect(member.range == bits.lowerBound / 8..<(bits.upperBound + 7) / 8)
      }
    }
  }

  @Test func `kinds are what stands behind typedefs and qualifiers`() throws {
    let kinds = try structure("plain").members.map(\.kind)
    #expect(
      kinds == [
        .unsigned, .signed, .unsigned, .unsigned, .pointer, .pointer, .enumeration("small", isSigned: false),
        .enumeration("below_zero", isSigned: true), .enumeration("wide", isSigned: false), .boolean, .float,
        .float, .signed,
      ])
    let arrays = try structure("arrays").members.map(\.kind)
    #expect(
      arrays[0] == .array(of: .array(of: .unsigned, elementSize: 4, count: 3), elementSize: 12, count: 2))
    #expect(arrays[1] == .array(of: .structure("bits"), elementSize: 16, count: 4))
    #expect(arrays[2] == .array(of: .pointer, elementSize: 8, count: 5))
    #expect(arrays[3] == .array(of: .enumeration("small", isSigned: false), elementSize: 4, count: 3))
    #expect(arrays[4] == .array(of: .unsigned, elementSize: 4, count: 0))
    let bits = try structure("bits").members.map(\.kind)
    #expect(bits[2] == .signed)
    #expect(bits[4] == .enumeration("small", isSigned: false))
    #expect(bits[5] == .boolean)
  }

  @Test func `tags come with what they are on, outer ones first`() throws {
    #expect(try structure("plain").tags == ["version 0", "extensible"])
    #expect(try structure("unnamed_t").tags == ["on the typedef"])
    #expect(try structure("bits").member(named: "low")?.tags == ["gated by low"])
    let nested = try structure("nested")
    #expect(nested.member(named: "inner.a")?.tags == ["outer tag"])
    #expect(nested.member(named: "inner.b")?.tags == ["outer tag", "inner tag"])
    #expect(nested.member(named: "inner")?.tags == ["outer tag"])
    #expect(nested.member(named: "as_plain.size")?.tags == ["size of the struct"])
    #expect(nested.tags == [])
  }

  @Test func `members of unions overlap`() throws {
    let nested = try structure("nested")
    let apart = nested.members.filter { !$0.isOverlapping }.map(\.name)
    #expect(apart == ["first", "inner.a", "inner.b", "packed_bits.in_place", "packed_bits.behind"])
    #expect(nested.topLevelMembers.map(\.name) == ["first", "inner", "", "packed_bits"])
    #expect(nested.topLevelMembers[1].kind == .structure(""))
    #expect(nested.topLevelMembers[2].kind == .union(""))
    #expect(try structure("either").members.allSatisfy { $0.isOverlapping })
    #expect(try structure("plain").members.allSatisfy { !$0.isOverlapping })
  }

  @Test func `only an empty array at the end is flexible`() throws {
    #expect(try structure("flexible").members.map(\.isFlexibleArray) == [false, false, true])
    #expect(try structure("flexible").hasFlexibleArray)
    #expect(try !structure("arrays").hasFlexibleArray)
  }

  @Test func `enum constants have their sign and their 64 bits`() throws {
    let btf = try Self.object.get()
    #expect(try btf.enumValue(named: "MINUS_TWO")?.signedValue == -2)
    #expect(try btf.enumValue(named: "SMALL_SEVEN")?.bitPattern == 7)
    #expect(try btf.enumValue(named: "WIDE_TOP")?.bitPattern == 0x8000_0000_0000_0001)
    #expect(try btf.enumValue(named: "WIDE_TOP")?.signedValue == nil)
    #expect(try btf.enumValue(named: "PLUS_THREE")?.enumeration == "below_zero")
    #expect(try btf.enumValue(named: "SMALL") == nil)
  }
}
