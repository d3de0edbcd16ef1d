import ExtensibleStructs
import TestSupport
import Testing

/// Memory that changes between the first fetch and the second, as another thread would do it.
@Suite("Two fetches of changing memory")
struct RecheckTests {
  /// Takes `before` in, which becomes `after` in front of the access with index 1.
  private func race(
    _ codec: Codec, _ before: [UInt8], _ after: [UInt8], at access: Int = 1
  ) -> (verdict: Verdict, accesses: [Access]) {
    var memory = TestMemory(before)
    memory.changes[access] = { $0 = NaiveMemory(after) }
    let verdict = take(codec, &memory)
    return (verdict, memory.accesses)
  }

  private func flagFirst(_ recheck: Scheme.Recheck, _ used: Scheme.UsedFetch = .second) throws -> Codec {
    try parcel(
      Scheme.flagFirst.with {
        $0.second?.recheck = recheck
        $0.second?.used = used
      })
  }

  @Test func `flag first: a bit that decides the size`() throws {
    for (before, after) in [(0, 4), (4, 0), (4, 8), (8, 4), (8, 16), (24, 8)] as [(UInt64, UInt64)] {
      for recheck in [Scheme.Recheck.deciding, .all] {
        let verdict = race(try flagFirst(recheck), fullParcel(flags: before), fullParcel(flags: after))
          .verdict
        expectRejected(verdict, "recheck", Reference.EINVAL, at: 4)
      }
    }
  }

  @Test func `flag first: a bit that does not`() throws {
    for (before, after) in [(0, 1), (3, 0), (8, 9), (5, 4)] as [(UInt64, UInt64)] {
      let (verdict, _) = race(try flagFirst(.deciding), fullParcel(flags: before), fullParcel(flags: after))
      // The second read wins.
      #expect(verdict.errno == nil && verdict.flags == after)
      let strict = race(try flagFirst(.all), fullParcel(flags: before), fullParcel(flags: after)).verdict
      expectRejected(strict, "recheck", Reference.EINVAL, at: 4)
    }
    // An unknown bit decides nothing, and is seen on the second read.
    let (verdict, _) = race(try flagFirst(.deciding), fullParcel(flags: 0), fullParcel(flags: 32))
    expectRejected(verdict, "unknownFlag", Reference.EINVAL, at: 4)
  }

  @Test func `flag first, unchecked`() throws {
    // The gate opens behind the kernel's back: 16 bytes were copied, so the bytes that it opens are zero.
    let opened = race(try flagFirst(.none), fullParcel(flags: 0), fullParcel(flags: 4)).verdict
    expectRejected(opened, "flagBeyondSize", Reference.EINVAL, at: 4)
    // It closes: 24 bytes were copied, and the kernel goes on without the flag.
    let closed = race(try flagFirst(.none), fullParcel(flags: 4), fullParcel(flags: 0)).verdict
    let head = Array(fullParcel(flags: 0).prefix(24))
    expectTaken(closed, head + [UInt8](repeating: 0, count: 16), usize: 24, flags: 0)
  }

  @Test func `the first read is put back`() throws {
    let verdict = race(try flagFirst(.none, .first), fullParcel(flags: 4), fullParcel(flags: 1))
      .verdict
    let head = Array(fullParcel(flags: 4).prefix(24))
    expectTaken(verdict, head + [UInt8](repeating: 0, count: 16), usize: 24, flags: 4)

    let sized = try ledger(Scheme.sizePrefixed.with { $0.second?.used = .first })
    let size = race(sized, fullLedger(size: 32, flags: 1), fullLedger(size: 7, flags: 2)).verdict
    expectTaken(size, fullLedger(size: 32, flags: 2), usize: 32, flags: 2)

    let both = try ledger(
      Scheme.sizeAndFlagFirst.with {
        $0.second?.recheck = .none
        $0.second?.used = .first
      })
    let first = race(both, fullLedger(size: 32, flags: 1), fullLedger(size: 7, flags: 2)).verdict
    expectTaken(first, fullLedger(size: 32, flags: 1), usize: 32, flags: 1)
  }

  @Test func `size prefixed: the size is not looked at again`() throws {
    let verdict = race(try ledger(.sizePrefixed), fullLedger(size: 32), fullLedger(size: 1, flags: 2)).verdict
    expectTaken(verdict, fullLedger(size: 1, flags: 2), usize: 32, flags: 2)
  }

  @Test func `size prefixed: the size is compared`() throws {
    for recheck in [Scheme.Recheck.deciding, .all] {
      let codec = try ledger(Scheme.sizePrefixed.with { $0.second?.recheck = recheck })
      let changed = race(codec, fullLedger(size: 32), fullLedger(size: 31)).verdict
      expectRejected(changed, "recheck", Reference.EINVAL, at: 0)
      // The flags were fetched once.
      let flags = race(codec, fullLedger(size: 32, flags: 1), fullLedger(size: 32, flags: 0x22)).verdict
      #expect(flags.errno == nil && flags.flags == 0x22)
      let zero = race(codec, fullLedger(size: 0), fullLedger(size: 16)).verdict
      expectRejected(zero, "recheck", Reference.EINVAL, at: 0)
    }
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func `size and flag first: every bit of both`(bit: UInt64) throws {
    let codec = try ledger(.sizeAndFlagFirst)
    let flags = race(codec, fullLedger(size: 32, flags: 1), fullLedger(size: 32, flags: 1 ^ 1 << bit)).verdict
    expectRejected(flags, "recheck", Reference.EINVAL, at: 8)
    guard bit < 32 else { return }
    let size = race(codec, fullLedger(size: 32), fullLedger(size: 32 ^ 1 << bit)).verdict
    expectRejected(size, "recheck", Reference.EINVAL, at: 0)
  }

  @Test func `size and flag first: what may change`() throws {
    let codec = try ledger(.sizeAndFlagFirst)
    var after = fullLedger(size: 32, flags: 1)
    after[4] = 0x77
    after[31] = 0x99
    let (verdict, accesses) = race(codec, fullLedger(size: 32, flags: 1), after)
    expectTaken(verdict, after, usize: 32, flags: 1)
    #expect(
      accesses == [
        Access(.copyFromUser, offset: 0, count: 16), Access(.copyFromUser, offset: 0, count: 32),
      ])
    let deciding = try ledger(Scheme.sizeAndFlagFirst.with { $0.second?.recheck = .deciding })
    let flags = race(deciding, fullLedger(size: 32, flags: 1), fullLedger(size: 32, flags: 0x41)).verdict
    #expect(flags.errno == nil && flags.flags == 0x41)
    let size = race(deciding, fullLedger(size: 32), fullLedger(size: 24)).verdict
    expectRejected(size, "recheck", Reference.EINVAL, at: 0)
  }

  @Test func `the tail changes once it was looked at`() throws {
    let zeros = [UInt8](repeating: 0, count: 8)
    let before = Array(fullLedger(size: 32).prefix(24)) + zeros
    let after = fullLedger(size: 32, flags: 1)
    let (verdict, accesses) = race(try ledger(.sizePrefixed, version: 1), before, after, at: 2)
    expectTaken(verdict, Array(after.prefix(24)), usize: 32, flags: 1)
    #expect(
      accesses == [
        Access(.getUser, offset: 0, count: 4), Access(.checkZeroedUser, offset: 24, count: 8),
        Access(.copyFromUser, offset: 0, count: 24),
      ])
  }

  @Test func `one fetch and no more`() throws {
    let scheme = Scheme(
      "argsz", size: .member(Scheme.Member(.version0Only, bounds: Scheme.Bounds(.version0(.EINVAL)))))
    let (verdict, accesses) = race(try ledger(scheme), fullLedger(size: 99, flags: 1), [])
    let head = Array(fullLedger(size: 99, flags: 1).prefix(16))
    expectTaken(verdict, head + [UInt8](repeating: 0, count: 16), usize: 99, flags: 1)
    #expect(accesses == [Access(.copyFromUser, offset: 0, count: 16)])
  }
}
