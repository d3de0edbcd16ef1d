import ExtensibleStructs
import KernelInterfaces
import RaceAnalysis
import Testing
import UAPICatalog

@Suite struct PropertyTests {
  /// Which properties each scheme breaks, beside one state, which all break.
  static let broken: [String: Set<RaceProperty>] = [
    "static-pad, one copy": [], "new-ioctl, one copy": [], "argsz, one copy": [],
    "unversioned, one copy": [.withinDeclared],
    "size-prefixed, as sched_setattr": [], "size-prefixed, as perf_event_open": [],
    "size-prefixed, re-check deciding": [], "size-prefixed, copy's size trusted": [.validatedIsUsed],
    "flag-first, re-check deciding": [], "flag-first, re-check all": [],
    "flag-first, no re-check, first put back": [],
    "flag-first, no re-check": [.validatedIsUsed, .gatedMeansFetched],
    "flag-first, no re-check, flags must fit": [.validatedIsUsed],
    "size-and-flag-first, re-check all": [], "size-and-flag-first, re-check deciding": [],
    "size-and-flag-first, no re-check, copy trusted": [.validatedIsUsed],
  ]

  @Test(arguments: ["kvm_userspace_memory_region", "sched_attr"], RaceGranularity.allCases)
  func realStructs(name: String, granularity: RaceGranularity) throws {
    let history = try #require(try Catalog.structures().first { $0.name == name }).history
    let subjects = RaceSubject.all(for: history)
    #expect(Set(subjects.map(\.name)) == Set(Self.broken.keys))
    for subject in subjects {
      let race = try RaceReport.Race(history, subject, granularity: granularity, writes: 2)
      let broken = Set(RaceProperty.allCases.filter { !race.holds($0) })
      // A page that ends inside a struct shows two states of it, and so does everything finer.
      #expect(broken == Self.broken[subject.name, default: []].union([.oneState]), "\(subject.name)")
      #expect(race.schedules > 50)
      #expect(subject.isMistake == !Self.broken[subject.name, default: []].isEmpty)
    }
  }

  @Test(arguments: 1...4)
  func recheckedFlagsHold(extensions: Int) throws {
    let history = try sample(extensions: extensions, base: 32)
    let race = try RaceReport.Race(
      history, subject("flag-first, re-check deciding", for: history), granularity: .byte,
      writes: extensions < 3 ? 3 : 2)
    for property in RaceProperty.allCases where property.canBeGiven { #expect(race.holds(property)) }
    #expect(!race.holds(.oneState))
    print("flag-first, re-check deciding, \(extensions) extensions: holds over \(race.schedules) schedules")
  }

  @Test func uncheckedFlagsBreakAtOnce() throws {
    let history = try sample(extensions: 4, base: 32)
    let subject = try subject("flag-first, no re-check", for: history)
    let race = try RaceReport.Race(history, subject, granularity: .byte, writes: 1)
    let found = try #require(race.counterexamples[.gatedMeansFetched])
    #expect(race.schedules < 5000, "\(race.schedules)")
    #expect(found.writer.count == 1)
    // The shortest: without a write nothing breaks.
    #expect(try RaceReport.Race(history, subject, writes: 0).holds(.gatedMeansFetched))
    // The user's only write stands between the two reads.
    #expect(
      found.events == [
        .read(.getUser, 0..<4, state: 0, isStart: true), .store(0),
        .read(.copyFromUser, 0..<32, state: 1, isStart: true),
      ])
    #expect(found.copied == 32)
    #expect(try found.result.get().flags != 0)
  }

  /// A size read byte by byte can become one that memory never held.
  @Test func tornSize() throws {
    let history = try sample(extensions: 1, base: 16).withSizeMember()
    let scheme = Scheme.sizeAndFlagFirst.with { $0.bounds?.minimum = .none }
    let interface = try Interface(prototype: history, scheme)
    let size = try #require(history.sizeMember)
    var memory = [UInt8](repeating: 0, count: 600)
    memory[size.offset] = 0xff
    let call = RaceCall(try Codec(interface), memory: memory, usize: 600)
    let writer = [UserStore.set(0x100, at: size.offset, width: 4)]
    let bytes = RaceReport.Race(interface, call, writers: [writer], granularity: .byte)
    #expect(!bytes.holds(.withinDeclared))
    #expect(bytes.counterexamples[.withinDeclared]?.reach == 0x1ff)
    #expect(bytes.counterexamples[.withinDeclared]?.declared == 0x100)
    #expect(RaceReport.Race(interface, call, writers: [writer], granularity: .word).holds(.withinDeclared))
  }

  /// A gate that is opened and closed again between the reads has not been opened.
  @Test func putBack() throws {
    let history = try sample(extensions: 1, base: 16)
    let subject = try subject("flag-first, no re-check", for: history)
    let interface = try Interface(prototype: history, subject.scheme)
    let call = RaceCall(try Codec(interface), memory: [UInt8](repeating: 0, count: 24), usize: 24)
    let flip = UserStore.flip(2, at: 0, width: 4)
    let race = RaceReport.Race(interface, call, writers: [[flip, flip]], granularity: .word)
    // Both unseen is a schedule of the empty writer. Seen are: open then closed, by the first read and the second.
    #expect(race.schedules == 1)
    #expect(!race.holds(.validatedIsUsed))
    #expect(race.holds(.gatedMeansFetched))
  }
}
