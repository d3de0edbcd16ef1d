import ExtensibleStructs
import TestSupport
import Testing

/// The kernel is of version 1: 24 bytes for a ledger, 32 for a parcel with a size member.
@Suite("The kernel's size is written back")
struct WriteBackTests {
  static let schemes: [Scheme] = [.sizePrefixed, .sizeAndFlagFirst]

  /// Calls that end in E2BIG, and the check that says so.
  static let tooBig: [(size: UInt64, check: String)] = [
    (1, "minimum"), (15, "minimum"), (4097, "maximum"), (0xffff_ffff, "maximum"), (32, "tail"),
  ]

  @Test(arguments: schemes, tooBig)
  func `on every E2BIG`(scheme: Scheme, call: (size: UInt64, check: String)) throws {
    var memory = TestMemory(fullLedger(size: call.size))
    let verdict = take(try ledger(scheme, version: 1), &memory)
    #expect(verdict.check == call.check && verdict.errno == Reference.E2BIG)
    #expect(memory.cells.bytes == fullLedger(size: 24))
    #expect(memory.accesses.last == Access(.putUser, offset: 0, count: 4))
  }

  @Test(arguments: schemes, tooBig)
  func `a fault on the way is ignored`(scheme: Scheme, call: (size: UInt64, check: String)) throws {
    let readOnly = TestMemory(fullLedger(size: call.size), isWritable: false)
    var partly = TestMemory(fullLedger(size: call.size))
    partly.cells.cells[3] = .readOnly(UInt8(call.size >> 24))
    for var memory in [readOnly, partly] {
      let before = memory.cells
      let verdict = take(try ledger(scheme, version: 1), &memory)
      #expect(verdict.check == call.check && verdict.errno == Reference.E2BIG)
      #expect(memory.cells == before)
      #expect(memory.accesses.last == Access(.putUser, offset: 0, count: 4))
    }
  }

  @Test func `on a NULL pointer that is looked at after the size`() throws {
    // A pointer that is NULL and leads to memory all the same, so that its size can be read.
    let scheme = Scheme.sizePrefixed.with {
      $0.nullPointer = .rejectedAfterSize(.EINVAL)
      $0.bounds?.minimum = .version0(.EINVAL)
      $0.member?.writeBack = .EINVAL
    }
    for (size, check) in [(15, "minimum"), (24, "nullPointer")] as [(UInt64, String)] {
      var memory = TestMemory(fullLedger(size: size))
      memory.isNull = true
      expectRejected(take(try ledger(scheme, version: 1), &memory), check, Reference.EINVAL, at: 0)
      #expect(
        memory.accesses == [Access(.getUser, offset: 0, count: 4), Access(.putUser, offset: 0, count: 4)])
    }
  }

  @Test(arguments: schemes)
  func `all eight bytes of a u64`(scheme: Scheme) throws {
    for version in 0..<3 {
      var bytes = fullParcel(flags: 0)
      bytes.insert(contentsOf: [0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88], at: 16)
      var memory = TestMemory(bytes)
      expectRejected(take(try parcel(scheme, version: version), &memory), "maximum", 7, at: 16)
      bytes.replaceSubrange(16..<24, with: [[24, 32, 48][version], 0, 0, 0, 0, 0, 0, 0])
      #expect(memory.cells.bytes == bytes)
    }
  }

  @Test(arguments: schemes)
  func `on no other error, and not on success`(scheme: Scheme) throws {
    let codec = try ledger(scheme, version: 1)
    for (bytes, errno) in [
      (fullLedger(size: 24), nil), (fullLedger(size: 0), nil), (fullLedger(size: 16, flags: 0x20), 22),
      (fullLedger(size: 24, flags: 0x80), 22), (Array(fullLedger(size: 24).prefix(20)), 14),
      (Array(fullLedger(size: 24).prefix(3)), 14), (Array(fullLedger(size: 40).prefix(24)), 14),
    ] as [([UInt8], Int32?)] {
      var memory = TestMemory(bytes)
      #expect(take(codec, &memory).errno == errno)
      #expect(memory.cells.bytes == bytes)
      #expect(memory.accesses.allSatisfy { $0.primitive.isFetch })
    }
  }

  @Test func `on another errno, if the scheme says so`() throws {
    let scheme = Scheme.sizePrefixed.with { $0.member?.writeBack = .EFAULT }
    var memory = TestMemory(fullLedger(size: 32), mapped: 20)
    #expect(take(try ledger(scheme, version: 1), &memory).errno == Reference.EFAULT)
    #expect(memory.cells.bytes.prefix(4) == [24, 0, 0, 0])
    var tooBig = TestMemory(fullLedger(size: 15))
    #expect(take(try ledger(scheme, version: 1), &tooBig).errno == Reference.E2BIG)
    #expect(tooBig.cells.bytes == fullLedger(size: 15))
  }

  @Test func `never, if the scheme says so`() throws {
    let scheme = Scheme.sizePrefixed.with { $0.member?.writeBack = nil }
    var memory = TestMemory(fullLedger(size: 15))
    #expect(take(try ledger(scheme, version: 1), &memory).errno == Reference.E2BIG)
    #expect(memory.accesses == [Access(.getUser, offset: 0, count: 4)])
  }
}
