import ExtensibleStructs
import TestSupport
import Testing

/// A fixed codec does what the one does whose plan is made at run time, and which is compared with naive kernels.
@Suite("Codecs whose plan is fixed at compile time", .timeLimit(.minutes(10)))
struct FixedCodecTests {
  /// What a codec made of memory.
  private struct Outcome: Equatable {
    var rejection: Rejection?
    var value: [UInt8]?
    var memory: NaiveMemory
    var accesses: [Access]
  }

  private static func bytes<S>(_ value: S) -> [UInt8] {
    // Sound: a struct of integers without padding.
    unsafe withUnsafeBytes(of: value) { unsafe Array($0) }
  }

  private static func outcome<S>(
    _ memory: TestMemory, _ receive: (inout TestMemory, inout S) throws(Rejection) -> Void
  ) -> Outcome where S: ExtensibleStruct {
    var (memory, value) = (memory, S())
    // Sound: every pattern is a value. What was there before must not come through.
    unsafe withUnsafeMutableBytes(of: &value) { for at in $0.indices { unsafe $0[at] = 0xaa } }
    var rejection: Rejection?
    do throws(Rejection) { try receive(&memory, &value) } catch { rejection = error }
    return Outcome(
      rejection: rejection, value: rejection == nil ? bytes(value) : nil, memory: memory.cells,
      accesses: memory.accesses)
  }

  /// Compares both codecs on memory that makes sense more often than not, and on values.
  private func compare<S: ExtensibleStruct, F>(_ fixed: FixedCodec<S, F>, _ shape: Shape) throws {
    let planned = try StructCodec<S>(F.scheme)
    let isPadded = F.scheme.capacity != .exact
    var (taken, encoded) = (0, 0)
    let found = RandomCases.counterexample(1_000) { generator in
      let other = AgainstReferenceTests.size(shape, isPadded: isPadded, &generator)
      let usize = isPadded && !generator.oneIn(10) ? UInt64(planned.codec.size) : other
      // Without a maximum any size is walked through, as far as memory reaches.
      let size = F.scheme.size.source == .command ? min(usize, 1 << 20) : usize
      let memory = TestMemory(AgainstReferenceTests.memory(shape, usize: size, &generator))
      let expected = Self.outcome(memory) { memory, value throws(Rejection) in
        try planned.receive(from: &memory, usize: size, into: &value)
      }
      let got = Self.outcome(memory) { memory, value throws(Rejection) in
        try fixed.receive(from: &memory, usize: size, into: &value)
      }
      if got.rejection == nil { taken += 1 }
      if got != expected { return "usize \(size): got \(got), expected \(expected)" }
      let (some, room) = (
        Self.value(shape, of: S.self, &generator), Int.random(in: 30...60, using: &generator)
      )
      let written = Self.encode(room) { target throws(Codec.EncodingError) in
        try fixed.encode(some, into: &target)
      }
      let wanted = Self.encode(room) { target throws(Codec.EncodingError) in
        try planned.encode(some, into: &target)
      }
      let lying = Self.encode(room) { target throws(Codec.EncodingError) in
        try fixed.encode(unsafe Self.bytes(some).span.bytes, into: &target)
      }
      if case .success = written { encoded += 1 }
      guard written == wanted, lying == wanted else {
        return "room \(room): got \(written), expected \(wanted)"
      }
      return nil
    }
    #expect(found == nil)
    #expect(taken > 50 && encoded > 50, "too few structs are taken: the cases say little")
  }

  private static func value<S: ExtensibleStruct>(
    _ shape: Shape, of type: S.Type, _ generator: inout SeededGenerator
  ) -> S {
    let bytes = AgainstReferenceTests.memory(shape, usize: 0, &generator).bytes
    var value = S()
    // Sound: every pattern is a value; bytes that are missing stay zero.
    unsafe withUnsafeMutableBytes(of: &value) { target in
      for (index, byte) in bytes.prefix(target.count).enumerated() { unsafe target[index] = byte }
    }
    return value
  }

  private static func encode(
    _ room: Int, _ body: (inout MutableRawSpan) throws(Codec.EncodingError) -> Int
  ) -> Result<[UInt8], Codec.EncodingError> {
    var bytes = [UInt8](repeating: 0xaa, count: room)
    do throws(Codec.EncodingError) {
      var span = bytes.mutableSpan
      var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
      _ = try body(&target)
    } catch { return .failure(error) }
    return .success(bytes)
  }

  @Test func `size prefixed`() throws {
    try compare(FixedCodec<Ledger, SizePrefixed>(), Ledger.shape)
    try compare(FixedCodec<Ledger, SizeAndFlagFirst>(), Ledger.shape)
  }

  @Test func `flag first`() throws { try compare(FixedCodec<Parcel, FlagFirst>(), Parcel.shape) }

  @Test func `static pad, as long as the struct and longer`() throws {
    try compare(FixedCodec<Parcel, PaddedTo40>(), Parcel.shape)
    try compare(FixedCodec<Parcel, PaddedTo48>(), Parcel.shape)
    try compare(FixedCodec<Parcel, CheckedTo48>(), Parcel.shape)
  }

  @Test func `size outside the struct`() throws {
    try compare(FixedCodec<Ledger, SizeArgument>(), Ledger.shape)
    try compare(FixedCodec<Parcel, DRM>(), Parcel.shape)
    try compare(FixedCodec<Parcel, NewIoctl>(), Parcel.shape)
    try compare(FixedCodec<Parcel, NewPaddedIoctl>(), Parcel.shape)
    try compare(FixedCodec<Parcel, Unversioned>(), Parcel.shape)
  }

  /// The pad behind the newest version is in the Swift struct, and not on the wire, or also there.
  @Test func `a struct longer than its versions`() throws {
    try compare(FixedCodec<Roomy, FlagFirst>(), Roomy.shape)
    try compare(FixedCodec<Roomy, PaddedTo40>(), Roomy.shape)
    try compare(FixedCodec<Roomy, PaddedTo48>(), Roomy.shape)
  }

  /// Flags and size of one or two bytes, also in the last four of a struct that is no multiple of a word.
  @Test func `narrow members at odd places`() throws {
    try compare(FixedCodec<Narrow, SizePrefixed>(), Narrow.shape)
    try compare(FixedCodec<Narrow, SizeAndFlagFirst>(), Narrow.shape)
    try compare(FixedCodec<Narrow, FlagFirst>(), Narrow.shape)
    try compare(FixedCodec<Odd, SizePrefixed>(), Odd.shape)
    try compare(FixedCodec<Odd, SizeArgument>(), Odd.shape)
  }

  @Test func `a value of any length into a target of any length`() throws {
    let codec = try FixedCodec<Ledger, SizePrefixed>()
    let found = RandomCases.counterexample(5_000) { generator in
      let value = Array(
        AgainstReferenceTests.memory(Ledger.shape, usize: 32, &generator).bytes.prefix(
          Int.random(in: 0...40, using: &generator)))
      let room = Int.random(in: 28...40, using: &generator)
      let got = Self.encode(room) { target throws(Codec.EncodingError) in
        try codec.encode(unsafe value.span.bytes, into: &target)
      }
      let expected = Self.encode(room) { target throws(Codec.EncodingError) in
        try codec.codec.encode(unsafe value.span.bytes, into: &target)
      }
      return got == expected ? nil : "\(value.count) into \(room): got \(got), expected \(expected)"
    }
    #expect(found == nil)
  }

  @Test func `values are handed back`() throws {
    let codec = try FixedCodec<Ledger, SizePrefixed>()
    var bytes = [UInt8](repeating: 0, count: 32)
    var span = bytes.mutableSpan
    var target = unsafe span.mutableBytes
    #expect(try codec.encode(StructCodecTests.ledger, into: &target) == 32)
    var expected = StructCodecTests.ledger
    expected.size = 32
    var memory = TestMemory(bytes)
    #expect(try codec.receive(from: &memory) == expected)
    let decoded = try codec.decode(unsafe bytes.span.bytes)
    #expect(decoded == expected)
    #expect(try codec.encode(StructCodecTests.ledger) == bytes && codec.decode(bytes) == expected)
  }

  @Test func `what was received is handed back, too`() throws {
    let old = Array(fullLedger(size: 24, flags: 0x21).prefix(24))
    let wanted = Received(usize: 24, flags: 0x21)
    var value = Ledger()
    #expect(try FixedCodec<Ledger, SizePrefixed>().decode(unsafe old.span.bytes, into: &value) == wanted)
    #expect(value.size == 24 && value.extra == 0)
    #expect(try StructCodec<Ledger>(.sizePrefixed).decode(unsafe old.span.bytes, into: &value) == wanted)
    // Padded on the wire, so that it goes through memory of its own.
    var parcel = Parcel()
    let padded = fullParcel(flags: 16) + [UInt8](repeating: 0, count: 8)
    let received = try FixedCodec<Parcel, PaddedTo48>().decode(unsafe padded.span.bytes, into: &parcel)
    #expect(received == Received(usize: 48, flags: 16) && parcel.label[3] == 0x5758)
  }

  @Test func `what does not fit is refused when the codec is made`() throws {
    #expect(throws: SchemeError("parcel", .otherLayout("parcel"))) {
      try FixedCodec<Parcel, SizePrefixed>()
    }
    #expect(throws: SchemeError("parcel", .padFull("VER2", needs: 40, has: 32))) {
      try FixedCodec<Parcel, PaddedTo32>()
    }
    #expect(throws: SchemeError.self) { try FixedCodec<Gap, FlagFirst>() }
  }
}
