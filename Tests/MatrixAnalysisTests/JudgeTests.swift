import Callers
import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing

@testable import MatrixAnalysis

/// Kernels that are wrong on purpose, so that the judge has something to find that no scheme brings about.
@Suite("The judge")
struct JudgeTests {
  /// Memory of which another thread changes bytes in front of one of the kernel's fetches.
  struct ChangingMemory: UserMemory {
    var memory: PagedMemory
    /// The change comes in front of the fetch with this index.
    var fetch: Int
    var offset: Int
    var value: UInt64
    var fetches = 0
    var isNull: Bool { memory.isNull }

    private mutating func begin() throws(Fault) {
      if fetches == fetch { try memory.putUser(value, at: offset, width: 4) }
      fetches += 1
    }

    mutating func getUser(at offset: Int, width: Int) throws(Fault) -> UInt64 {
      try begin()
      return try memory.getUser(at: offset, width: width)
    }

    mutating func copyFromUser(
      at offset: Int, count: Int, into kernel: inout MutableRawSpan
    ) throws(Fault) {
      try begin()
      try memory.copyFromUser(at: offset, count: count, into: &kernel)
    }

    mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int? {
      try begin()
      return try memory.checkZeroedUser(at: offset, count: count)
    }

    mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault) {
      try memory.putUser(value, at: offset, width: width)
    }

    mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault) {
      try memory.copyToUser(at: offset, count: count, from: kernel)
    }

    mutating func clearUser(at offset: Int, count: Int) throws(Fault) {
      try memory.clearUser(at: offset, count: count)
    }
  }

  /// A caller of ``Ring`` and its own kernel.
  struct Bench {
    let program: Matrix.User
    let user: [UInt8]
    let kernel: Codec
    let judge: Judge

    init(_ scheme: Scheme, version: Int = 1, features: UInt64 = 1, habit: Matrix.Habit = .careful) throws {
      let interface = try Interface(prototype: History(Ring.self), scheme)
      program = Matrix.User(version: version, features: features, habit: habit)
      kernel = try Codec(interface, version: 1)
      user = UserStructs(interface, samples: SampleValues())
        .bytes(program.program, try Codec(interface, version: version))
      judge = Judge(interface.history)
    }

    /// The judgement of a kernel that acts on these flags and holds this struct.
    func judged(flags: UInt64, _ seen: [UInt8]) -> Matrix.Judgement {
      judge.judge(
        program, user: user, kernel: kernel, result: .success(Received(usize: user.count, flags: flags)),
        seen: seen, reach: 0)
    }
  }

  @Test func `a kernel that goes on with another address has dropped the one that was set`() throws {
    let bench = try Bench(.sizeAndFlagFirst)
    // The address changes behind the first fetch, and the re-check looks at size and flags alone.
    var memory = ChangingMemory(
      memory: PagedMemory(bench.user, pages: [.init(0..<bench.user.count)]), fetch: 1, offset: 8, value: 0)
    var seen = [UInt8](repeating: 0, count: bench.kernel.size)
    var span = seen.mutableSpan
    var target = unsafe span.mutableBytes
    let received = try bench.kernel.receive(from: &memory, into: &target)
    #expect(
      bench.judged(flags: received.flags, seen)
        == Matrix.Judgement(verdict: .silentlyIgnored, bytes: [8..<16]))
    #expect(bench.judged(flags: received.flags, bench.user) == Matrix.Judgement(verdict: .accepted))
  }

  @Test(arguments: [(4, 4..<8), (8, 8..<16), (15, 8..<16), (24, 24..<32)])
  func `each member that was set is compared, the first version's too`(byte: Int, member: Range<Int>) throws {
    let bench = try Bench(.sizePrefixed)
    var seen = bench.user
    seen[byte] ^= 0x80
    #expect(
      bench.judged(flags: 0x2, seen) == Matrix.Judgement(verdict: .silentlyIgnored, bytes: [member]))
  }

  @Test func `the size is the kernel's business`() throws {
    let bench = try Bench(.sizePrefixed)
    var seen = bench.user
    seen[16] ^= 0x80
    #expect(bench.judged(flags: 0x2, seen) == Matrix.Judgement(verdict: .accepted))
  }

  @Test func `flags are compared as what the kernel acts on`() throws {
    let bench = try Bench(.sizePrefixed, features: 0, habit: .missingFlag)
    var raised = bench.user
    raised[0] |= 0x1
    // Bit 0 opens no extension, and the caller left it unset.
    #expect(bench.judged(flags: 0x1, bench.user) == Matrix.Judgement(verdict: .garbageRead, bytes: [0..<4]))
    #expect(bench.judged(flags: 0, raised) == Matrix.Judgement(verdict: .garbageRead, bytes: [0..<4]))
    // A bit that this kernel does not know has no effect.
    raised[0] = 0x80
    #expect(bench.judged(flags: 0x80, raised) == Matrix.Judgement(verdict: .accepted))
  }

  @Test func `a flag that was set and is not acted on was dropped`() throws {
    let bench = try Bench(.sizePrefixed)
    var lowered = bench.user
    lowered[0] = 0
    #expect(bench.judged(flags: 0x2, lowered) == Matrix.Judgement(verdict: .silentlyIgnored, bytes: [0..<4]))
    let whole = bench.judged(flags: 0, bench.user)
    #expect(whole == Matrix.Judgement(verdict: .silentlyIgnored, bytes: [0..<4, 24..<32]))
    // A flag of a version that the caller does not know is a stray one: not set on purpose, so not missed.
    let stray = try Bench(.sizePrefixed, version: 0, features: 0, habit: .strayFlag)
    #expect(stray.user[0] == 0x2)
    let seen = stray.user + [UInt8](repeating: 0, count: 8)
    #expect(stray.judged(flags: 0, seen) == Matrix.Judgement(verdict: .accepted))
  }

  @Test func `reserved bytes are nobody's to set`() throws {
    let layout = try Layout(
      "padded",
      fields: [Field("flags", offset: 0, size: 4), Field("pad", offset: 4, size: 4, isReserved: true)])
    let history = try History(
      layout, versions: [Version("VER0", size: 8)], flags: FlagsField(layout.fields[0], known: 1))
    let judgement = Judge(history).judge(
      Matrix.User(version: 0, features: 0, habit: .careful), user: [UInt8](repeating: 0, count: 8),
      kernel: try Codec(Interface(prototype: history, .newIoctl)),
      result: .success(Received(usize: 8, flags: 0)), seen: [0, 0, 0, 0, 1, 1, 1, 1], reach: 0)
    #expect(judgement.verdict == .accepted)
  }
}
