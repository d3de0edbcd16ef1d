import ExtensibleStructs

/// A place of a run where the kernel can see one of several states of memory, and the one that it saw.
struct RaceDecision: Hashable, Sendable {
  /// Which fetch of the run, from 1.
  var fetch = 0
  /// The first byte read that differs between the states.
  var at = 0
  /// The end of the piece that is read at once.
  var end = 0
  /// How many writes had landed when the kernel came here.
  var from = 0
  /// How many have landed when it reads.
  var chosen = 0
  /// The end of all that the kernel reads behind this piece; `.max` where it may fetch more.
  var bound = Int.max
}

/// User memory that a second thread changes while the kernel reads it, for one schedule after the other.
///
/// The thread makes its writes in order, so memory goes through the states 0, 1 ... `last`, and each piece
/// that the kernel reads is one of some state, never of an earlier one than the piece before. **How schedules
/// are merged:** a write lands as late as what the kernel sees allows. Where a piece reads the same in this
/// state and in all that can follow, no write lands; where it differs, each content that it can have is tried
/// once, with the fewest writes that give it. A schedule whose writes come sooner shows the kernel the same
/// pieces, and whatever it can show later the latest one can show as well, since the states that are left to it
/// are more. So two schedules that are run differ in a piece, and each that is left out equals one that is run.
///
/// **What is left out:** a run that would end before the last write has landed, as far as that is known while the
/// kernel makes its last fetch: the writer without that write shows the same.
///
/// All buffers are the caller's and used again; a run allocates nothing. What the kernel writes back is not
/// kept, since no codec reads after it.
struct RacingMemory: UserMemory, ~Copyable, ~Escapable {
  /// The states of memory, `length` bytes each.
  let images: RawSpan
  /// For each offset: how many of the bytes that are ever written lie in front of it.
  let places: Span<Int32>
  /// For each state and byte that is ever written: the offset of the next written byte, this one included, whose value
  /// changes in a later state; `length` if none does.
  let differences: Span<Int32>
  var decisions: MutableSpan<RaceDecision>
  let length: Int
  let last: Int
  let grain: Grain
  /// The member that decides the size, where it is learnt from the struct.
  let deciding: IntegerMember
  /// How many copies the kernel makes, the last of which is its last fetch; `.max` to leave no run out.
  let copies: Int

  /// How many decisions are laid down for this run, and how many of them it has come to.
  private(set) var known = 0
  private var depth = 0
  private var copy = 0
  /// How many writes have landed.
  private(set) var state = 0
  /// How many fetches were made.
  private(set) var fetch = 0
  /// The end of what was asked for.
  private(set) var reach = 0
  /// The end of what was copied.
  private(set) var copied = 0
  /// The value of the deciding member in the first fetch.
  private(set) var first: UInt64 = 0

  @_lifetime(copy images, copy places, copy differences, copy decisions)
  init(
    images: RawSpan, places: Span<Int32>, differences: Span<Int32>,
    decisions: consuming MutableSpan<RaceDecision>, length: Int, writes: Int, grain: Grain,
    deciding: IntegerMember, copies: Int
  ) {
    self.images = images
    self.places = places
    self.differences = differences
    self.decisions = decisions
    self.length = length
    self.last = writes
    self.grain = grain
    self.deciding = deciding
    self.copies = copies
  }

  var isNull: Bool { false }

  /// Goes back to the start of the run.
  @inline(__always)
  mutating func rewind() {
    depth = 0
    copy = 0
    state = 0
    fetch = 0
    reach = 0
    copied = 0
  }

  /// Turns to the next schedule; false if there is none left.
  mutating func advance() -> Bool {
    while known > 0 {
      let decision = decisions[known - 1]
      var next = decision.chosen + 1
      while next <= last {
        if canEnd(next, decision), isNew(next, to: decision) {
          decisions[known - 1].chosen = next
          return true
        }
        next += 1
      }
      known -= 1
    }
    return false
  }

  /// Whether the piece reads otherwise in this state than in all from which the kernel could see it sooner.
  private func isNew(_ state: Int, to decision: RaceDecision) -> Bool {
    let count = decision.end - decision.at
    for other in decision.from..<state
    where images.equals(
      images, from: other * length + decision.at, at: state * length + decision.at, count: count)
    {
      return false
    }
    return true
  }

  /// Whether what was copied to the kernel's struct equals one state of memory.
  @inline(__always)
  func isOneState(_ kernel: RawSpan) -> Bool {
    // The last state is the likeliest.
    var state = last
    while state >= 0 {
      if kernel.equals(images, from: state * length, at: 0, count: copied) { return true }
      state -= 1
    }
    return false
  }

  /// Whether every write can have landed when the kernel has read the rest, after a piece read in this state.
  @inline(__always)
  private func canEnd(_ state: Int, _ decision: RaceDecision) -> Bool {
    decision.bound == .max || state == last || difference(from: decision.end, in: state) < decision.bound
  }

  @inline(__always)
  private func difference(from offset: Int, in state: Int) -> Int {
    Int(differences[state * (length + 1) + Int(places[offset])])
  }

  /// Reads a piece whose content depends on the schedule: takes the state laid down, or else the earliest from which
  /// the run can count; where there is none, any will do.
  @inline(__always)
  private mutating func settle(_ at: Int, _ end: Int, bound: Int = .max) {
    if depth < known {
      state = decisions[depth].chosen
    } else {
      var decision = RaceDecision(
        fetch: fetch, at: at, end: end, from: state, chosen: state, bound: bound)
      var next = state
      while next <= last {
        if canEnd(next, decision), next == state || isNew(next, to: decision) {
          decision.chosen = next
          break
        }
        next += 1
      }
      state = decision.chosen
      decisions[depth] = decision
      known += 1
    }
    depth += 1
  }

  @inline(__always)
  private mutating func begin(_ offset: Int, _ count: Int) throws(Fault) {
    fetch += 1
    reach = max(reach, offset + count)
    guard offset >= 0, count >= 0, offset <= length, count <= length - offset else { throw Fault(at: length) }
  }

  @inline(__always)
  mutating func getUser(at offset: Int, width: Int) throws(Fault) -> UInt64 {
    try begin(offset, width)
    if difference(from: offset, in: state) < offset + width { settle(offset, offset + width) }
    let value = images.integer(at: state * length + offset, width: width) ?? 0
    if fetch == 1 { first = value }
    return value
  }

  @inline(__always)
  mutating func copyFromUser(at offset: Int, count: Int, into kernel: inout MutableRawSpan) throws(Fault) {
    try begin(offset, count)
    copy += 1
    let end = offset + count
    let bound = copy == copies ? end : .max
    var at = offset
    // Behind the last byte that the kernel has; what follows is copied when a write has landed.
    var done = offset
    while true {
      at = difference(from: at, in: state)
      guard at < end else { break }
      let stop = min(end, grain.end(of: at))
      let before = state
      settle(at, stop, bound: bound)
      if state != before {
        kernel.copy(at - done, of: images, from: before * length + done, to: done)
        done = at
      }
      at = stop
    }
    kernel.copy(end - done, of: images, from: state * length + done, to: done)
    copied = max(copied, end)
    if fetch == 1, deciding.width > 0 {
      first = kernel.bytes.integer(at: deciding.offset, width: deciding.width) ?? 0
    }
  }

  @inline(__always)
  mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int? {
    try begin(offset, count)
    let end = offset + count
    var at = offset
    while at < end {
      let next = min(end, difference(from: at, in: state))
      if let found = nonZero(at, next) { return found }
      at = next
      guard at < end else { break }
      let stop = min(end, grain.end(of: at))
      settle(at, stop)
      if let found = nonZero(at, stop) { return found }
      at = stop
    }
    return nil
  }

  @inline(__always)
  private func nonZero(_ at: Int, _ end: Int) -> Int? {
    images.firstNonZero(at: state * length + at, count: end - at).map { $0 - state * length }
  }

  mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault) {}
  mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault) {}
  mutating func clearUser(at offset: Int, count: Int) throws(Fault) {}
}
