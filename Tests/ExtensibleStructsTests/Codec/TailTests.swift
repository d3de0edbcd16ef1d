import ExtensibleStructs
import TestSupport
import Testing

/// The user's struct is 40 bytes long, the kernel's 24.
@Suite("The tail that only the user knows")
struct TailTests {
  static let schemes: [Scheme] = [.sizePrefixed, .sizeAndFlagFirst, .sizeArgument, .sizeInCommand]

  static func memory(_ tail: Int? = nil) -> [UInt8] {
    var bytes = Array(fullLedger(size: 40).prefix(24)) + [UInt8](repeating: 0, count: 16)
    if let tail { bytes[tail] = 0x80 }
    return bytes
  }

  @Test(arguments: schemes)
  func `all zero`(scheme: Scheme) throws {
    let verdict = try take(ledger(scheme, version: 1), Self.memory(), usize: 40)
    expectTaken(verdict, Array(Self.memory().prefix(24)), usize: 40, flags: 0)
  }

  @Test(arguments: schemes, 24..<40)
  func `one byte is set`(scheme: Scheme, at: Int) throws {
    let verdict = try take(ledger(scheme, version: 1), Self.memory(at), usize: 40)
    expectRejected(verdict, "tail", Reference.E2BIG, at: at)
  }

  @Test(arguments: schemes)
  func `the byte behind the tail is nobody's`(scheme: Scheme) throws {
    let verdict = try take(ledger(scheme, version: 1), Self.memory() + [0xff], usize: 40)
    #expect(verdict.errno == nil)
  }

  @Test(arguments: schemes, 24..<40)
  func `it ends in front of a hole`(scheme: Scheme, mapped: Int) throws {
    let codec = try ledger(scheme, version: 1)
    let verdict = take(codec, Array(Self.memory().prefix(mapped)), usize: 40)
    expectRejected(verdict, "tail", Reference.EFAULT, at: mapped)
    guard mapped > 24 else { return }
    let set = take(codec, Array(Self.memory(mapped - 1).prefix(mapped)), usize: 40)
    expectRejected(set, "tail", Reference.E2BIG, at: mapped - 1)
  }

  @Test(arguments: [Scheme.sizePrefixed, .sizeArgument])
  func `it is looked at before the head`(scheme: Scheme) throws {
    var memory = TestMemory(Self.memory(30))
    memory.cells.cells[20] = .unmapped
    expectRejected(try take(ledger(scheme, version: 1), &memory, usize: 40), "tail", Reference.E2BIG, at: 30)
    var zero = TestMemory(Self.memory())
    zero.cells.cells[20] = .unmapped
    expectRejected(try take(ledger(scheme, version: 1), &zero, usize: 40), "copy", Reference.EFAULT, at: 20)
  }

  @Test func `it is not looked at`() throws {
    let codec = try ledger(Scheme.sizeArgument.with { $0.input?.tail = .ignored }, version: 1)
    var memory = TestMemory(Array(Self.memory().prefix(24)))
    expectTaken(
      take(codec, &memory, usize: 40), Array(Self.memory().prefix(24)), usize: 40, flags: 0)
    #expect(memory.accesses == [Access(.copyFromUser, offset: 0, count: 24)])
    expectTaken(
      take(codec, Self.memory(24), usize: 40), Array(Self.memory().prefix(24)), usize: 40, flags: 0)
  }

  @Test func `it is fetched and forgotten`() throws {
    let codec = try ledger(Scheme.sizeInCommand.with { $0.input?.tail = .fetched }, version: 1)
    var memory = TestMemory(Self.memory(30))
    expectTaken(take(codec, &memory, usize: 40), Array(Self.memory().prefix(24)), usize: 40, flags: 0)
    #expect(memory.accesses == [Access(.copyFromUser, offset: 0, count: 40)])
    for mapped in 24..<40 {
      let verdict = take(codec, Array(Self.memory(24).prefix(mapped)), usize: 40)
      expectRejected(verdict, "copy", Reference.EFAULT, at: mapped)
    }
    for usize in [16, 24] as [UInt64] { #expect(take(codec, Self.memory(), usize: usize).errno == nil) }
  }

  @Test func `it has an errno of its own`() throws {
    let codec = try ledger(
      Scheme.sizeArgument.with { $0.input?.tail = .mustBeZero(else: .EINVAL) }, version: 1)
    expectRejected(take(codec, Self.memory(39), usize: 40), "tail", Reference.EINVAL, at: 39)
  }

  @Test func `it is nobody's business where sizes are published`() throws {
    var memory = TestMemory(fullParcel(flags: 0))
    let codec = try parcel(.newIoctl, version: 0)
    #expect(take(codec, &memory, usize: 16).errno == nil)
    #expect(memory.accesses == [Access(.copyFromUser, offset: 0, count: 16)])
  }
}
