import Documents
import ExtensibleStructs
import Foundation
import KernelInterfaces
import LintAnalysis
import Testing

/// What an importer does with a struct of its own: check it, and show what was found.
@Suite struct ImporterTests {
  /// An extension without a flag.
  struct Quota: ExtensibleStruct {
    var flags: UInt32 = 0
    var mode: UInt32 = 0
    var grace: UInt64 = 0

    static let history = Declaration(Self.self, "quota", flags: \.flags) {
      Published("VER0", through: \.mode)
      Published("VER1", through: \.grace)
    }
  }

  @Test func aTypeAndAHistoryGiveTheSameFindings() throws {
    let lint = try Lint(Quota.self)
    #expect(lint.issues.map(\.rule) == [.ungatedExtension])
    #expect(!lint.isSound)
    #expect(try lint.document == Lint(History(Quota.self)).document)
    let call = try Interface(prototype: History(Quota.self), .newIoctl)
    #expect(try Lint(Quota.self, interfaces: [call]).issues.contains { $0.rule == .sizeInCommand })
  }

  @Test(arguments: [40, 80, 120])
  func textFits(width: Int) throws {
    let lint = try Lint(Quota.self)
    let lines = lint.text(width: width).split(separator: "\n")
    #expect(lines.count > 4 && lines.allSatisfy { $0.count <= width })
    #expect(lint.description == lint.text(width: 80))
  }

  @Test func pageAndJSON() throws {
    let lint = try Lint(Quota.self)
    let page = lint.html
    #expect(page.contains("struct quota") && page.contains("The 16 bytes of quota"))
    #expect(page.contains(">Mistakes<") && !page.contains(">Limits<"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(lint.json.utf8)) as? [String: Any])
    #expect(object["struct"] as? String == "quota")
    #expect((object["findings"] as? [[String: Any]])?.first?["level"] as? String == "mistake")
  }
}
