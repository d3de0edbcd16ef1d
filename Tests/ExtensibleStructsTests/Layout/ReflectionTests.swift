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

/// A struct that is an element.
private struct Range: ExtensibleStruct {
  var flags: UInt16 = 0
  var count: UInt16 = 0
  var base: UInt32 = 0

  static let history = Declaration(Self.self, "range") { Published("VER0", through: \.base) }
}

/// An array of structs, and one of integers.
private struct Filter: ExtensibleStruct {
  var flags: UInt32 = 0
  var ranges: InlineArray<2, Range> = .init(repeating: Range())
  var args: InlineArray<3, UInt32> = .init(repeating: 0)

  static let history = Declaration(Self.self, "filter", flags: \.flags) { Published("VER0", through: \.args) }
}

@Suite("The layout of a Swift struct")
struct ReflectionTests {
  @Test func `an array of structs is the members of each element`() throws {
    let layout = try Layout(of: Filter.self, named: "filter")
    #expect(
      layout.fields == [
        Field("flags", offset: 0, size: 4), Field("ranges[0].flags", offset: 4, size: 2),
        Field("ranges[0].count", offset: 6, size: 2), Field("ranges[0].base", offset: 8, size: 4),
        Field("ranges[1].flags", offset: 12, size: 2), Field("ranges[1].count", offset: 14, size: 2),
        Field("ranges[1].base", offset: 16, size: 4), Field("args", offset: 20, size: 12, alignment: 4),
      ])
  }

  @Test(
    arguments: [
      ("args[0]", 20), ("args[2]", 28), ("args[3]", nil), ("args[-1]", nil), ("args[]", nil), ("args[1", nil),
      ("flags[0]", 0), ("ranges[1].count", 14), ("ranges[2].count", nil), ("ranges[0]", nil), ("[0]", nil),
      ("]", nil),
    ] as [(String, Int?)])
  func `an element of an array has a name`(name: String, offset: Int?) throws {
    let layout = try Layout(of: Filter.self, named: "filter")
    #expect(layout.field(name)?.offset == offset)
  }

  @Test func `a rule on each element is one on the members of each, with its condition`() throws {
    let rules = [
      MemberRule("ranges[].flags", .noneOf(~0b11), when: "ranges[].count", has: .max),
      MemberRule("args[1]", .within(0...9), unless: "flags", has: 1),
    ]
    let behavior = Behavior(version: 0, scheme: .newIoctl, knownFlags: 1, rules: rules)
    let history = try History(Filter.self)
    let codec = try Codec(history, behavior: behavior)
    let steps = codec.checks.steps.indices.filter { codec.checks.steps[$0].name == .member }
    #expect(
      steps.map { codec.checks.c($0, history.layout) } == [
        "arg.ranges[0].count && (arg.ranges[0].flags & ~0x3)",
        "arg.ranges[1].count && (arg.ranges[1].flags & ~0x3)", "!(arg.flags & 0x1) && (arg.args[1] > 9)",
      ])
    for wrong in ["ranges[].size", "range[].flags", "args"] {
      let behavior = Behavior(version: 0, scheme: .newIoctl, rules: [MemberRule(wrong, .noneOf(1))])
      #expect(throws: SchemeError.self) { try Codec(History(Filter.self), behavior: behavior) }
    }
  }

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

  /// An array of structs that have no history of their own, one of option sets, and an array of arrays of structs.
  private struct Nested: ExtensibleStruct {
    struct Pair: BitwiseCopyable, Sendable {
      var low: UInt32 = 0
      var high: UInt32 = 0
    }
    var pairs: InlineArray<2, Pair> = .init(repeating: Pair())
    var options: InlineArray<2, ParcelFlags> = .init(repeating: [])
    var grid: InlineArray<1, InlineArray<2, Pair>> = .init(repeating: .init(repeating: Pair()))
    static let history = Declaration(Self.self, "nested") {
      Reserved(\.grid)
      Published("VER0", through: \.options)
    }
  }

  @Test func `arrays of anything are the members of each element`() throws {
    let layout = try History(Nested.self).layout
    #expect(
      layout.fields.map { "\($0.name) \($0.offset)" } == [
        "pairs[0].low 0", "pairs[0].high 4", "pairs[1].low 8", "pairs[1].high 12", "options 16",
        "grid[0][0].low 24", "grid[0][0].high 28", "grid[0][1].low 32", "grid[0][1].high 36",
      ])
    // All that is embedded in a reserved member is reserved.
    #expect(layout.fields.filter(\.isReserved).map(\.offset) == [24, 28, 32, 36])
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
    var notifyFD: UInt8 = 0
    var guestMemfdFD: UInt8 = 0
    var useTLSKey: UInt8 = 0
    var IPv6Addr: UInt8 = 0
    var ipv4Addr: UInt8 = 0
    var maxFDs: UInt8 = 0
    var getIDsOf: UInt8 = 0
    var SHA256Sum: UInt8 = 0
    var u64Value: UInt8 = 0
    var FD: UInt8 = 0
    var fdA: UInt8 = 0
    var isOn: UInt8 = 0
    var aSet: UInt8 = 0
    var KVM_CAP: UInt8 = 0
    var __pad: UInt8 = 0
    static let history = Declaration(Self.self, "names") { Published("VER0", through: \.__pad) }
  }

  @Test func `camel case is snake case, and a run of capitals is one word`() throws {
    let names = try Layout(of: Names.self, named: "names").fields.map(\.name)
    #expect(
      names == [
        "slot", "guest_memfd_offset", "already_c", "pad1", "pad2b", "upper", "a1_b2", "x_y", "notify_fd",
        "guest_memfd_fd", "use_tls_key", "ipv6_addr", "ipv4_addr", "max_fds", "get_ids_of", "sha256_sum",
        "u64_value", "fd", "fd_a", "is_on", "a_set", "kvm_cap", "__pad",
      ])
  }

  private struct Given: ExtensibleStruct {
    struct Config: BitwiseCopyable, Sendable {
      var vtlFD: UInt32 = 0
    }
    var resampleFD: UInt32 = 0
    var config = Config()
    var rows: InlineArray<2, Config> = .init(repeating: Config())
    var flags: UInt64 = 0
    static let history = Declaration(Self.self, "given", flags: \.flags) {
      Member(\.resampleFD, "resamplefd")
      Member(\.config.vtlFD, "vtlfd")
      Member(\.config, "cfg")
      Member(\.rows, "row")
      Member(\.flags, "flags_")
      Published("VER0", through: \.flags)
    }
  }

  @Test func `a C name can be given`() throws {
    let history = try History(Given.self)
    #expect(
      history.layout.fields.map(\.name) == [
        "resamplefd", "cfg.vtlfd", "row[0].vtl_fd", "row[1].vtl_fd", "flags_",
      ])
    #expect(history.flags?.field.name == "flags_")
  }
}
