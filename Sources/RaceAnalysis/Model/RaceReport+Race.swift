import Callers
public import ExtensibleStructs
public import KernelInterfaces
import LinuxSystem

extension RaceReport {
  /// One scheme: every pair of versions, every set of extensions, every writer up to a length, every schedule.
  public struct Race: Sendable {
    /// What was raced.
    public let subject: RaceSubject
    /// The struct under the scheme, with a size member where the scheme reads one.
    public let interface: Interface
    /// Where writes could land.
    public let granularity: RaceGranularity
    /// The most stores that a writer made.
    public let writes: Int
    /// How many schedules were run: over all callers, kernels and writers, those that differ in what the kernel sees.
    public internal(set) var schedules = 0
    /// How many of them the kernel accepted.
    public internal(set) var accepted = 0
    /// How many writers there were.
    public internal(set) var writers = 0
    /// How much processor time the search took, on the one thread that it has.
    public internal(set) var duration = Duration.zero
    /// How many schedules broke a property.
    public internal(set) var broken: [RaceProperty: Int] = [:]
    /// For each property that was broken, the schedule with the fewest writes that breaks it.
    package internal(set) var counterexamples: [RaceProperty: RaceCounterexample] = [:]

    /// Whether the property held over every schedule.
    public func holds(_ property: RaceProperty) -> Bool { counterexamples[property] == nil }

    /// Schedules per second.
    public var rate: Double {
      let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
      return seconds > 0 ? Double(schedules) / seconds : 0
    }

    /// Races a scheme with writers that are derived from the struct.
    ///
    /// Writers are tried by rising length over all version pairs, so that the first schedule that breaks a property
    /// is one with the fewest writes.
    ///
    /// - Parameters:
    ///   - history: The struct.
    ///   - subject: The scheme, right or wrong.
    ///   - granularity: Where writes can land inside a copy.
    ///   - writes: The most stores that a writer makes.
    ///   - progress: Is called once for each length of a writer and each pair of caller and kernel.
    /// - Throws: ``InterfaceError`` if the scheme needs what the history does not have.
    public init(
      _ history: History, _ subject: RaceSubject, granularity: RaceGranularity = .byte, writes: Int = 3,
      progress: () -> Void = {}
    ) throws(InterfaceError) {
      interface = try Interface(prototype: history, subject.scheme)
      self.subject = subject
      self.granularity = granularity
      self.writes = writes
      let starts = try Race.starts(interface, subject)
      var search = RaceSearch()
      let begin = ProcessorTime.now
      for length in 0...max(0, writes) {
        for start in starts {
          run(start, length: length, by: &search)
          progress()
        }
      }
      duration = ProcessorTime.now - begin
    }

    /// Races one call against writers that the caller chose.
    ///
    /// - Parameters:
    ///   - interface: What is called, for names in output.
    ///   - call: The kernel and the caller's struct.
    ///   - writers: Sequences of stores, each made in its order.
    package init(
      _ interface: Interface, _ call: RaceCall, writers: [[UserStore]], granularity: RaceGranularity = .byte
    ) {
      self.interface = interface
      subject = RaceSubject(interface.newest.scheme, trust: call.trust)
      self.granularity = granularity
      writes = writers.map(\.count).max() ?? 0
      let start = RaceStart(user: 0, kernel: 0, call: call, writers: RaceWriters([]))
      var search = RaceSearch()
      let begin = ProcessorTime.now
      for writer in writers.sorted(by: { $0.count < $1.count }) {
        var tally = RaceTally()
        run(start, writer, by: &search, tally: &tally)
        add(tally)
      }
      duration = ProcessorTime.now - begin
    }
  }
}

extension RaceReport.Race {
  private mutating func run(_ start: RaceStart, length: Int, by search: inout RaceSearch) {
    var tally = RaceTally()
    start.writers.forEach(length: length) { run(start, $0, by: &search, tally: &tally) }
    add(tally)
  }

  private mutating func run(
    _ start: RaceStart, _ writer: [UserStore], by search: inout RaceSearch, tally: inout RaceTally
  ) {
    let grains = Grain.all(granularity, length: start.call.usize)
    guard search.run(start.call, writer: writer, grains: grains, tally: &tally) else { return }
    writers += 1
    for property in RaceProperty.allCases where counterexamples[property] == nil {
      guard let finding = tally.firsts[property.rawValue] else { continue }
      counterexamples[property] = RaceCounterexample(property, start, writer, finding)
    }
  }

  private mutating func add(_ tally: RaceTally) {
    schedules += tally.schedules
    accepted += tally.accepted
    for property in RaceProperty.allCases where tally.broken[property.rawValue] > 0 {
      broken[property, default: 0] += tally.broken[property.rawValue]
    }
  }
}

/// Where a race begins: a caller, a kernel, the memory, and what may be written.
struct RaceStart: Sendable {
  let user: Int
  let kernel: Int
  let call: RaceCall
  let writers: RaceWriters
}

extension RaceReport.Race {
  /// How many starts a race of this history has: pairs of versions, times the sets of extensions that the caller uses.
  static func starts(of history: History, _ subject: RaceSubject) throws(InterfaceError) -> Int {
    try starts(Interface(prototype: history, subject.scheme), subject).count
  }

  /// Every pair of versions with every set of extensions that the caller uses.
  static func starts(_ interface: Interface, _ subject: RaceSubject) throws(InterfaceError) -> [RaceStart] {
    let history = interface.history
    var codecs: [Codec] = []
    for version in history.versions.indices { codecs.append(try Codec(interface, version: version)) }
    let structs = UserStructs(interface, samples: SampleValues())
    let sets = FeatureSets(extensions: history.versions.count - 1)
    var starts: [RaceStart] = []
    for kernel in subject.readsVersion0 ? 0...0 : 0...codecs.count - 1 {
      for user in codecs.indices {
        let writers = RaceWriters(history, version: user, user: codecs[user])
        for features in sets.subsets(of: user) {
          let program = UserProgram(version: user, features: features)
          let own = structs.bytes(program, codecs[user])
          let behind = max(0, codecs[codecs.count - 1].size - own.count)
          let call = RaceCall(
            codecs[kernel], memory: own + [UInt8](repeating: garbageByte, count: behind), usize: own.count,
            trust: subject.trust)
          starts.append(RaceStart(user: user, kernel: kernel, call: call, writers: writers))
        }
      }
    }
    return starts
  }
}
