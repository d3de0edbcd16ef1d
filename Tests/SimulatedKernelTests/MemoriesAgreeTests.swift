import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import TestSupport
import Testing

/// The same random calls to flat memory, paged memory and the naive cells.
@Suite("Every kind of memory gives the same answers")
struct MemoriesAgreeTests {
  /// One primitive, with its arguments.
  enum Step: CaseIterable { case get, put, copyIn, copyOut, clear, check }

  /// What it came to: a value or bytes, or the byte that faulted.
  struct Answer: Equatable {
    var value: UInt64?
    var bytes: [UInt8] = []
    var fault: Int?
  }

  /// Makes the call on any memory.
  static func answer<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ step: Step, _ memory: inout Memory, at: Int, count: Int, kernel: [UInt8]
  ) -> Answer {
    var own = kernel
    var value: UInt64?
    do throws(Fault) {
      switch step {
      case .get: value = try memory.getUser(at: at, width: count)
      case .put: try memory.putUser(0x8877_6655_4433_2211, at: at, width: count)
      case .copyIn:
        var span = own.mutableSpan
        var bytes = unsafe span.mutableBytes
        try memory.copyFromUser(at: at, count: count, into: &bytes)
      case .copyOut: try memory.copyToUser(at: at, count: count, from: unsafe kernel.span.bytes)
      case .clear: try memory.clearUser(at: at, count: count)
      case .check: value = try memory.checkZeroedUser(at: at, count: count).map { UInt64($0) }
      }
    } catch {
      return Answer(fault: error.offset)
    }
    return Answer(value: value, bytes: own)
  }

  /// Makes the call on cells, byte by byte.
  static func expected(
    _ step: Step, _ memory: inout NaiveMemory, at: Int, count: Int, kernel: [UInt8]
  ) -> Answer {
    var own = kernel
    let isWrite = step == .put || step == .copyOut || step == .clear
    let fault =
      isWrite
      ? memory.firstUnwritable(from: at, to: at + count) : memory.firstUnreadable(from: at, to: at + count)
    if step == .check {
      switch Reference.checkZeroedUser(memory, from: at, count: count) {
      case .all: return Answer(value: nil, bytes: own)
      case .nonZero(let found): return Answer(value: UInt64(found), bytes: own)
      case .fault(let at): return Answer(fault: at)
      }
    }
    if step == .put, fault != nil { return Answer(fault: fault) }
    for byte in at..<(fault ?? at + count) {
      switch step {
      case .put: _ = memory.write(UInt8(0x11 * (byte - at + 1)), at: byte)
      case .copyOut: _ = memory.write(kernel[byte], at: byte)
      case .clear: _ = memory.write(0, at: byte)
      default: own[byte] = memory.read(byte) ?? 0
      }
    }
    if let fault { return Answer(fault: fault) }
    if step == .get { return Answer(value: memory.integer(at: at, width: count), bytes: kernel) }
    return Answer(bytes: own)
  }

  @Test func `one stretch of memory`() {
    let found = RandomCases.counterexample(20_000) { generator in
      let content = generator.bytes(Int.random(in: 0...24, using: &generator))
      let kernel = (0..<40).map { _ in UInt8.random(in: 1...255, using: &generator) }
      let step = generator.pick(Step.allCases)
      let at = Int.random(in: 0...28, using: &generator)
      let isInteger = step == .get || step == .put
      let count = isInteger ? generator.pick([1, 2, 4, 8]) : Int.random(in: 0...12, using: &generator)

      var cells = NaiveMemory(content)
      let naive = Self.expected(step, &cells, at: at, count: count, kernel: kernel)
      var paged = PagedMemory(KernelCall.Memory(content))
      let one = Self.answer(step, &paged, at: at, count: count, kernel: kernel)
      var store = content
      let two = Self.flat(step, &store, at: at, count: count, kernel: kernel)
      if naive == one, naive == two, paged.bytes == cells.bytes, store == cells.bytes { return nil }
      return "\(step) at \(at), count \(count), of \(content): naive \(naive), paged \(one), flat \(two)"
    }
    #expect(found == nil)
  }

  private static func flat(
    _ step: Step, _ store: inout [UInt8], at: Int, count: Int, kernel: [UInt8]
  ) -> Answer {
    var span = store.mutableSpan
    var memory = unsafe FlatMemory(span.mutableBytes)
    return answer(step, &memory, at: at, count: count, kernel: kernel)
  }

  @Test func `pages, holes and read-only stretches`() {
    let found = RandomCases.counterexample(20_000) { generator in
      var at = Int.random(in: 0...3, using: &generator)
      var pages: [PagedMemory.Page] = []
      while at < 30 {
        let end = at + Int.random(in: 1...10, using: &generator)
        pages.append(.init(at..<end, isWritable: !generator.oneIn(4)))
        at = end + (generator.oneIn(3) ? Int.random(in: 1...4, using: &generator) : 0)
      }
      let content = generator.bytes(at)
      var paged = PagedMemory(content, pages: pages)
      var cells = NaiveMemory(
        paged.bytes.indices.map { at in
          guard let page = pages.first(where: { $0.range.contains(at) }) else { return .unmapped }
          return page.isWritable ? .readWrite(content[at]) : .readOnly(content[at])
        })
      let kernel = (0..<60).map { _ in UInt8.random(in: 1...255, using: &generator) }
      for _ in 0..<3 {
        let step = generator.pick(Step.allCases)
        let from = Int.random(in: 0...30, using: &generator)
        let isInteger = step == .get || step == .put
        let count = isInteger ? generator.pick([1, 2, 4, 8]) : Int.random(in: 0...24, using: &generator)
        let naive = Self.expected(step, &cells, at: from, count: count, kernel: kernel)
        let answer = Self.answer(step, &paged, at: from, count: count, kernel: kernel)
        // What lies in a hole can neither be read nor written.
        let isSame = cells.cells.indices.allSatisfy { cells.read($0) ?? paged.bytes[$0] == paged.bytes[$0] }
        if naive != answer || !isSame {
          return "\(step) at \(from), count \(count), pages \(pages): got \(answer), expected \(naive)"
        }
      }
      return nil
    }
    #expect(found == nil)
  }
}
