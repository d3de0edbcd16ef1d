import ExtensibleStructs
import TestSupport
import Testing

@Suite("Swift structs in and out")
struct StructCodecTests {
  static let ledger: Ledger = {
    var ledger = Ledger()
    ledger.policy = 0x0102_0304
    ledger.flags = 0x21
    ledger.low = 0x1112_1314
    ledger.high = 0x2122_2324
    ledger.extra = 0x3132_3334_3536_3738
    return ledger
  }()

  static let parcel: Parcel = {
    var parcel = Parcel()
    parcel.kind = 0x0102_0304
    parcel.flags = [.fast, .label]
    parcel.address = 0x1112_1314_1516_1718
    parcel.limit = 0x2122_2324
    parcel.reserved1 = 0x3132_3334
    parcel.cookie = 0x4142_4344_4546_4748
    for (index, value) in [0x5152, 0x5354, 0x5556, 0x5758].enumerated() {
      parcel.label[index] = UInt16(value)
    }
    return parcel
  }()

  private func decode<S>(_ codec: StructCodec<S>, _ bytes: [UInt8], usize: UInt64? = nil) throws -> S {
    try codec.decode(unsafe bytes.span.bytes, usize: usize)
  }

  @Test(arguments: [Scheme.sizePrefixed, .sizeAndFlagFirst])
  func `with a size member`(scheme: Scheme) throws {
    let codec = try StructCodec<Ledger>(scheme)
    let bytes = try codec.encode(Self.ledger)
    #expect(hex(bytes) == hex(fullLedger(size: 32, flags: 0x21)))
    var expected = Self.ledger
    expected.size = 32
    #expect(try decode(codec, bytes) == expected)
  }

  @Test(arguments: [
    Scheme.flagFirst, .newIoctl, .sizeArgument, .sizeInCommand, .unversioned, .staticPad(to: 40),
    .staticPad(to: 48), .staticPadChecked(to: 160),
  ])
  func `without one`(scheme: Scheme) throws {
    var value = Self.parcel
    value.flags.insert(.limit)
    if case .mustBeZero? = scheme.input?.pad { value.reserved1 = 0 }
    let codec = try StructCodec<Parcel>(scheme)
    let bytes = try codec.encode(value)
    let size = codec.codec.size
    var expected = fullParcel(flags: 0b10101) + [UInt8](repeating: 0, count: size - 40)
    if case .mustBeZero? = scheme.input?.pad { expected.replaceSubrange(20..<24, with: [0, 0, 0, 0]) }
    #expect(hex(bytes) == hex(expected))
    // Decoded and encoded again, it is the same; so every member came through.
    #expect(try codec.encode(decode(codec, bytes)) == bytes)
    let decoded = try decode(codec, bytes)
    #expect(decoded.label[3] == 0x5758 && decoded.cookie == value.cookie && decoded.kind == value.kind)
  }

  @Test func `an old user, a new kernel`() throws {
    var value = Ledger()
    value.policy = 7
    let bytes = try StructCodec<Ledger>(.sizePrefixed, version: 0).encode(value)
    #expect(bytes == StructBytes(.u32("size", 16), .u32("policy", 7), .u64("flags")).bytes)
    value.size = 16
    #expect(try decode(StructCodec<Ledger>(.sizePrefixed), bytes) == value)
  }

  @Test func `a new user, an old kernel`() throws {
    let old = try StructCodec<Ledger>(.sizePrefixed, version: 0)
    var value = Ledger()
    value.policy = 7
    let codec = try StructCodec<Ledger>(.sizePrefixed)
    value.size = 32
    #expect(try decode(old, codec.encode(value)) == value)
    value.extra = 1
    let bytes = try codec.encode(value)
    // Plain bytes cannot be written back to.
    #expect(throws: Rejection(.tail, .E2BIG, at: 24)) { try decode(old, bytes) }
    #expect(throws: Codec.EncodingError.beyondVersion(byte: 24)) { try old.encode(value) }
  }

  @Test func `an old kernel's members beyond its version stay zero, pad or not`() throws {
    let bytes = fullParcel(flags: 1) + [UInt8](repeating: 9, count: 8)
    let codec = try StructCodec<Parcel>(.staticPad(to: 48), version: 0)
    let decoded = try decode(codec, bytes)
    #expect(decoded.kind == 0x0102_0304 && decoded.limit == 0 && decoded.cookie == 0)
  }

  @Test func `bytes that end too early`() throws {
    let codec = try StructCodec<Ledger>(.sizePrefixed)
    #expect(throws: Rejection(.firstFetch, .EFAULT, at: 3)) { try decode(codec, [32, 0, 0]) }
    #expect(throws: Rejection(.copy, .EFAULT, at: 31)) {
      try decode(codec, Array(fullLedger(size: 32).prefix(31)))
    }
    let padded = try StructCodec<Parcel>(.staticPad(to: 48))
    #expect(throws: Rejection(.copy, .EFAULT, at: 40)) {
      try decode(padded, fullParcel(flags: 0), usize: 48)
    }
    #expect(throws: Rejection(.dispatch, .ENOTTY, at: 0)) { try decode(padded, fullParcel(flags: 0)) }
  }
}

/// The first version of a parcel, and a struct that extends it by embedding it.
private struct OldParcel: BitwiseCopyable, Sendable {
  var kind: UInt32 = 0
  var flags: ParcelFlags = []
  var address: UInt64 = 0
}

private struct OverlaidParcel: ExtensibleStruct {
  var old = OldParcel()
  var limit: UInt32 = 0
  var reserved1: UInt32 = 0
  var cookie: UInt64 = 0
  var label: InlineArray<4, UInt16> = .init(repeating: 0)

  static let history = Declaration(
    Self.self, "parcel", flags: \.old.flags, known: 0b11
  ) {
    Published("VER0", through: \.old)
    Published("VER1", through: \.reserved1, gate: 4)
    Published("VER2", through: \.label, gate: 24)
    FlagsField.Conflict(0b100, excludes: 0b10)
    Reserved(\.reserved1)
  }
}

@Suite("An extended struct that embeds the old one")
struct OverlayTests {
  @Test func `encodes to the same bytes as the flat one`() throws {
    let flat = StructCodecTests.parcel
    var overlaid = OverlaidParcel()
    overlaid.old = OldParcel(kind: flat.kind, flags: flat.flags, address: flat.address)
    overlaid.limit = flat.limit
    overlaid.reserved1 = flat.reserved1
    overlaid.cookie = flat.cookie
    overlaid.label = flat.label
    for scheme in [Scheme.flagFirst, .newIoctl, .staticPad(to: 160)] {
      let bytes = try StructCodec<OverlaidParcel>(scheme).encode(overlaid)
      #expect(bytes == (try StructCodec<Parcel>(scheme).encode(flat)))
      #expect(hex(Array(bytes.prefix(40))) == hex(fullParcel(flags: 17)))
    }
  }

  @Test func `has the same history, under longer names`() throws {
    let overlaid = try History(OverlaidParcel.self)
    let flat = try History(Parcel.self)
    #expect(overlaid.versions == flat.versions && overlaid.flags?.known == flat.flags?.known)
    #expect(overlaid.layout.fields.map(\.range) == flat.layout.fields.map(\.range))
    #expect(overlaid.layout.fields.prefix(3).map(\.name) == ["old.kind", "old.flags", "old.address"])
  }

  @Test func `an old user's struct is taken in`() throws {
    let old = Array(fullParcel(flags: 1).prefix(16))
    let decoded = try StructCodec<OverlaidParcel>(.flagFirst).decode(unsafe old.span.bytes)
    #expect(decoded.old.kind == 0x0102_0304 && decoded.old.flags == .fast && decoded.limit == 0)
  }
}
