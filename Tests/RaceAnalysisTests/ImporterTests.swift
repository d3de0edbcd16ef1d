import Documents
import ExtensibleStructs
import Foundation
import RaceAnalysis
import Testing

/// What an importer does with a struct of its own: race it, and show the report.
@Suite struct ImporterTests {
  struct Quota: ExtensibleStruct {
    var flags: UInt32 = 0
    var mode: UInt32 = 0
    var grace: UInt64 = 0

    static let history = Declaration(Self.self, "quota", flags: \.flags) {
      Published("VER0", through: \.mode)
      Published("VER1", through: \.grace, gate: 1)
    }
  }

  @Test func aTypeAndAHistoryGiveTheSameReport() throws {
    let report = try RaceReport(Quota.self, granularity: .page, writes: 1)
    let other = try RaceReport(History(Quota.self), granularity: .page, writes: 1)
    #expect(report.schedules == other.schedules && report.schedules > 0)
    #expect(report.races.map(\.subject) == RaceSubject.all(for: report.history))
    #expect(report.document.title == other.document.title)
  }

  @Test(arguments: [40, 80, 120])
  func textFits(width: Int) throws {
    let report = try RaceReport(Quota.self, granularity: .page, writes: 1)
    let lines = report.text(width: width).split(separator: "\n")
    #expect(lines.count > 20 && lines.allSatisfy { $0.count <= width })
    #expect(report.description == report.text(width: 80))
  }

  @Test func pageAndJSON() throws {
    let report = try RaceReport(Quota.self, granularity: .page, writes: 1)
    let page = report.html
    #expect(page.contains("struct quota"))
    // A picture in two shapes for each counterexample, of which each mistake has one at least.
    let mistakes = report.races.filter(\.subject.isMistake)
    #expect(page.components(separatedBy: "aria-label=\"Timeline").count > 2 * mistakes.count)
    #expect(page.components(separatedBy: ">FAILS<").count > mistakes.count)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    #expect(object["struct"] as? String == "quota")
    #expect((object["schemes"] as? [[String: Any]])?.count == report.races.count)
  }
}
