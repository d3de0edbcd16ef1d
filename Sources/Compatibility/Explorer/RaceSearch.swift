import ExtensibleStructs

/// Runs the simulated kernel under every schedule of one writer after the other, in buffers made once.
///
/// The search enumerates, depth first, which state of memory each piece is read in; ``RacingMemory`` says which
/// schedules that leaves out. Each schedule is a run of the codec from its first check.
struct RaceSearch {
  private var images: [UInt8] = []
  private var differences: [Int32] = []
  private var decisions: [RaceDecision] = []
  private var kernel: [UInt8] = []
  private var length = 0
  private var last = 0

  /// Runs every schedule of a writer that lands all of its writes before the kernel has read what they change;
  /// one that lands fewer is a schedule of the writer that ends sooner.
  ///
  /// - Returns: false if a store changes nothing, so that there is nothing to run.
  mutating func run(
    _ call: RaceCall, writer: some Collection<UserStore>, grains: [Grain], tally: inout RaceTally
  ) -> Bool {
    guard lay(call, writer) else { return false }
    for grain in grains { run(call, grain: grain, tally: &tally) }
    return true
  }

  /// Lays out the states of memory, and where they differ; false if a store changes nothing.
  private mutating func lay(_ call: RaceCall, _ writer: some Collection<UserStore>) -> Bool {
    length = call.memory.count
    last = writer.count
    grow(to: call)
    for index in 0..<length { images[index] = call.memory[index] }
    var state = 0
    for store in writer {
      let base = state * length
      for index in 0..<length { images[base + length + index] = images[base + index] }
      state += 1
      store.apply(to: &images, base: state * length)
      if store.range.allSatisfy({ $0 >= length || images[base + $0] == images[base + length + $0] }) {
        return false
      }
    }
    for state in 0...last { markDifferences(of: state) }
    return true
  }

  private mutating func markDifferences(of state: Int) {
    let row = state * (length + 1)
    var next = Int32(length)
    differences[row + length] = next
    var offset = length - 1
    while offset >= 0 {
      let byte = images[state * length + offset]
      var later = state + 1
      while later <= last {
        if images[later * length + offset] != byte {
          next = Int32(offset)
          break
        }
        later += 1
      }
      differences[row + offset] = next
      offset -= 1
    }
  }

  private mutating func grow(to call: RaceCall) {
    let states = last + 1
    if images.count < states * length { images = Array(repeating: 0, count: states * length) }
    if differences.count < states * (length + 1) {
      differences = Array(repeating: 0, count: states * (length + 1))
    }
    // No codec fetches a byte more than three times: first fetch, tail, copy.
    if decisions.count < 3 * length + 1 {
      decisions = Array(repeating: RaceDecision(), count: 3 * length + 1)
    }
    if kernel.count < call.kernel.size { kernel = Array(repeating: 0, count: call.kernel.size) }
  }

  private mutating func run(_ call: RaceCall, grain: Grain, tally: inout RaceTally) {
    RaceSearch.run(
      call, grain: grain, images: images, differences: differences, length: length, last: last,
      decisions: &decisions, kernel: &kernel, tally: &tally)
  }

  /// The search itself; each buffer an argument, so that they can be held at once.
  private static func run(
    _ call: RaceCall, grain: Grain, images: [UInt8], differences: [Int32], length: Int, last: Int,
    decisions: inout [RaceDecision], kernel: inout [UInt8], tally: inout RaceTally
  ) {
    let images = unsafe images.span.bytes  // Bytes, as they are.
    let declared = RaceSearch.declared(call, images, length, last)
    var span = kernel.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    var memory = RacingMemory(
      images: images, differences: differences.span, decisions: decisions.mutableSpan, length: length,
      writes: last, grain: grain, deciding: call.deciding)
    repeat {
      memory.rewind()
      var verdict = RaceVerdict()
      var isFault = false
      do throws(Rejection) {
        let received = try call.kernel.receive(from: &memory, usize: UInt64(call.usize), into: &target)
        guard memory.state == last else { continue }
        tally.accepted += 1
        verdict = call.broken(received, first: memory.first, copied: memory.copied, in: target.bytes)
        if !memory.isOneState(target.bytes) { verdict.insert(.oneState) }
      } catch {
        guard memory.state == last else { continue }
        isFault = error.errno == .EFAULT
      }
      tally.schedules += 1
      // A fetch that faulted beyond the struct has read nothing.
      if memory.reach > declared, !isFault { verdict.insert(.withinDeclared) }
      if verdict.rawValue != 0 { RaceSearch.note(verdict, memory, in: &tally) }
    } while memory.advance()
  }

  /// The greatest end that any state of memory declares.
  private static func declared(_ call: RaceCall, _ images: RawSpan, _ length: Int, _ last: Int) -> Int {
    let member = call.deciding
    var end = 0
    for state in 0...last {
      let value = images.integer(at: state * length + member.offset, width: member.width) ?? 0
      end = max(end, call.declared(value))
    }
    return end
  }

  private static func note(
    _ verdict: RaceVerdict, _ memory: borrowing RacingMemory, in tally: inout RaceTally
  ) {
    for property in RaceProperty.allCases where verdict.contains(property) {
      tally.broken[property.rawValue] += 1
      guard tally.firsts[property.rawValue] == nil else { continue }
      tally.firsts[property.rawValue] = RaceTally.Finding(
        writes: memory.last, grain: memory.grain, decisions: (0..<memory.known).map { memory.decisions[$0] })
    }
  }
}
