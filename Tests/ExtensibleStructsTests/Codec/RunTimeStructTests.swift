import ExtensibleStructs
import Foundation
import TestSupport
import Testing
import TypeInformation

/// A struct that no Swift type declares goes through the same values, to the same bytes.
@Suite("Structs that are only known at run time")
struct RunTimeStructTests {
  /// A ledger from numbers.
  static func ledgerHistory() throws -> History {
    let size = Field("size", offset: 0, size: 4)
    let flags = Field("flags", offset: 8, size: 8)
    let layout = try Layout(
      "ledger",
      fields: [
        Field("extra", offset: 24, size: 8), size, Field("policy", offset: 4, size: 4), flags,
        Field("low", offset: 16, size: 4), Field("high", offset: 20, size: 4),
      ])
    return try History(
      layout,
      versions: [
        Version("VER0", size: 16), Version("VER1", size: 24, gate: 0x60), Version("VER2", size: 32),
      ], flags: FlagsField(flags, known: 0x1f), sizeMember: size)
  }

  @Test func `the history is the same`() throws {
    #expect(try Self.ledgerHistory() == History(Ledger.self))
  }

  @Test(arguments: [Scheme.sizePrefixed, .sizeAndFlagFirst, .sizeArgument, .newIoctl, .staticPad(to: 64)])
  func `the bytes are the same`(scheme: Scheme) throws {
    let typed = try StructCodec<Ledger>(scheme)
    let raw = try Codec(Self.ledgerHistory(), scheme)
    let given = fullLedger(size: 0, flags: 0x41)
    var value = Ledger()
    value.policy = 0x0102_0304
    value.flags = 0x41
    value.low = 0x1112_1314
    value.high = 0x2122_2324
    value.extra = 0x3132_3334_3536_3738
    let bytes = try encode(raw, given)
    #expect(try typed.encode(value) == bytes)
    let found = RandomCases.counterexample(1000) { generator in
      let usize = UInt64.random(in: 0...40, using: &generator)
      var cells = NaiveMemory(generator.bytes(40))
      for index in 0..<4 { _ = cells.write(index == 0 ? UInt8(usize) : 0, at: index) }
      var memories = (TestMemory(cells), TestMemory(cells))
      let one = take(raw, &memories.0, usize: usize)
      let two = take(typed.codec, &memories.1, usize: usize)
      return one == two && memories.0.accesses == memories.1.accesses ? nil : "\(one) and \(two)"
    }
    #expect(found == nil)
  }
}

private let vmlinuxPath = "/sys/kernel/btf/vmlinux"

@Suite(
  "Structs from the running kernel's types",
  .enabled(
    if: FileManager.default.isReadableFile(atPath: vmlinuxPath),
    "skipped: no readable \(vmlinuxPath), so that no struct can be read from it"))
struct KernelTypeTests {
  /// The layout of a struct without bit-fields and unions.
  static func layout(_ name: String) throws -> Layout? {
    let types = try BTF(bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: vmlinuxPath))))
    guard let structure = try types.structure(named: name) else { return nil }
    return try Layout(
      name,
      fields: structure.members.map { member in
        var alignment = member.size
        if case .array(_, let elementSize, _) = member.kind { alignment = elementSize }
        return Field(member.name, offset: member.offset, size: member.size, alignment: alignment)
      })
  }

  @Test func `sched_attr, size prefixed`() throws {
    let layout = try #require(try Self.layout("sched_attr"), "every kernel with BTF has sched_attr")
    let flags = try #require(layout.field("sched_flags"))
    let history = try History(
      layout,
      versions: [Version("VER0", size: 48), Version("VER1", size: 56, gate: 0x60)]
        + (layout.size > 56 ? [Version("VER2", size: layout.size)] : []),
      flags: FlagsField(flags, known: 0x1f), sizeMember: layout.field("size"))
    let codec = try Codec(history, .sizePrefixed, version: 1)
    func attr(size: UInt64, flags: UInt64, end: UInt64 = 0) -> [UInt8] {
      StructBytes(
        .u32("size", size), .u32("sched_policy", 6), .u64("sched_flags", flags), .u32("sched_nice"),
        .u32("sched_priority"), .u64("sched_runtime", 10), .u64("sched_deadline", 20),
        .u64("sched_period", 30),
        .u32("sched_util_min", 40), .u32("sched_util_max", 50), .u64("beyond", end)
      ).bytes
    }
    let given = Array(attr(size: 0, flags: 0x60).prefix(56)) + [UInt8](repeating: 0, count: layout.size - 56)
    #expect(try encode(codec, given) == Array(attr(size: 56, flags: 0x60).prefix(56)))
    expectTaken(
      take(codec, attr(size: 64, flags: 0x60)), Array(attr(size: 64, flags: 0x60).prefix(56)), usize: 64,
      flags: 0x60)
    expectRejected(take(codec, attr(size: 64, flags: 0x60, end: 1 << 56)), "tail", Reference.E2BIG, at: 63)
    expectRejected(take(codec, attr(size: 48, flags: 0x20)), "flagBeyondSize", Reference.EINVAL, at: 8)
  }
}
