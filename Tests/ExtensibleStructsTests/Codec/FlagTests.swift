import ExtensibleStructs
import TestSupport
import Testing

@Suite("Flags, bit by bit")
struct FlagTests {
  static let schemes: [Scheme] = [
    .staticPad(to: 48), .flagFirst, .newIoctl, .sizeArgument, .sizeInCommand, .unversioned,
  ]

  /// The bits that a parcel's kernel knows, by its version; written down by hand.
  static let known: [Set<Int>] = [[0, 1], [0, 1, 2], [0, 1, 2, 3, 4]]

  /// A parcel as a kernel of this version and scheme takes it.
  private func taken(_ scheme: Scheme, _ version: Int, _ flags: UInt64) throws -> Verdict {
    let codec = try parcel(scheme, version: version)
    let bytes = fullParcel(flags: flags) + [UInt8](repeating: 0, count: 8)
    return take(codec, bytes, usize: UInt64(codec.size))
  }

  @Test(arguments: schemes, 0..<3)
  func `unknown ones`(scheme: Scheme, version: Int) throws {
    for bit in 0..<32 {
      let verdict = try taken(scheme, version, 1 << UInt64(bit))
      if Self.known[version].contains(bit) {
        #expect(verdict.errno == nil, "bit \(bit)")
        #expect(verdict.flags == 1 << UInt64(bit))
      } else {
        expectRejected(verdict, "unknownFlag", Reference.EINVAL, at: 4)
      }
    }
  }

  @Test(arguments: schemes)
  func `those that exclude each other`(scheme: Scheme) throws {
    for version in 0..<3 {
      for flags in 0..<(1 << 5) as Range<UInt64> {
        let verdict = try taken(scheme, version, flags)
        let isKnown = (0..<5).allSatisfy { flags >> $0 & 1 == 0 || Self.known[version].contains($0) }
        if !isKnown {
          expectRejected(verdict, "unknownFlag", Reference.EINVAL, at: 4)
        } else if flags & 0b110 == 0b110 {
          expectRejected(verdict, "flagConflict", Reference.EINVAL, at: 4)
        } else {
          #expect(verdict.errno == nil && verdict.flags == flags)
        }
      }
    }
  }

  @Test func `all 64 bits`() throws {
    for bit in 0..<64 as Range<UInt64> {
      let verdict = take(try ledger(.sizePrefixed, version: 2), fullLedger(size: 32, flags: 1 << bit))
      if bit <= 6 {
        #expect(verdict.errno == nil && verdict.flags == 1 << bit)
      } else {
        expectRejected(verdict, "unknownFlag", Reference.EINVAL, at: 8)
      }
    }
  }

  @Test(arguments: [0x20, 0x40, 0x60] as [UInt64])
  func `one demands a size`(flags: UInt64) throws {
    for scheme in [Scheme.sizePrefixed, .sizeAndFlagFirst, .sizeArgument, .sizeInCommand] {
      for usize in 16..<32 {
        let bytes = Array(fullLedger(size: UInt64(usize), flags: flags).prefix(usize))
        let verdict = take(try ledger(scheme), bytes, usize: UInt64(usize))
        if usize < 24 {
          expectRejected(verdict, "flagBeyondSize", Reference.EINVAL, at: 8)
        } else {
          #expect(verdict.errno == nil && verdict.flags == flags)
        }
      }
    }
    let zero = take(try ledger(.sizePrefixed), fullLedger(size: 0, flags: flags))
    expectRejected(zero, "flagBeyondSize", Reference.EINVAL, at: 8)
    let old = take(try parcel(.newIoctl), fullParcel(flags: 4), usize: 16)
    expectRejected(old, "flagBeyondSize", Reference.EINVAL, at: 4)
  }

  @Test func `the newest open gate says how long the struct is`() throws {
    let codec = try parcel(.flagFirst)
    for (flags, extent) in [(0, 16), (3, 16), (4, 24), (8, 40), (16, 40), (12, 40), (24, 40), (1 << 20, 16)]
      as [(UInt64, Int)]
    {
      #expect(codec.extent(of: flags) == extent)
      guard flags < 1 << 20 else { continue }
      var memory = TestMemory(fullParcel(flags: flags))
      let verdict = take(codec, &memory)
      let expected = Array(fullParcel(flags: flags).prefix(extent))
      expectTaken(
        verdict, expected + [UInt8](repeating: 0, count: 40 - extent), usize: extent, flags: flags)
      #expect(
        memory.accesses == [
          Access(.getUser, offset: 4, count: 4), Access(.copyFromUser, offset: 0, count: extent),
        ])
    }
    #expect(try parcel(.flagFirst, version: 1).extent(of: 8) == 16)
    #expect(codec.opened(by: 0) == [] && codec.opened(by: 8) == [24..<40])
    #expect(codec.opened(by: 4 | 16) == [16..<24, 24..<40])
    #expect(try ledger(.sizePrefixed).opened(by: 0) == [24..<32])
  }

  @Test func `they are not judged`() throws {
    let scheme = Scheme.sizeArgument.with {
      $0.input?.unknownFlags = .ignored
      $0.input?.flagBeyondSize = .ignored
    }
    let bytes = fullParcel(flags: 0xffff_ffff)
    expectTaken(
      take(try parcel(scheme), Array(bytes.prefix(16)), usize: 16),
      Array(bytes.prefix(16)) + [UInt8](repeating: 0, count: 24), usize: 16, flags: 0xffff_ffff)
  }

  @Test func `they have errnos of their own`() throws {
    let scheme = Scheme.sizeArgument.with {
      $0.input?.unknownFlags = .rejected(.EOPNOTSUPP)
      $0.input?.flagBeyondSize = .rejected(.ENODEV)
    }
    let codec = try parcel(scheme)
    expectRejected(take(codec, fullParcel(flags: 32), usize: 40), "unknownFlag", 95, at: 4)
    expectRejected(take(codec, fullParcel(flags: 6), usize: 40), "flagConflict", 95, at: 4)
    expectRejected(take(codec, fullParcel(flags: 8), usize: 39), "flagBeyondSize", 19, at: 4)
  }

  @Test func `a release knows more than its version`() throws {
    let codec = try Codec(
      History(Parcel.self), behavior: Behavior(version: 0, scheme: .newIoctl, knownFlags: 0x103))
    #expect(codec.knownFlags == 0x103)
    #expect(take(codec, fullParcel(flags: 0x100), usize: 16).errno == nil)
    expectRejected(take(codec, fullParcel(flags: 0x200), usize: 16), "unknownFlag", 22, at: 4)
    let value = Array(fullParcel(flags: 0x100).prefix(16))
    #expect(try encode(codec, value) == value)
    #expect(throws: Codec.EncodingError.flagBeyondVersion(0x200)) {
      try encode(codec, Array(fullParcel(flags: 0x200).prefix(16)))
    }
  }
}
