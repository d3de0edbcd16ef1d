import ExtensibleStructs

/// Runs the simulated kernel under every schedule of one writer after the other, in buffers made once.
///
/// The search enumerates, depth first, which state of memory each piece is read in; ``RacingMemory`` says which
/// schedules that leaves out. Each schedule is a run of the codec from its first check.
struct RaceSearch {
  private(set) var images: [UInt8] = []
  private(set) var places: [Int32] = []
  private(set) var offsets: [Int32] = []
  private(set) var differences: [Int32] = []
  /// The bytes that ``places`` was made of, and for how long a struct.
  private var placed: [Range<Int>] = []
  private var placedLength = -1
  var decisions: [RaceDecision] = []
  var kernel: [UInt8] = []
  private(set) var length = 0
  private(set) var last = 0
  /// Whether runs are left out that would end before the last write has landed; for tests, which compare.
  var prunes = true

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
  mutating func lay(_ call: RaceCall, _ writer: some Collection<UserStore>) -> Bool {
    length = call.memory.count
    last = writer.count
    grow(to: call)
    var now = call.memory
    RaceSearch.copy(now, into: &images, at: 0)
    var base = 0
    for store in writer {
      base += length
      guard store.apply(to: &now) else { return false }
      RaceSearch.copy(now, into: &images, at: base)
    }
    markPlaces(of: writer)
    for state in 0...last { markDifferences(of: state) }
    return true
  }

  private static func copy(_ bytes: [UInt8], into target: inout [UInt8], at: Int) {
    var span = target.mutableSpan
    var raw = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    raw.copy(bytes.count, of: unsafe bytes.span.bytes, from: 0, to: at)
  }

  /// Lists the bytes that the writer stores to, and for each byte which of them comes next.
  private mutating func markPlaces(of writer: some Collection<UserStore>) {
    // Most writers store to the same bytes as the one before.
    if placed.elementsEqual(writer, by: { $0 == $1.range }), placedLength == length { return }
    placed = writer.map(\.range)
    placedLength = length
    for offset in 0...length { places[offset] = 0 }
    for range in placed {
      for offset in range where offset < length { places[offset] = 1 }
    }
    var count: Int32 = 0
    for offset in 0..<length {
      let isPlace = places[offset] == 1
      places[offset] = count
      guard isPlace else { continue }
      offsets[Int(count)] = Int32(offset)
      count += 1
    }
    places[length] = count
    offsets[Int(count)] = Int32(length)
  }

  /// Says, for each place, which is the next that some later state has another byte at.
  private mutating func markDifferences(of state: Int) {
    let row = state * (length + 1)
    var place = Int(places[length])
    var next = Int32(length)
    differences[row + place] = next
    while place > 0 {
      place -= 1
      let offset = Int(offsets[place])
      let byte = images[state * length + offset]
      var later = state + 1
      while later <= last {
        if images[later * length + offset] != byte {
          next = Int32(offset)
          break
        }
        later += 1
      }
      differences[row + place] = next
    }
  }

  private mutating func grow(to call: RaceCall) {
    let states = last + 1
    if images.count < states * length { images = Array(repeating: 0, count: states * length) }
    if places.count <= length {
      placedLength = -1
      places = Array(repeating: 0, count: length + 1)
      offsets = places
    }
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
      call, grain: grain, images: images, places: places, differences: differences, length: length,
      last: last, prunes: prunes, decisions: &decisions, kernel: &kernel, tally: &tally)
  }

  /// The search itself; each buffer an argument, so that they can be held at once.
  private static func run(
    _ call: RaceCall, grain: Grain, images: [UInt8], places: [Int32], differences: [Int32], length: Int,
    last: Int, prunes: Bool, decisions: inout [RaceDecision], kernel: inout [UInt8], tally: inout RaceTally
  ) {
    let images = unsafe images.span.bytes  // Bytes, as they are.
    let declared = RaceSearch.declared(call, images, length, last)
    var span = kernel.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    var memory = RacingMemory(
      images: images, places: places.span, differences: differences.span, decisions: decisions.mutableSpan,
      length: length, writes: last, grain: grain, deciding: call.deciding,
      copies: prunes ? call.copies : .max)
    repeat {
      memory.rewind()
      var verdict = BrokenProperties()
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
    _ verdict: BrokenProperties, _ memory: borrowing RacingMemory, in tally: inout RaceTally
  ) {
    var property = 0
    while property < tally.broken.count {
      if verdict.rawValue >> UInt8(property) & 1 == 1 {
        tally.broken[property] += 1
        if tally.firsts[property] == nil {
          tally.firsts[property] = RaceTally.Found(
            writes: memory.last, grain: memory.grain,
            decisions: (0..<memory.known).map { memory.decisions[$0] })
        }
      }
      property += 1
    }
  }
}
