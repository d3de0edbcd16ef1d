import ExtensibleStructs
import TestSupport
import Testing

/// The kernel hands a ledger of version 1 out: 24 bytes. The user's memory is full of 0xee before.
@Suite("A kernel hands a struct out")
struct HandOutTests {
  /// As `sched_getattr` of the newest kernels.
  static let reporting = Scheme(
    "out", size: .argument(Scheme.Bounds(.version0(.EINVAL), .page(.EINVAL))),
    direction: .handsOut(Scheme.Output(reportsCopiedBytes: true)))

  static let kernel = Array(fullLedger(size: 0x77).prefix(24))

  private enum Result: Equatable {
    case out(HandedOut)
    case rejected(Rejection)
  }

  private func give(
    _ scheme: Scheme, _ memory: inout TestMemory, usize: UInt64, kernel: [UInt8] = kernel
  ) throws -> Result {
    let codec = try ledger(scheme, version: 1)
    var kernel = kernel
    var span = kernel.mutableSpan
    var bytes = unsafe span.mutableBytes
    do throws(Rejection) {
      return .out(try codec.handOut(&bytes, to: &memory, usize: usize))
    } catch {
      return .rejected(error)
    }
  }

  private func memory(_ count: Int) -> TestMemory { TestMemory([UInt8](repeating: 0xee, count: count)) }

  @Test(arguments: [16, 17, 23, 24, 25, 40, 4096])
  func `of every size`(usize: Int) throws {
    for tailOut in [Scheme.OutputTail.zeroed, .leftAlone] {
      var memory = memory(usize + 4)
      let result = try give(Self.reporting.with { $0.output?.tail = tailOut }, &memory, usize: UInt64(usize))
      #expect(result == .out(HandedOut(copied: min(24, usize), ignoredTrailing: usize < 24)))
      var expected = Self.kernel
      expected[0] = UInt8(min(24, usize))
      let tail = [UInt8](repeating: tailOut == .zeroed ? 0 : 0xee, count: max(0, usize - 24))
      #expect(memory.cells.bytes == Array(expected.prefix(usize)) + tail + [0xee, 0xee, 0xee, 0xee])
    }
  }

  @Test func `the size member, where nothing is reported`() throws {
    var memory = memory(24)
    #expect(
      try give(.sizeArgument.handingOut(), &memory, usize: 24)
        == .out(HandedOut(copied: 24, ignoredTrailing: false)))
    #expect(memory.cells.bytes == Self.kernel)
  }

  @Test func `nothing of worth is cut off`() throws {
    var memory = memory(20)
    let zero = Array(Self.kernel.prefix(17)) + [UInt8](repeating: 0, count: 7)
    #expect(
      try give(Self.reporting, &memory, usize: 17, kernel: zero)
        == .out(HandedOut(copied: 17, ignoredTrailing: false)))
    #expect(
      try give(Self.reporting, &memory, usize: 16, kernel: zero)
        == .out(HandedOut(copied: 16, ignoredTrailing: true)))
    // What lies behind the kernel's struct is not the kernel's.
    #expect(
      try give(Self.reporting, &memory, usize: 17, kernel: zero + [1])
        == .out(HandedOut(copied: 17, ignoredTrailing: false)))
  }

  @Test func `sizes that are refused`() throws {
    var memory = memory(100)
    for (usize, check) in [(0, .minimum), (15, .minimum), (4097, .maximum), (.max, .maximum)]
      as [(UInt64, Checks.Step.Name)]
    {
      #expect(try give(Self.reporting, &memory, usize: usize) == .rejected(Rejection(check, .EINVAL, at: 0)))
    }
    #expect(memory.accesses.isEmpty && memory.cells == self.memory(100).cells)
    var null = TestMemory([])
    null.isNull = true
    let first = Self.reporting.with { $0.nullPointer = .rejectedFirst(.EINVAL) }
    #expect(try give(first, &null, usize: 0) == .rejected(Rejection(.nullPointer, .EINVAL, at: 0)))
  }

  @Test(arguments: 0..<40)
  func `memory that ends at every byte`(mapped: Int) throws {
    var memory = memory(mapped)
    let result = try give(Self.reporting, &memory, usize: 40)
    // The tail is cleared first: a mapping that ends in it has its part of it zeroed, and no head.
    #expect(result == .rejected(Rejection(.clearTail, .EFAULT, at: max(24, mapped))))
    let head = [UInt8](repeating: 0xee, count: min(24, mapped))
    #expect(memory.cells.bytes == head + [UInt8](repeating: 0, count: max(0, mapped - 24)))
    #expect(memory.accesses == [Access(.clearUser, offset: 24, count: 16)])

    var short = self.memory(min(mapped, 23))
    let partial = try give(Self.reporting, &short, usize: 24)
    #expect(partial == .rejected(Rejection(.copyOut, .EFAULT, at: min(mapped, 23))))
    // The head in front of the fault stays written.
    #expect(short.cells.bytes == Array(([24] + Self.kernel.dropFirst()).prefix(min(mapped, 23))))
  }

  @Test func `the tail is cleared before the head is copied`() throws {
    var memory = memory(40)
    _ = try give(Self.reporting, &memory, usize: 40)
    #expect(
      memory.accesses == [
        Access(.clearUser, offset: 24, count: 16), Access(.copyToUser, offset: 0, count: 24),
      ])
  }

  @Test func `how many bytes were filled`() throws {
    func filled(_ scheme: Scheme, _ usize: Int, says size: UInt64) throws -> Int {
      let codec = try ledger(scheme, version: 2)
      let bytes = fullLedger(size: size)
      return codec.filled(usize: usize, in: unsafe bytes.span.bytes)
    }
    #expect(try filled(Self.reporting, 32, says: 24) == 24)
    #expect(try filled(Self.reporting, 24, says: 32) == 24)
    #expect(try filled(Self.reporting, 32, says: 32) == 32)
    #expect(try filled(Self.reporting, 99, says: 0xffff_ffff) == 32)
    #expect(try filled(Self.reporting, 32, says: 0) == 0)
    #expect(try filled(.sizeArgument.handingOut(), 24, says: 16) == 24)
    #expect(try filled(.sizeArgument.handingOut(), 99, says: 16) == 32)
  }

  @Test func `as the reference does it, on random memory`() throws {
    let scheme = Scheme.sizeArgument.handingOut().with { $0.bounds?.minimum = .none }
    let found = try RandomCases.counterexample(20_000) { generator in
      let cells = NaiveMemory(
        (0..<48).map { _ in
          generator.oneIn(60) ? generator.pick([.unmapped, .readOnly(3)]) : .readWrite(0xee)
        })
      let usize = Int.random(in: 0...48, using: &generator)
      let kernel = generator.bytes(24)
      let isCleared = !generator.oneIn(3)
      var memory = TestMemory(cells)
      let scheme = scheme.with { $0.output?.tail = isCleared ? .zeroed : .leftAlone }
      let result = try give(scheme, &memory, usize: UInt64(usize), kernel: kernel)
      let expected = Reference.copyStructToUser(kernel, cells, usize: usize, clearingTail: isCleared)
      let rejected = expected.fault.map {
        Result.rejected(Rejection($0 < 24 ? .copyOut : .clearTail, .EFAULT, at: $0))
      }
      let handed = HandedOut(copied: min(24, usize), ignoredTrailing: expected.ignoredTrailing)
      if memory.cells == expected.memory, result == rejected ?? .out(handed) { return nil }
      return "usize \(usize), kernel \(hex(kernel)), memory \(cells): got \(result), expected \(expected)"
    }
    #expect(found == nil)
  }
}
