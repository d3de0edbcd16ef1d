import ExtensibleStructs
import TestSupport
import Testing

/// Random memory, random sizes, random flags: the codec and the naive kernels say the same, to the last byte.
@Suite("Every scheme against the naive kernels", .timeLimit(.minutes(10)))
struct AgainstReferenceTests {
  static let cases = 20_000

  /// Sizes that are near to where something happens, most of them small.
  static func size(_ shape: Shape, isPadded: Bool, _ generator: inout SeededGenerator) -> UInt64 {
    if generator.oneIn(200) { return generator.pick([4095, 4096, 4097, 1 << 32, .max]) }
    if generator.oneIn(20) { return 0 }
    if isPadded, generator.oneIn(10) { return generator.pick([47, 49, 96, 160]) }
    if isPadded { return 48 }
    let near = UInt64(generator.pick(shape.sizes))
    return generator.oneIn(2) ? near : near &+ UInt64.random(in: 0...9, using: &generator) &- 4
  }

  /// Memory that holds flags and a size which make sense more often than not, with a hole now and then.
  static func memory(
    _ shape: Shape, usize: UInt64, _ generator: inout SeededGenerator
  ) -> NaiveMemory {
    var bytes = generator.bytes(Int.random(in: 40...70, using: &generator))
    if generator.oneIn(2) { for at in shape.sizes[0]..<bytes.count { bytes[at] = 0 } }
    if generator.oneIn(3) { for at in shape.sizes[1]..<bytes.count { bytes[at] = 0 } }
    var flags = generator.next() & generator.next() & (shape.gates.reduce(shape.known) { $0 | $1 })
    if generator.oneIn(8) { flags |= 1 << UInt64.random(in: 0..<64, using: &generator) }
    put(flags, shape.flags)
    if let size = shape.size { put(usize, size) }
    func put(_ value: UInt64, _ place: (at: Int, width: Int)) {
      for index in 0..<place.width { bytes[place.at + index] = UInt8(value >> UInt64(8 * index) & 255) }
    }
    var mapped = generator.pick([200, 200, 200, 200, Int.random(in: 0...60, using: &generator)])
    if generator.oneIn(50) { mapped = 4097 }
    if generator.oneIn(6) { mapped = Int(clamping: usize) }
    var memory = NaiveMemory(bytes, mapped: min(4097, mapped))
    for _ in 0..<generator.pick([0, 0, 1]) where !memory.cells.isEmpty {
      let at = Int.random(in: 0..<min(64, memory.cells.count), using: &generator)
      memory.cells[at] = generator.pick([.unmapped, .readOnly(0), .readOnly(1)])
    }
    return memory
  }

  /// Compares a codec of each version with a naive kernel of the same version.
  static func compare(
    _ shape: Shape, isPadded: Bool = false, _ codec: (Int) throws -> Codec,
    with reference: (Int, UInt64, NaiveMemory) -> Verdict
  ) throws -> Counterexample? {
    let codecs = try (0..<3).map(codec)
    var taken = 0
    defer { #expect(taken > cases / 20, "too few structs are taken in: the cases say little") }
    return RandomCases.counterexample(cases) { generator in
      let version = Int.random(in: 0..<3, using: &generator)
      let usize = size(shape, isPadded: isPadded, &generator)
      let cells = memory(shape, usize: usize, &generator)
      var memory = TestMemory(cells)
      let answer = take(codecs[version], &memory, usize: usize)
      let expected = reference(version, usize, cells)
      if expected.errno == nil { taken += 1 }
      if answer == expected { return nil }
      return "version \(version), usize \(usize), memory \(cells.cells.count) bytes "
        + "\(hex(cells.bytes)): got \(answer), expected \(expected)"
    }
  }

  @Test(arguments: [false, true])
  func `static pad`(isChecked: Bool) throws {
    let scheme = isChecked ? Scheme.staticPadChecked(to: 48) : .staticPad(to: 48)
    let found = try Self.compare(Parcel.shape, isPadded: true, { try parcel(scheme, version: $0) }) {
      Reference.staticPad(Parcel.shape, version: $0, padded: 48, checked: isChecked, usize: $1, $2)
    }
    #expect(found == nil)
  }

  @Test func `size prefixed, the size member added`() throws {
    let found = try Self.compare(Parcel.sizedShape, { try parcel(.sizePrefixed, version: $0) }) {
      Reference.sizePrefixed(Parcel.sizedShape, version: $0, $2)
    }
    #expect(found == nil)
  }

  @Test func `size prefixed, the struct's own size member`() throws {
    let found = try Self.compare(Ledger.shape, { try ledger(.sizePrefixed, version: $0) }) {
      Reference.sizePrefixed(Ledger.shape, version: $0, $2)
    }
    #expect(found == nil)
  }

  @Test func `flag first`() throws {
    let found = try Self.compare(Parcel.shape, { try parcel(.flagFirst, version: $0) }) {
      Reference.flagFirst(Parcel.shape, version: $0, $2)
    }
    #expect(found == nil)
  }

  @Test func `size and flag first`() throws {
    let found = try Self.compare(Parcel.sizedShape, { try parcel(.sizeAndFlagFirst, version: $0) }) {
      Reference.sizeAndFlagFirst(Parcel.sizedShape, version: $0, $2)
    }
    #expect(found == nil)
  }

  @Test func `new ioctl`() throws {
    let found = try Self.compare(Parcel.shape, { try parcel(.newIoctl, version: $0) }) {
      Reference.newIoctl(Parcel.shape, version: $0, usize: $1, $2)
    }
    #expect(found == nil)
  }

  @Test(arguments: [true, false])
  func `size outside the struct`(isArgument: Bool) throws {
    let scheme = isArgument ? Scheme.sizeArgument : .sizeInCommand
    let found = try Self.compare(
      Ledger.shape, { try ledger(scheme, version: $0) }
    ) { version, usize, memory in
      Reference.sizeOutside(Ledger.shape, version: version, hasMaximum: isArgument, usize: usize, memory)
    }
    #expect(found == nil)
  }
}
