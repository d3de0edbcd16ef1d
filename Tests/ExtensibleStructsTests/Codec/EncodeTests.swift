import ExtensibleStructs
import TestSupport
import Testing

@Suite("A user writes a struct")
struct EncodeTests {
  /// A parcel in the newest layout, of which only the members of the first `end` bytes are set.
  private func value(flags: UInt64, end: Int = 40) -> [UInt8] {
    let full = fullParcel(flags: flags)
    return Array(full.prefix(end)) + [UInt8](repeating: 0, count: 40 - end)
  }

  @Test(arguments: 0..<3)
  func `as long as its version`(version: Int) throws {
    let end = [16, 24, 40][version]
    for scheme in [Scheme.flagFirst, .newIoctl, .sizeArgument, .sizeInCommand, .unversioned] {
      let bytes = try encode(parcel(scheme, version: version), value(flags: 1, end: end))
      #expect(hex(bytes) == hex(Array(fullParcel(flags: 1).prefix(end))))
    }
    let padded = try encode(parcel(.staticPad(to: 48), version: version), value(flags: 1, end: end))
    #expect(hex(padded) == hex(value(flags: 1, end: end) + [0, 0, 0, 0, 0, 0, 0, 0]))
  }

  @Test(arguments: [Scheme.sizePrefixed, .sizeAndFlagFirst], 0..<3)
  func `with its size`(scheme: Scheme, version: Int) throws {
    let size = [16, 24, 32][version]
    // Whatever the caller left in the size member is replaced.
    let given = Array(fullLedger(size: 0xdead_beef).prefix(size)) + [UInt8](repeating: 0, count: 32 - size)
    let bytes = try encode(ledger(scheme, version: version), given)
    #expect(hex(bytes) == hex(Array(fullLedger(size: UInt64(size)).prefix(size))))
  }

  @Test(arguments: [Scheme.sizePrefixed, .sizeAndFlagFirst], 0..<3)
  func `with all eight bytes of its size`(scheme: Scheme, version: Int) throws {
    let size = [24, 32, 48][version]
    var given = value(flags: 1, end: size - 8)
    given.insert(contentsOf: [UInt8](repeating: 0xff, count: 8), at: 16)
    var expected = Array(given.prefix(size))
    expected.replaceSubrange(16..<24, with: [UInt8(size), 0, 0, 0, 0, 0, 0, 0])
    #expect(hex(try encode(parcel(scheme, version: version), given)) == hex(expected))
  }

  @Test func `a prefix is enough, if the version knows no more`() throws {
    let codec = try parcel(.staticPad(to: 48), version: 1)
    let bytes = try encode(codec, Array(fullParcel(flags: 4).prefix(24)))
    #expect(bytes == Array(fullParcel(flags: 4).prefix(24)) + [UInt8](repeating: 0, count: 24))
    #expect(throws: Codec.EncodingError.valueTooShort(missing: 1)) {
      try encode(codec, Array(fullParcel(flags: 4).prefix(23)))
    }
    #expect(throws: Codec.EncodingError.valueTooShort(missing: 24)) { try encode(codec, []) }
  }

  @Test func `the target is too short`() throws {
    let codec = try parcel(.staticPad(to: 48))
    #expect(throws: Codec.EncodingError.targetTooShort(missing: 1)) {
      try encode(codec, fullParcel(flags: 0), room: 47)
    }
    #expect(throws: Codec.EncodingError.targetTooShort(missing: 48)) {
      try encode(codec, fullParcel(flags: 0), room: 0)
    }
    // What lies behind the struct is left alone.
    let bytes = try encode(codec, fullParcel(flags: 0), room: 50)
    #expect(bytes.suffix(2) == [0xaa, 0xaa] && bytes[47] == 0)
  }

  @Test(arguments: 16..<40)
  func `a byte beyond the version`(at: Int) throws {
    var bytes = value(flags: 0, end: 16)
    bytes[at] = 1
    for (version, end) in [(0, 16), (1, 24)] {
      let codec = try parcel(.flagFirst, version: version)
      if at >= end {
        #expect(throws: Codec.EncodingError.beyondVersion(byte: at)) { try encode(codec, bytes) }
      } else {
        #expect(try encode(codec, bytes) == Array(bytes.prefix(end)))
      }
    }
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func `a flag beyond the version`(bit: UInt64) throws {
    for (version, known) in [(0, 2), (1, 3), (2, 5)] as [(Int, UInt64)] {
      let codec = try parcel(.newIoctl, version: version)
      let given = value(flags: 1 << bit, end: codec.size)
      if bit < known {
        #expect(try encode(codec, given) == Array(given.prefix(codec.size)))
      } else {
        #expect(throws: Codec.EncodingError.flagBeyondVersion(1 << bit)) { try encode(codec, given) }
      }
      let lax = try parcel(Scheme.newIoctl.with { $0.input?.unknownFlags = .ignored }, version: version)
      #expect(try encode(lax, given) == Array(given.prefix(codec.size)))
    }
  }

  @Test func `a refusal leaves the target alone`() throws {
    let codec = try parcel(.newIoctl, version: 0)
    var target: [UInt8] = [UInt8](repeating: 0xaa, count: 16)
    let value = fullParcel(flags: 0)
    #expect(throws: Codec.EncodingError.beyondVersion(byte: 16)) {
      var span = target.mutableSpan
      var bytes = unsafe span.mutableBytes
      try codec.encode(unsafe value.span.bytes, into: &bytes)
    }
    #expect(target == [UInt8](repeating: 0xaa, count: 16))
  }
}

@Suite("Why a struct cannot be encoded, in words")
struct EncodingErrorTests {
  @Test(
    arguments: [
      (
        .beyondVersion(byte: 26), "byte 26 is set, but lies beyond the version",
        "cookie (byte 26) is set, but lies beyond the version"
      ),
      (
        .flagBeyondVersion(0x18), "the version does not know flags 0x18",
        "the version does not know 0x18 in flags"
      ),
      (
        .targetTooShort(missing: 3), "the target is 3 bytes shorter than the struct",
        "the target is 3 bytes shorter than the struct"
      ),
      (
        .valueTooShort(missing: 3), "the value is 3 bytes shorter than the version",
        "the value is 3 bytes shorter than the version"
      ),
    ] as [(Codec.EncodingError, String, String)])
  func `names the byte, and the member`(error: Codec.EncodingError, plain: String, named: String) throws {
    #expect(error.description == plain)
    #expect(error.description(in: try History(Parcel.self)) == named)
  }
}

@Suite("A NULL pointer")
struct NullTests {
  private func take(_ codec: Codec, usize: UInt64) -> Verdict {
    var memory = TestMemory([])
    memory.isNull = true
    return ExtensibleStructsTests.take(codec, &memory, usize: usize)
  }

  @Test func `is looked at before the size`() throws {
    let first = try parcel(Scheme.sizeArgument.with { $0.nullPointer = .rejectedFirst(.EFAULT) })
    for usize in [0, 16, 40, 4097] as [UInt64] {
      expectRejected(take(first, usize: usize), "nullPointer", Reference.EFAULT, at: 0)
    }
    let later = try parcel(.sizeArgument)
    expectRejected(take(later, usize: 0), "minimum", Reference.EINVAL, at: 0)
    expectRejected(take(later, usize: 4097), "maximum", Reference.E2BIG, at: 0)
    expectRejected(take(later, usize: 40), "copy", Reference.EFAULT, at: 0)
    expectRejected(take(later, usize: 41), "tail", Reference.EFAULT, at: 40)
  }

  @Test func `is read where the size is in the struct`() throws {
    expectRejected(take(try ledger(.sizePrefixed), usize: 0), "firstFetch", Reference.EFAULT, at: 0)
    expectRejected(take(try parcel(.sizePrefixed), usize: 0), "firstFetch", Reference.EFAULT, at: 16)
    expectRejected(take(try parcel(.flagFirst), usize: 0), "firstFetch", Reference.EFAULT, at: 4)
    let first = try ledger(Scheme.sizePrefixed.with { $0.nullPointer = .rejectedFirst(.EINVAL) })
    expectRejected(take(first, usize: 0), "nullPointer", Reference.EINVAL, at: 0)
  }
}
