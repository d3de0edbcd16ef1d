import CostAnalysis
import Documents
import ExtensibleStructs
import Foundation
import Testing

@Suite("The costs of an importer's struct")
struct ImporterTests {
  struct Quota: ExtensibleStruct {
    var flags: UInt32 = 0
    var mode: UInt32 = 0
    var grace: UInt64 = 0

    static let history = Declaration(Self.self, "quota", flags: \.flags) {
      Published("VER0", through: \.mode)
      Published("VER1", through: \.grace, gate: 1)
    }
  }

  @Test func `by a given model, of a type and of a history`() throws {
    let report = try CostReport(Quota.self, model: CostTests.model)
    let other = try CostReport(History(Quota.self), model: CostTests.model)
    #expect(report.document == other.document)
    // The struct as it is: both versions' bytes.
    #expect(report["flag-first"]?.bytes == 16)
    for width in [40, 80, 120] {
      let lines = report.text(width: width).split(separator: "\n")
      #expect(lines.count > 20 && lines.allSatisfy { $0.count <= width })
    }
    #expect(report.html.contains("struct quota"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    #expect(object["struct"] as? String == "quota")
    #expect((object["claims"] as? [[String: Any]])?.count == 3)
  }

  @Test func `measured here, round by round`() throws {
    var rounds = 0
    let report = try CostReport(Quota.self, schemes: [.flagFirst], rounds: 3) { rounds += 1 }
    #expect(rounds == 3)
    #expect(report.model.call > 0)
    #expect(report.schemes.map(\.scheme) == ["flag-first"])
    #expect(try #require(report.user?["flag-first"]).time.median > 0)
    let page = report.html
    #expect(page.contains("Time of a call") && page.contains("What was measured"))
    #expect(try CostReport(History(Quota.self), schemes: [.flagFirst], rounds: 1).user != nil)
  }
}
