import ExtensibleStructs

/// User memory under one schedule, step by step: slow and plain, to explain what ``RacingMemory`` found,
/// to replay it, and to try every schedule unreduced.
struct ScheduledMemory: UserMemory {
  /// When writes land.
  enum Plan {
    /// Each write lands in front of the piece with this number, counted over the whole run.
    case landings([Int])
    /// As a run of ``RacingMemory`` went.
    case decisions([RaceDecision])
    /// All writes land when the page is first touched that holds the bytes from here on (or in front of here).
    case fault(at: Int, lowPage: Bool)
  }

  let states: [[UInt8]]
  let grain: Grain
  let plan: Plan
  private(set) var events: [RaceEvent] = []
  /// The content of every piece read: what the kernel sees.
  private(set) var observed: [[UInt8]] = []
  /// For each write, the number of the piece in front of which it landed.
  private(set) var landings: [Int] = []
  /// The numbers of the pieces that begin a fetch.
  private(set) var starts: [Int] = []
  private(set) var state = 0
  /// Whether every write landed before the kernel was done.
  private(set) var landedEarly = false
  private(set) var step = 0
  private(set) var fetch = 0
  private(set) var reach = 0
  private(set) var copied = 0
  private(set) var first: UInt64 = 0
  private var taken = 0
  private var sources: Set<Int> = []
  private var written: [UInt8]
  private var deciding = IntegerMember.absent

  init(_ memory: [UInt8], writer: [UserStore], grain: Grain, plan: Plan) {
    var states = [memory]
    for store in writer {
      var next = states[states.count - 1]
      store.apply(to: &next)
      states.append(next)
    }
    self.init(states: states, grain: grain, plan: plan)
  }

  private init(states: [[UInt8]], grain: Grain, plan: Plan) {
    self.states = states
    self.grain = grain
    self.plan = plan
    written = states[states.count - 1]
  }

  var isNull: Bool { false }

  /// The states from which the last copy took bytes that are not the same in every state.
  var mixes: [Int] { sources.sorted() }
  /// Memory after everything, with what the kernel wrote back.
  var after: [UInt8] { written }

  /// Runs the kernel.
  mutating func run(_ call: RaceCall) -> (result: Result<Received, Rejection>, seen: [UInt8]) {
    deciding = call.deciding
    return run(call) { codec, memory, kernel throws(Rejection) in
      try codec.receive(from: &memory, usize: UInt64(call.usize), into: &kernel)
    }
  }

  /// Runs a kernel that may be another than the codec.
  mutating func run(
    _ call: RaceCall,
    by kernel: (Codec, inout ScheduledMemory, inout MutableRawSpan) throws(Rejection) -> Received
  ) -> (result: Result<Received, Rejection>, seen: [UInt8]) {
    var seen = [UInt8](repeating: 0, count: call.kernel.size)
    let result = Result { () throws(Rejection) in
      var span = seen.mutableSpan
      var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
      return try kernel(call.kernel, &self, &target)
    }
    landedEarly = state == states.count - 1
    // Writes that the kernel was too early for land at last.
    land(states.count - 1)
    return (result, seen)
  }

  /// The same schedule as it is easiest to read: each write in front of a fetch rather than inside it, where the
  /// kernel sees the same.
  func withWritesBeforeFetches(_ call: RaceCall) -> ScheduledMemory {
    var best = self
    for index in landings.indices {
      var places = best.landings
      guard let start = starts.last(where: { $0 <= places[index] }), start < places[index],
        index == 0 || places[index - 1] <= start
      else { continue }
      places[index] = start
      var other = ScheduledMemory(states: states, grain: grain, plan: .landings(places))
      _ = other.run(call)
      if other.observed == observed { best = other }
    }
    return best
  }

  private mutating func land(_ target: Int) {
    while state < target {
      events.append(.store(state))
      landings.append(step)
      state += 1
    }
  }

  /// Reads one piece: lands what the plan says, and notes it.
  private mutating func piece(_ primitive: Access.Primitive, _ range: Range<Int>, isStart: Bool) -> [UInt8] {
    switch plan {
    case .landings(let places):
      var target = state
      while target < places.count, places[target] <= step { target += 1 }
      land(target)
    case .decisions(let decisions):
      if taken < decisions.count, decisions[taken].fetch == fetch, range.contains(decisions[taken].at) {
        land(decisions[taken].chosen)
        taken += 1
      }
    case .fault(let boundary, let low):
      if low ? range.lowerBound < boundary : range.upperBound > boundary { land(states.count - 1) }
    }
    if isStart { starts.append(step) }
    step += 1
    if !isStart, case .read(primitive, let before, state, let wasStart)? = events.last,
      before.upperBound == range.lowerBound
    {
      events[events.count - 1] = .read(
        primitive, before.lowerBound..<range.upperBound, state: state, isStart: wasStart)
    } else {
      events.append(.read(primitive, range, state: state, isStart: isStart))
    }
    let bytes = Array(states[state][range])
    observed.append(bytes)
    return bytes
  }

  private mutating func begin(_ offset: Int, _ count: Int) throws(Fault) {
    fetch += 1
    reach = max(reach, offset + count)
    guard offset >= 0, count >= 0, offset + count <= states[0].count else {
      throw Fault(at: states[0].count)
    }
  }

  mutating func getUser(at offset: Int, width: Int) throws(Fault) -> UInt64 {
    try begin(offset, width)
    let value = piece(.getUser, offset..<offset + width, isStart: true).littleEndian
    if fetch == 1 { first = value }
    return value
  }

  mutating func copyFromUser(at offset: Int, count: Int, into kernel: inout MutableRawSpan) throws(Fault) {
    try begin(offset, count)
    sources = []
    var at = offset
    while at < offset + count {
      let end = min(offset + count, grain.end(of: at))
      let bytes = piece(.copyFromUser, at..<end, isStart: at == offset)
      for (index, byte) in bytes.enumerated() {
        kernel.store(UInt64(byte), at: at + index, width: 1)
        if states.contains(where: { $0[at + index] != byte }) { sources.insert(state) }
      }
      at = end
    }
    copied = max(copied, offset + count)
    if fetch == 1 { first = kernel.bytes.integer(at: deciding.offset, width: deciding.width) ?? 0 }
  }

  mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int? {
    try begin(offset, count)
    var at = offset
    while at < offset + count {
      let end = min(offset + count, grain.end(of: at))
      let bytes = piece(.checkZeroedUser, at..<end, isStart: at == offset)
      if let found = bytes.firstIndex(where: { $0 != 0 }) { return at + found }
      at = end
    }
    return nil
  }

  mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault) {
    events.append(.writeBack(offset, value: value))
    UserStore.set(value, at: offset, width: width).apply(to: &written)
  }

  /// The struct that is copied back: a page that is missing comes in for it.
  mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault) {
    guard offset >= 0, count >= 0, count <= written.count - offset else { throw Fault(at: written.count) }
    if case .fault(let boundary, let low) = plan, low ? offset < boundary : offset + count > boundary {
      land(states.count - 1)
    }
    for at in 0..<count { written[offset + at] = UInt8(kernel.integer(at: offset + at, width: 1) ?? 0) }
  }

  mutating func clearUser(at offset: Int, count: Int) throws(Fault) { throw Fault(at: offset) }
}

extension Array<UInt8> {
  /// The integer that the bytes are, least significant first.
  var littleEndian: UInt64 { reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}
