import ExtensibleStructs
import TestSupport
import Testing

@Suite("Memory that ends at every byte")
struct FaultTests {
  @Test(arguments: 0..<32)
  func `size prefixed`(mapped: Int) throws {
    let codec = try ledger(.sizePrefixed, version: 2)
    let verdict = take(codec, Array(fullLedger(size: 32).prefix(mapped)))
    expectRejected(verdict, mapped < 4 ? "firstFetch" : "copy", Reference.EFAULT, at: mapped)
  }

  @Test(arguments: 0..<32)
  func `size prefixed, with a tail`(mapped: Int) throws {
    let bytes = Array(fullLedger(size: 32).prefix(24)) + [0, 0, 0, 0, 0, 0, 0, 0]
    let verdict = take(try ledger(.sizePrefixed, version: 1), Array(bytes.prefix(mapped)))
    // The tail begins at byte 24, and is fetched before the head.
    let at = mapped < 4 ? mapped : max(24, mapped)
    expectRejected(verdict, mapped < 4 ? "firstFetch" : "tail", Reference.EFAULT, at: at)
  }

  @Test(arguments: 0..<32)
  func `size and flag first`(mapped: Int) throws {
    let verdict = take(try ledger(.sizeAndFlagFirst), Array(fullLedger(size: 32).prefix(mapped)))
    expectRejected(verdict, mapped < 16 ? "firstFetch" : "copy", Reference.EFAULT, at: mapped)
  }

  @Test(arguments: 0..<40)
  func `flag first`(mapped: Int) throws {
    let verdict = take(try parcel(.flagFirst), Array(fullParcel(flags: 16).prefix(mapped)))
    let isFirst = mapped < 8
    expectRejected(
      verdict, isFirst ? "firstFetch" : "copy", Reference.EFAULT, at: isFirst ? max(4, mapped) : mapped)
  }

  @Test(arguments: 0..<48)
  func `one fetch`(mapped: Int) throws {
    let bytes = Array((fullParcel(flags: 16) + [UInt8](repeating: 0, count: 8)).prefix(mapped))
    expectRejected(
      take(try parcel(.staticPad(to: 48)), bytes, usize: 48), "copy", Reference.EFAULT, at: mapped)
    guard mapped < 40 else { return }
    for scheme in [Scheme.newIoctl, .sizeArgument, .sizeInCommand, .unversioned] {
      expectRejected(take(try parcel(scheme), bytes, usize: 40), "copy", Reference.EFAULT, at: mapped)
    }
  }

  @Test(arguments: 0..<40)
  func `a hole of one byte`(hole: Int) throws {
    var memory = TestMemory(fullParcel(flags: 16))
    memory.cells.cells[hole] = .unmapped
    let verdict = take(try parcel(.flagFirst), &memory)
    expectRejected(verdict, 4..<8 ~= hole ? "firstFetch" : "copy", Reference.EFAULT, at: hole)
    // A gate that is closed keeps the kernel away from its bytes.
    var closed = TestMemory(fullParcel(flags: 0))
    closed.cells.cells[hole] = .unmapped
    #expect((take(try parcel(.flagFirst), &closed).errno == nil) == (hole >= 16))
  }

  @Test func `bytes beyond the user's size are never read`() throws {
    for usize in 16..<40 {
      let bytes = Array(fullParcel(flags: 0).prefix(usize))
      expectTaken(
        take(try parcel(.sizeArgument), bytes, usize: UInt64(usize)),
        bytes + [UInt8](repeating: 0, count: 40 - usize), usize: usize, flags: 0)
    }
  }
}
