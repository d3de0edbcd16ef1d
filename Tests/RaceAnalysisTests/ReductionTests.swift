import ExtensibleStructs
import KernelInterfaces
import Testing

@testable import RaceAnalysis

/// The search leaves out schedules; here every one is run, and nothing is lost.
@Suite struct ReductionTests {
  /// Two bytes of flags, two of size at the end: few enough bytes for every schedule to be run.
  static let flags = Result {
    try History(
      Layout("small", fields: [Field("flags", offset: 0, size: 2), Field("extra", offset: 2, size: 2)]),
      versions: [Version("VER0", size: 2), Version("VER1", size: 4, gate: 2)],
      flags: FlagsField(Field("flags", offset: 0, size: 2), known: 1))
  }
  static let size = Result {
    try History(
      Layout(
        "small",
        fields: [
          Field("size", offset: 0, size: 2), Field("flags", offset: 2, size: 2),
          Field("extra", offset: 4, size: 2),
        ]),
      versions: [Version("VER0", size: 4), Version("VER1", size: 6, gate: 2)],
      flags: FlagsField(Field("flags", offset: 2, size: 2), known: 1),
      sizeMember: Field("size", offset: 0, size: 2))
  }

  @Test(
    arguments: [
      "flag-first, re-check deciding", "flag-first, no re-check", "unversioned, one copy",
      "size-prefixed, as sched_setattr", "size-prefixed, as perf_event_open",
      "size-and-flag-first, re-check all",
    ], [Grain.byte, .word, .page(endingAt: 2), .page(endingAt: .max)])
  func nothingIsLost(name: String, grain: Grain) throws {
    let history = try name.hasPrefix("size") ? Self.size.get() : Self.flags.get()
    let subject = try subject(name, for: history)
    let interface = try Interface(prototype: history, subject.scheme)
    var search = RaceSearch()
    var compared = 0
    for start in try RaceReport.Race.starts(interface, subject) {
      for length in 0...2 {
        start.writers.forEach(length: length) { writer in
          let every = unreduced(start.call, writer, grain)
          guard search.lay(start.call, writer) else { return }
          let run = search.schedules(of: start.call, writer: writer, grain: grain).map { decisions in
            var memory = ScheduledMemory(
              start.call.memory, writer: writer, grain: grain, plan: .decisions(decisions))
            let result = memory.run(start.call)
            return Seen(pieces: memory.observed, result: result.result, kernel: result.seen)
          }
          // What is run differs, and is all that there is.
          #expect(Set(run).count == run.count)
          #expect(Set(run) == every)
          compared += 1
        }
      }
    }
    #expect(compared > 10)
  }

  /// What a kernel sees of one schedule, and what it makes of it.
  struct Seen: Hashable {
    var pieces: [[UInt8]]
    var result: Result<Received, Rejection>
    var kernel: [UInt8]
  }

  /// Every place for every write, in order: nothing merged, nothing left out.
  func unreduced(_ call: RaceCall, _ writer: [UserStore], _ grain: Grain) -> Set<Seen> {
    var seen: Set<Seen> = []
    // No run here has more pieces than three times the bytes.
    let places = 3 * call.memory.count + 1
    func place(_ landings: [Int]) {
      guard landings.count < writer.count else {
        var memory = ScheduledMemory(call.memory, writer: writer, grain: grain, plan: .landings(landings))
        let run = memory.run(call)
        #expect(memory.step <= places)
        seen.insert(Seen(pieces: memory.observed, result: run.result, kernel: run.seen))
        return
      }
      for next in (landings.last ?? 0)...places { place(landings + [next]) }
    }
    place([])
    return seen
  }

  /// A run that is left out early counts nowhere: every number is the same as if it had been made.
  @Test(arguments: [Grain.byte, .word, .page(endingAt: 4)])
  func earlyEndsCountNowhere(grain: Grain) throws {
    let history = try sample(extensions: 2)
    var schedules = 0
    for subject in RaceSubject.all(for: history) {
      let interface = try Interface(prototype: history, subject.scheme)
      for start in try RaceReport.Race.starts(interface, subject) {
        let (pruned, whole) = (tally(start, grain, prunes: true), tally(start, grain, prunes: false))
        #expect(pruned.schedules == whole.schedules)
        #expect(pruned.accepted == whole.accepted)
        for property in RaceProperty.allCases {
          #expect(pruned.broken[property.rawValue] == whole.broken[property.rawValue])
          #expect(pruned.firsts[property.rawValue]?.writes == whole.firsts[property.rawValue]?.writes)
        }
        schedules += whole.schedules
      }
    }
    #expect(schedules > 1000)
  }

  func tally(_ start: RaceStart, _ grain: Grain, prunes: Bool) -> RaceTally {
    var search = RaceSearch()
    search.prunes = prunes
    var tally = RaceTally()
    for length in 0...2 {
      start.writers.forEach(length: length) {
        _ = search.run(start.call, writer: $0, grains: [grain], tally: &tally)
      }
    }
    return tally
  }

  @Test func threeWrites() throws {
    let history = try Self.flags.get()
    let subject = try subject("flag-first, no re-check", for: history)
    let interface = try Interface(prototype: history, subject.scheme)
    let call = RaceCall(try Codec(interface), memory: [0, 0, 9, 9], usize: 4)
    // There and back, and there again.
    let writer = [
      UserStore.flip(2, at: 0, width: 1), .flip(2, at: 0, width: 1), .flip(0x55, at: 2, width: 2),
    ]
    var search = RaceSearch()
    let run = search.schedules(of: call, writer: writer, grain: .byte)
    #expect(run.count == unreduced(call, writer, .byte).count)
  }

  /// What the fast memory found broken is broken in the plain one as well, which ran the schedule again.
  @Test func bothMemoriesAgree() throws {
    let history = try sample(extensions: 2)
    var torn = 0
    for subject in RaceSubject.all(for: history) {
      let race = try RaceReport.Race(history, subject, granularity: .byte, writes: 1)
      for found in race.counterexamples.values {
        let states = (0...found.writer.count).map { state in
          var memory = found.call.memory
          for store in found.writer.prefix(state) { store.apply(to: &memory) }
          return memory
        }
        #expect(states[states.count - 1] == found.after)
        let received = try found.result.get()
        switch found.property {
        case .oneState:
          torn += 1
          #expect(!states.contains { $0.prefix(found.copied) == found.kernelStruct.prefix(found.copied) })
          #expect(found.mixes.count > 1)
        case .gatedMeansFetched: #expect(found.call.kernel.extent(of: received.flags) > found.copied)
        case .withinDeclared: #expect(found.reach > found.declared)
        case .validatedIsUsed: #expect(found.writer.count == 1)
        }
      }
    }
    #expect(torn == RaceSubject.all(for: history).count)
  }
}
