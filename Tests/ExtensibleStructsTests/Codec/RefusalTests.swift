import ExtensibleStructs
import TestSupport
import Testing

/// The kernel is of version 1: a ledger of 24 bytes, with the size as an argument. The flag 0x80 is refused.
@Suite("What is written when content is refused, and on success")
struct RefusalTests {
  static let policy = IntegerMember(offset: 4, width: 4)

  private func scheme(_ refusal: Scheme.Refusal) -> Scheme {
    .sizeArgument.with { $0.input?.refusal = refusal }
  }

  private func refused(
    _ refusal: Scheme.Refusal, usize: UInt64 = 24, isWritable: Bool = true
  ) throws -> (Verdict, [UInt8]) {
    let bytes = fullLedger(size: 24, flags: 0x80)
    var memory = TestMemory(bytes, isWritable: isWritable)
    let verdict = take(try ledger(scheme(refusal), version: 1), &memory, usize: usize)
    return (verdict, memory.cells.bytes)
  }

  @Test func `each way to answer`() throws {
    let bytes = fullLedger(size: 24, flags: 0x80)
    var withErrno = bytes
    withErrno.replaceSubrange(4..<8, with: [0xea, 0xff, 0xff, 0xff])  // -22
    let zeroed = [UInt8](repeating: 0, count: 24) + bytes.dropFirst(24)
    for (refusal, expected) in [
      (.leftAlone, bytes), (.copiedBack, bytes), (.zeroed, zeroed), (.inMember(Self.policy), withErrno),
    ] as [(Scheme.Refusal, [UInt8])] {
      let (verdict, memory) = try refused(refusal)
      expectRejected(verdict, "unknownFlag", Reference.EINVAL, at: 8)
      #expect(memory == expected, "\(refusal)")
    }
  }

  @Test func `no more than the user's struct is written`() throws {
    let bytes = fullLedger(size: 24, flags: 0x80)
    let (verdict, memory) = try refused(.zeroed, usize: 16)
    #expect(verdict.errno == Reference.EINVAL)
    #expect(memory == [UInt8](repeating: 0, count: 16) + bytes.dropFirst(16))
  }

  @Test(arguments: [Scheme.Refusal.copiedBack, .zeroed, .inMember(policy)])
  func `a fault on the way takes the errno's place`(refusal: Scheme.Refusal) throws {
    expectRejected(try refused(refusal, isWritable: false).0, "unknownFlag", Reference.EFAULT, at: 0)
    expectRejected(try refused(.leftAlone, isWritable: false).0, "unknownFlag", Reference.EINVAL, at: 8)
  }

  @Test func `a refused size is answered as ever`() throws {
    let (verdict, memory) = try refused(.zeroed, usize: 15)
    #expect(verdict.errno == Reference.EINVAL && verdict.check == "minimum")
    #expect(memory == fullLedger(size: 24, flags: 0x80))
  }

  @Test(arguments: [(16, false), (23, false), (24, true), (32, true)])
  func `a member is written where the struct has it`(usize: Int, isWritten: Bool) throws {
    let high = IntegerMember(offset: 20, width: 4)
    let codec = try ledger(.sizeArgument.with { $0.input?.writtenMember = high }, version: 1)
    let bytes = Array(fullLedger(size: 24).prefix(24)) + [UInt8](repeating: 0, count: 8)
    for isWritable in [true, false] {
      var memory = TestMemory(bytes, isWritable: isWritable)
      let verdict = take(codec, &memory, usize: UInt64(usize))
      #expect(verdict.errno == (isWritten && !isWritable ? Reference.EFAULT : nil))
      let last = memory.accesses.last == Access(.putUser, offset: 20, count: 4)
      #expect(last == isWritten)
    }
  }
}

/// A pointer that is NULL need not be an error.
@Suite("A call without a struct")
struct TakenNullTests {
  private func verdict(_ scheme: Scheme, usize: UInt64, isNull: Bool = true) throws -> Verdict {
    var memory = TestMemory(isNull ? [] : fullLedger(size: 24))
    memory.isNull = isNull
    return take(try ledger(scheme, version: 1), &memory, usize: usize)
  }

  @Test func `with a size of 0`() throws {
    let scheme = Scheme.sizeArgument.with { $0.nullPointer = .takenWithoutSize(otherwise: .EINVAL) }
    expectTaken(try verdict(scheme, usize: 0), [UInt8](repeating: 0, count: 24), usize: 0, flags: 0)
    expectRejected(try verdict(scheme, usize: 24), "nullPointer", Reference.EINVAL, at: 0)
    expectRejected(try verdict(scheme, usize: 8192), "nullPointer", Reference.EINVAL, at: 0)
    expectRejected(try verdict(scheme, usize: 0, isNull: false), "minimum", Reference.EINVAL, at: 0)
  }

  @Test func `with any size that passes`() throws {
    let scheme = Scheme.sizeArgument.with { $0.nullPointer = .takenAfterSize }
    expectTaken(try verdict(scheme, usize: 24), [UInt8](repeating: 0, count: 24), usize: 0, flags: 0)
    expectRejected(try verdict(scheme, usize: 15), "minimum", Reference.EINVAL, at: 0)
  }

  @Test func `that would be handed out`() throws {
    let scheme = Scheme.sizeArgument.handingOut().with { $0.nullPointer = .takenAfterSize }
    let codec = try ledger(scheme, version: 1)
    var kernel = [UInt8](repeating: 7, count: 24)
    var span = kernel.mutableSpan
    var bytes = unsafe span.mutableBytes
    var memory = TestMemory([])
    memory.isNull = true
    #expect(
      try codec.handOut(&bytes, to: &memory, usize: 24) == HandedOut(copied: 0, ignoredTrailing: false))
    #expect(memory.accesses.isEmpty)
  }
}

/// As `setsockopt` does: an int of the struct is fetched before its size is judged, where there is as much.
@Suite("A first fetch that is forgotten")
struct PeekTests {
  @Test(arguments: [(3, "minimum"), (4, "firstFetch"), (15, "firstFetch"), (8192, "firstFetch")])
  func `comes before the size is judged`(usize: Int, check: String) throws {
    let codec = try ledger(.sizeArgument.with { $0.input?.peek = 4 }, version: 1)
    var unmapped = TestMemory([])
    #expect(take(codec, &unmapped, usize: UInt64(usize)).check == check)
    var short = TestMemory(fullLedger(size: 24))
    let verdict = take(codec, &short, usize: UInt64(usize))
    #expect(verdict.check == (usize < 24 ? "minimum" : "maximum"))
    #expect(short.accesses == (usize < 4 ? [] : [Access(.copyFromUser, offset: 0, count: 4)]))
  }

  @Test func `has no part in what is taken`() throws {
    let codec = try ledger(.sizeArgument.with { $0.input?.peek = 4 }, version: 1)
    let bytes = Array(fullLedger(size: 24).prefix(24))
    var memory = TestMemory(bytes)
    memory.changes[1] = { _ = $0.write(0x55, at: 0) }
    expectTaken(take(codec, &memory, usize: 24), [0x55] + bytes.dropFirst(), usize: 24, flags: 0)
  }
}
