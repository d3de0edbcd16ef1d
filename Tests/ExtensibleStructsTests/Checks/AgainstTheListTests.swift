import ExtensibleStructs
import TestSupport
import Testing

/// The codec's own paths against the list of checks, which is interpreted: over random schemes and random memory,
/// that changes now and then while it is read.
@Suite("The codec against the list of checks", .timeLimit(.minutes(10)))
struct AgainstTheListTests {
  static let cases = 40_000

  /// All that a call shows.
  private struct Seen: Equatable {
    var received: Received?
    var rejection: Rejection?
    var index: Int?
    var kernel: [UInt8]
    var memory: NaiveMemory
    var accesses: [Access]
  }

  private typealias Kernel = (
    inout TestMemory, UInt64, UInt64, inout MutableRawSpan
  ) throws(Rejection) -> Received

  private static func run(
    _ room: Int, _ memory: TestMemory, usize: UInt64, flags: UInt64, _ receive: Kernel
  ) -> Seen {
    var memory = memory
    var kernel = [UInt8](repeating: 0xaa, count: room)
    var span = kernel.mutableSpan
    var bytes = unsafe span.mutableBytes
    do throws(Rejection) {
      let received = try receive(&memory, usize, flags, &bytes)
      return Seen(
        received: received, kernel: kernel, memory: memory.cells, accesses: memory.accesses)
    } catch {
      // On an error the content of the kernel's struct is not specified.
      return Seen(
        rejection: error, index: error.index, kernel: [], memory: memory.cells, accesses: memory.accesses)
    }
  }

  private static func codec(_ generator: inout SeededGenerator) throws -> (Codec, Shape) {
    while true {
      let scheme = RandomSchemes.scheme(&generator)
      let isParcel = generator.oneIn(2)
      let history = try isParcel ? History(Parcel.self) : History(Ledger.self)
      let version = Int.random(in: 0..<3, using: &generator)
      guard let codec = try? Codec(history, scheme, version: version) else { continue }
      let shape =
        isParcel ? (scheme.readsSizeMember ? Parcel.sizedShape : Parcel.shape) : Ledger.shape
      return (codec, shape)
    }
  }

  @Test func `every scheme that can be said, on memory of every kind`() throws {
    var taken = 0
    var plain = 0
    let found = try RandomCases.counterexample(Self.cases) { generator in
      let (codec, shape) = try Self.codec(&generator)
      let isArray = codec.scheme.size.source == .elements
      var usize = AgainstReferenceTests.size(shape, isPadded: codec.known < codec.size, &generator)
      if isArray { usize = UInt64.random(in: 0...5, using: &generator) }
      let cells = AgainstReferenceTests.memory(shape, usize: usize, &generator)
      var memory = TestMemory(cells)
      memory.isNull = generator.oneIn(40)
      if generator.oneIn(3) {
        let after = AgainstReferenceTests.memory(shape, usize: usize, &generator)
        memory.changes[Int.random(in: 1...3, using: &generator)] = { $0 = after }
      }
      let flags = generator.pick([0, 0, 0, 1, 2]) as UInt64
      let room = codec.roomNeeded
      let own = Self.run(room, memory, usize: usize, flags: flags) {
        (memory, usize, flags, kernel) throws(Rejection) in
        try codec.receive(from: &memory, usize: usize, flags: flags, into: &kernel)
      }
      let size = codec.scheme.size.source == .fixed ? UInt64(codec.size) : usize
      let listed = Self.run(room, memory, usize: size, flags: flags) {
        (memory, usize, flags, kernel) throws(Rejection) in
        try codec.checks.receive(from: &memory, usize: usize, flags: flags, into: &kernel)
      }
      if own.received != nil { taken += 1 }
      if own.rejection?.step == .tail { plain += 1 }
      if own == listed { return nil }
      return "\(codec.scheme.size) \(codec.scheme.direction) \(codec.scheme.capacity), version of "
        + "\(codec.size) bytes, usize \(usize), memory \(hex(cells.bytes)): got \(own), expected \(listed)"
    }
    #expect(found == nil)
    // The cases would say little if hardly one got through.
    #expect(taken > Self.cases / 20 && plain > Self.cases / 100)
  }
}
