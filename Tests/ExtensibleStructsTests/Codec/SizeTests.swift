import ExtensibleStructs
import TestSupport
import Testing

/// A ledger whose bytes are all set, with no flag, and `tail` behind it.
func fullLedger(size: UInt64, flags: UInt64 = 0, tail: [UInt8] = []) -> [UInt8] {
  StructBytes(
    .u32("size", size), .u32("policy", 0x0102_0304), .u64("flags", flags), .u32("low", 0x1112_1314),
    .u32("high", 0x2122_2324), .u64("extra", 0x3132_3334_3536_3738)
  ).bytes + tail
}

/// A parcel whose bytes are all set beside those of the flags.
func fullParcel(flags: UInt64) -> [UInt8] {
  StructBytes(
    .u32("kind", 0x0102_0304), .u32("flags", flags), .u64("address", 0x1112_1314_1516_1718),
    .u32("limit", 0x2122_2324), .u32("reserved1", 0x3132_3334), .u64("cookie", 0x4142_4344_4546_4748),
    .u16("label0", 0x5152), .u16("label1", 0x5354), .u16("label2", 0x5556), .u16("label3", 0x5758)
  ).bytes
}

/// The kernel is of version 1: its struct is 24 bytes long, and the first version was 16.
@Suite("Sizes around every boundary")
struct SizeTests {
  /// The sizes that cut the struct at a member's end, and one byte to either side; exact; and longer.
  static let accepted = [16, 17, 19, 20, 21, 23, 24, 25, 31, 32, 33, 64, 4095, 4096]

  static let withoutSize: [(scheme: Scheme, tooShort: Int32, tooLong: Int32?)] = [
    (.sizeArgument, Reference.EINVAL, Reference.E2BIG), (.sizeInCommand, Reference.EINVAL, nil),
  ]

  /// Set up to byte 24, zero behind it; the first `usize` bytes of which are mapped.
  private func memory(_ usize: Int) -> TestMemory {
    TestMemory(Array(fullLedger(size: UInt64(usize)).prefix(min(24, usize))), mapped: usize)
  }

  private func kernel(_ usize: Int) -> [UInt8] {
    let head = fullLedger(size: UInt64(usize)).prefix(min(24, usize))
    return Array(head) + [UInt8](repeating: 0, count: 24 - head.count)
  }

  @Test(arguments: [Scheme.sizePrefixed, .sizeAndFlagFirst], accepted)
  func `the size is in the struct`(scheme: Scheme, usize: Int) throws {
    var memory = memory(usize)
    let verdict = try take(ledger(scheme, version: 1), &memory)
    expectTaken(verdict, kernel(usize), usize: usize, flags: 0)
    #expect(verdict.memory == self.memory(usize).cells)
  }

  @Test(arguments: withoutSize, accepted)
  func `the size is outside`(
    scheme: (scheme: Scheme, tooShort: Int32, tooLong: Int32?), usize: Int
  ) throws {
    var memory = memory(usize)
    let verdict = try take(ledger(scheme.scheme, version: 1), &memory, usize: UInt64(usize))
    expectTaken(verdict, kernel(usize), usize: usize, flags: 0)
  }

  @Test(arguments: [Scheme.sizePrefixed, .sizeAndFlagFirst], [1, 4, 8, 15] as [UInt64])
  func `below the first version`(scheme: Scheme, size: UInt64) throws {
    let verdict = try take(ledger(scheme, version: 1), fullLedger(size: size))
    expectRejected(verdict, "minimum", Reference.E2BIG, at: 0)
  }

  @Test(arguments: [Scheme.sizePrefixed, .sizeAndFlagFirst], [4097, 8192, 0xffff_ffff] as [UInt64])
  func `above a page`(scheme: Scheme, size: UInt64) throws {
    var memory = TestMemory(fullLedger(size: size), mapped: 9000)
    let verdict = try take(ledger(scheme, version: 1), &memory)
    expectRejected(verdict, "maximum", Reference.E2BIG, at: 0)
  }

  @Test func `the offset is that of the size member`() throws {
    let bytes = StructBytes(.u32("kind", 0), .u32("flags", 0), .u64("address", 0), .u64("size", 23)).bytes
    expectRejected(try take(parcel(.sizePrefixed), bytes), "minimum", Reference.E2BIG, at: 16)
  }

  @Test(arguments: withoutSize)
  func `outside, below and above`(
    scheme: (scheme: Scheme, tooShort: Int32, tooLong: Int32?)
  ) throws {
    let codec = try ledger(scheme.scheme, version: 1)
    for usize in [0, 1, 15] as [UInt64] {
      expectRejected(take(codec, fullLedger(size: 0), usize: usize), "minimum", scheme.tooShort, at: 0)
    }
    // Longer than a page, and too long for the memory: nobody looks at memory where there is a maximum.
    for usize in [4097, 1 << 40, .max] as [UInt64] {
      let verdict = take(codec, Array(fullLedger(size: 0).prefix(24)), mapped: 4096, usize: usize)
      if let errno = scheme.tooLong {
        expectRejected(verdict, "maximum", errno, at: 0)
      } else if usize == 4097 {
        expectRejected(verdict, "tail", Reference.EFAULT, at: 4096)
      } else {
        // An ioctl number holds 14 bits of size.
        expectRejected(verdict, "dispatch", Reference.ENOTTY, at: 0)
      }
    }
  }

  @Test func `no maximum: a size that leaves the address space is a fault before a byte is read`() throws {
    let scheme = Scheme("lax", size: .argument(Scheme.Bounds(.version0(.EINVAL))))
    for usize in [UInt64(Int.max) + 1, .max] {
      var memory = TestMemory(fullLedger(size: 0) + [9])
      expectRejected(take(try ledger(scheme, version: 1), &memory, usize: usize), "tail", 14, at: 24)
      #expect(memory.accesses.isEmpty)
    }
    // One that does not is walked through as far as memory reaches.
    let zero = Array(fullLedger(size: 0).prefix(24))
    let far = UInt64(Int.max)
    expectRejected(take(try ledger(scheme, version: 1), zero, mapped: 90, usize: far), "tail", 14, at: 90)
    expectRejected(take(try ledger(scheme, version: 1), zero + [0, 9], usize: far), "tail", 7, at: 25)
    let ignoring = scheme.with { $0.input?.tail = .ignored }
    expectTaken(take(try ledger(ignoring, version: 1), zero, usize: .max), zero, usize: .max, flags: 0)
  }

  @Test(arguments: [Scheme.sizePrefixed, .sizeAndFlagFirst])
  func `size 0 means the first version`(scheme: Scheme) throws {
    let verdict = try take(ledger(scheme, version: 1), Array(fullLedger(size: 0).prefix(16)))
    let expected = Array(fullLedger(size: 0).prefix(16)) + [0, 0, 0, 0, 0, 0, 0, 0]
    expectTaken(verdict, expected, usize: 16, flags: 0)
  }

  @Test func `a minimum that is none, and one of its own`() throws {
    let none = try ledger(Scheme.sizeArgument.with { $0.bounds?.minimum = .none }, version: 1)
    expectTaken(take(none, [], usize: 0), [UInt8](repeating: 0, count: 24), usize: 0, flags: 0)
    expectTaken(take(none, [9], usize: 1), [9] + [UInt8](repeating: 0, count: 23), usize: 1, flags: 0)
    let own = try ledger(Scheme.sizeArgument.with { $0.bounds?.minimum = .init(bytes: 20, errno: .ENOTTY) })
    expectRejected(take(own, fullLedger(size: 0), usize: 19), "minimum", Reference.ENOTTY, at: 0)
    expectTaken(
      take(own, fullLedger(size: 0), usize: 20),
      Array(fullLedger(size: 0).prefix(20))
        + [UInt8](repeating: 0, count: 12), usize: 20, flags: 0)
  }

  @Test func `a kernel's size that no version has`() throws {
    let codec = try ledger(.sizePrefixed, version: 1, size: 26)
    #expect(codec.size == 26 && codec.known == 24)
    var memory = TestMemory(fullLedger(size: 15))
    expectRejected(take(codec, &memory), "minimum", Reference.E2BIG, at: 0)
    #expect(memory.cells.bytes.prefix(4) == [26, 0, 0, 0])
  }

  @Test(arguments: [16, 24, 32, 40, 47, 49, 0] as [UInt64])
  func `only published sizes`(usize: UInt64) throws {
    let bytes = fullParcel(flags: 0) + [UInt8](repeating: 1, count: 20)
    let padded = try take(parcel(.staticPad(to: 48), version: 1), bytes, usize: usize)
    expectRejected(padded, "dispatch", Reference.ENOTTY, at: 0)
    let verdict = try take(parcel(.newIoctl, version: 1), bytes, usize: usize)
    if [16, 24].contains(usize) {
      let head = fullParcel(flags: 0).prefix(Int(usize))
      expectTaken(
        verdict, Array(head) + [UInt8](repeating: 0, count: 24 - head.count), usize: Int(usize), flags: 0)
    } else {
      expectRejected(verdict, "dispatch", Reference.ENOTTY, at: 0)
    }
  }
}
