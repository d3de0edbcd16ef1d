import ExtensibleStructs
import TestSupport
import Testing

@Suite("What was received, beside the struct")
struct ReceivedValueTests {
  @Test func `a size that another thread changes is not the one that was checked`() throws {
    var memory = TestMemory(Array(fullLedger(size: 24, flags: 0x20).prefix(24)))
    // Behind the first read of the size, in front of the copy.
    memory.changes[1] = { cells in for at in 0..<4 { _ = cells.write(0xff, at: at) } }
    let got = try StructCodec<Ledger>(.sizePrefixed).receiveValue(from: &memory)
    #expect(got.value.size == .max && got.usize == 24)
    #expect(got.version == 1 && got.tail == 0 && got.flags == 0x20)
  }

  /// How many bytes are passed with which size, what version that is, and how long the tail.
  static let users: [(count: Int, size: UInt32, usize: Int, version: Int, tail: Int)] = [
    (16, 0, 16, 0, 0), (16, 16, 16, 0, 0), (20, 20, 20, 0, 0), (24, 24, 24, 1, 0), (32, 32, 32, 2, 0),
    (48, 48, 48, 2, 16),
  ]

  @Test(arguments: users)
  func `the size, its version and the tail`(
    user: (count: Int, size: UInt32, usize: Int, version: Int, tail: Int)
  ) throws {
    var bytes = [UInt8](repeating: 0, count: user.count)
    for index in 0..<4 { bytes[index] = UInt8(truncatingIfNeeded: user.size >> UInt32(8 * index)) }
    let got = [
      try StructCodec<Ledger>(.sizePrefixed).decodeValue(bytes),
      try FixedCodec<Ledger, SizePrefixed>().decodeValue(bytes),
    ]
    for got in got {
      #expect(got.usize == user.usize && got.version == user.version && got.tail == user.tail)
      #expect(got.value.size == user.size && got.flags == 0)
    }
  }

  @Test func `a size below the first version is of none`() throws {
    let codec = try StructCodec<Parcel>(.sizeArgument.with { $0.bounds?.minimum = .none })
    let got = try codec.decodeValue([1, 0, 0, 0])
    #expect(got.version == nil && got.usize == 4 && got.value.kind == 1)
  }

  @Test func `a rejection is thrown as ever`() throws {
    #expect(throws: Rejection.self) { try StructCodec<Ledger>(.sizePrefixed).decodeValue([8, 0, 0, 0]) }
  }

  @Test func `bytes go in and out of arrays with every codec`() throws {
    let bytes = fullParcel(flags: 0b10101)
    let codec = try parcel(.newIoctl)
    #expect(try codec.encode(bytes) == bytes)
    let got = try codec.decode(bytes)
    #expect(got.bytes == bytes && got.received == Received(usize: 40, flags: 0b10101))
    let array = try parcel(Scheme("array", size: .elements(Scheme.Elements(1, through: 4, else: .EINVAL))))
    let two = try array.decode(bytes + bytes, usize: 2)
    #expect(two.bytes.prefix(80) == (bytes + bytes)[...] && two.received.usize == 80)
  }

  @Test func `an error names the member, and flags in hexadecimal`() throws {
    let codec = try StructCodec<Ledger>(.sizePrefixed, version: 0)
    var value = Ledger()
    value.high = 1
    let beyond = try #require(throws: Codec.EncodingError.self) { try codec.encode(value) }
    #expect(codec.description(of: beyond) == "high (byte 20) is set, but lies beyond the version")
    value = Ledger()
    value.flags = 0x60
    let flags = try #require(throws: Codec.EncodingError.self) { try codec.encode(value) }
    #expect(codec.description(of: flags) == "the version does not know 0x60 in flags")
  }

  @Test func `memory that can be written takes the size back`() throws {
    var buffer: [UInt8] = [1, 0, 0, 0] + [UInt8](repeating: 0, count: 28)
    let codec = try StructCodec<Ledger>(.sizePrefixed)
    let rejection = #expect(throws: Rejection.self) {
      var span = buffer.mutableSpan
      var memory = FlatMemory(unsafe span.mutableBytes)
      _ = try codec.receiveValue(from: &memory)
    }
    #expect(rejection?.errno == .E2BIG && buffer[0] == 32)
  }
}
