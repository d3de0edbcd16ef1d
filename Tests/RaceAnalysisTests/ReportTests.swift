import Documents
import ExtensibleStructs
import Testing
import UAPICatalog

@testable import RaceAnalysis

@Suite struct ReportTests {
  static func region() throws -> History {
    try #require(try Catalog.structures().first { $0.name == "kvm_userspace_memory_region" }).history
  }

  @Test(arguments: RaceGranularity.allCases)
  func fitsEightyColumns(granularity: RaceGranularity) throws {
    // The longer ones take seconds each, and print the same kinds of lines.
    let histories = try Catalog.structures().map(\.history).filter { $0.versions.count <= 3 }
    for history in try histories + [sample(extensions: 4)] {
      let report = RaceReport(
        history, subjects: RaceSubject.all(for: history), granularity: granularity, writes: 1)
      for line in report.document.lines(width: 80) {
        #expect(line.width <= 80, "\(line.rendered(color: false))")
      }
    }
  }

  @Test func timeline() throws {
    let history = try Self.region()
    let race = try RaceReport.Race(history, subject("flag-first, no re-check", for: history), writes: 1)
    let found = try #require(race.counterexamples[.gatedMeansFetched])
    let timeline = RaceTimeline(found: found, history: history)
    let lines = (Document("", [.timeline(timeline.steps), .table(timeline.memory)]).lines(width: 80)).map {
      $0.rendered(color: false)
    }
    #expect(
      lines == [
        "user thread  kernel",
        "────────────────────────────────────────────────",
        "             get_user 4-7: flags is 0x0",
        "flags = 0x4",
        "             copy_from_user 0-31",
        "             accepts 32 bytes, acts on flags 0x4",
        "",
        "member              before  after   kernel has",
        "──────────────────────────────────────────────",
        "flags                  0x0    0x4          0x4",
        "guest_memfd_offset     0x0    0x0  not fetched",
        "guest_memfd            0x0    0x0  not fetched",
      ])
    #expect(
      timeline.consequence.hasPrefix("The kernel acts on guest_memfd_offset, guest_memfd (bytes 32-47)"))
  }

  @Test func answerComesFromTheResults() throws {
    let history = try Self.region()
    let all = RaceSubject.all(for: history)
    let whole = RaceReport(history, subjects: all, writes: 1).answer
    #expect(whole.contains("opens an extension whose bytes were never copied"))
    #expect(whole.contains("re-checked, nothing: in all"))
    #expect(whole.contains("No scheme gives one state"))
    let one = RaceReport(history, subjects: all.selected(schemes: ["static-pad"]), writes: 1).answer
    #expect(!one.contains("re-check"))
  }

  @Test func saysWhatDoesNotFit() throws {
    let history = try #require(try Catalog.structures().first { $0.name == "kvm_create_device" }).history
    let report = RaceReport(history, subjects: RaceSubject.all(for: history), writes: 1)
    #expect(report.omitted.count == 1)
    #expect(report.omitted[0].hasPrefix("argsz, size-prefixed, size-and-flag-first: "))
    #expect(report.races.count == 8)
  }

  @Test func selection() throws {
    let all = RaceSubject.all(for: try Self.region())
    let every = RaceSubject.every(for: try Self.region())
    #expect(Set(every.map(\.scheme.name)) == Set(RaceSubject.schemeNames))
    #expect(every.prefix(all.count) == all[...])
    #expect(every.selected(schemes: ["size-argument", "size-in-command", "static-pad-checked"]).count == 3)
    #expect(all.selected(schemes: ["flag-first"], recheck: .deciding).count == 1)
    #expect(all.selected(schemes: ["static-pad"], recheck: Scheme.Recheck.none).isEmpty)
    #expect(all.selected(schemes: [], recheck: .all).count == 2)
  }

  @Test(arguments: ["size-argument", "size-in-command", "static-pad-checked"])
  func otherNamedSchemesAreSound(name: String) throws {
    let history = try Self.region()
    let subjects = RaceSubject.every(for: history).selected(schemes: [name])
    let report = RaceReport(history, subjects: subjects, writes: 2)
    #expect(report.omitted.isEmpty && report.races.map(\.subject.scheme.name) == [name])
    #expect(RaceProperty.allCases.filter(\.canBeGiven).allSatisfy(report.races[0].holds))
    #expect(report.races[0].accepted > 0)
    #expect(report.answer.contains("As sound: \(name)."))
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1 000"), (1_234_567, "1 234 567")])
  func groups(number: Int, expected: String) { #expect(grouped(number) == expected) }
}
