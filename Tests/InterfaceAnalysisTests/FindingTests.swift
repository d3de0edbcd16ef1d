import Documents
import ExtensibleStructs
import Foundation
import InterfaceAnalysis
import KernelInterfaces
import Testing

/// What an importer prints of a struct of its own, by the public interface alone.
struct FindingTests {
  struct RingSetup: ExtensibleStruct {
    var flags: UInt32 = 0
    var entries: UInt32 = 0
    var address: UInt64 = 0
    var deadline: UInt64 = 0

    static let history = Declaration(Self.self, "ring_setup", flags: \.flags, known: 0x1) {
      Published("VER0", through: \.address)
      Published("VER1", through: \.deadline, gate: 0x2)
    }
  }

  static func findings() throws -> [any Finding] {
    let history = try History(RingSetup.self)
    let interface = try Interface(prototype: history, .sizeArgument)
    var short = EvalCase("ring_setup")
    short.usize = 8
    return [
      try LayoutReport(RingSetup.self),
      LayoutReport(history),
      try Explanation(RingSetup.self, .sizeArgument),
      try Explanation(history, .sizeArgument, case: short),
      try Explanation(interface),
      FactList(interface),
      CatalogListing([interface]),
      CatalogListing([interface], structs: [.init(history)], release: Release(6, 1)),
    ]
  }

  @Test(arguments: [40, 80, 120])
  func `each finding has text that fits, a page and JSON`(width: Int) throws {
    for finding in try Self.findings() {
      let text = finding.text(width: width)
      #expect(text.contains("ring_setup"), "\(text)")
      let isWide = text.split(separator: "\n").contains { StyledText(String($0)).width > width }
      #expect(!isWide, "\(text)")
      #expect(
        finding.html.replacing("<wbr>", with: "").contains("ring_setup")
          && finding.html.hasPrefix("<!DOCTYPE html>"))
      let object = try JSONSerialization.jsonObject(with: Data(finding.json.utf8)) as? [String: Any]
      #expect(object?.isEmpty == false, "\(finding.json)")
      #expect(finding.description == finding.text(width: 80))
    }
  }

  @Test func `a type and its history give the same findings`() throws {
    let history = try History(RingSetup.self)
    #expect(try LayoutReport(RingSetup.self).json == LayoutReport(history).json)
    let explained = try Explanation(RingSetup.self, .flagFirst)
    #expect(try explained.text() == Explanation(history, .flagFirst).text())
    #expect(explained.text(width: 200).contains("A prototype under flag-first knows VER1 (24 bytes)"))
  }

  @Test func `a page has pictures that text leaves out`() throws {
    var short = EvalCase("ring_setup")
    short.usize = 8
    let explained = try Explanation(RingSetup.self, .sizeArgument, case: short)
    #expect(explained.text(width: 200).contains("The case stops at step 1, minimum: EINVAL: size below the"))
    #expect(explained.text().hasSuffix("Fetches: none."))
    #expect(!explained.html.contains("Fetches: none."))
    var long = EvalCase("ring_setup")
    long.usize = 32
    long.memory = [UInt8](repeating: 0xff, count: 32)
    let refused = try Explanation(RingSetup.self, .sizeArgument, case: long)
    #expect(
      refused.html.contains("check_zeroed_user: bytes 24-31") && refused.html.contains("refuses: E2BIG"))
    #expect(explained.html.contains("<svg") && !explained.text().contains("├"))
  }

  @Test func `a listing has each struct once, and what a release has of each interface`() throws {
    let history = try History(RingSetup.self)
    let old = Fact(since: Release(6, 1), .call(version: 0, .sizeArgument), .source("drivers/ring.c at 6.1"))
    let new = Fact(since: Release(6, 5), .call(version: 1, .sizeArgument), .source("drivers/ring.c at 6.5"))
    let interfaces = try ["ring_setup", "ring_change"].map {
      try Interface($0, history: history, through: Release(6, 18), facts: [old, new])
    }
    #expect(CatalogListing(interfaces).structs.map(\.history.name) == ["ring_setup"])
    for (release, words) in [
      (Release(6, 0), "absent: ENOSYS"), (Release(6, 1), "VER0, 16 bytes"), (Release(6, 5), "VER1, 24 bytes"),
      (Release(6, 19), "not described: beyond 6.18"),
    ] {
      #expect(CatalogListing(interfaces, release: release).json.contains("\"in\":\"\(words)\""), "\(release)")
    }
    let page = FactList(interfaces[0]).html
    #expect(page.contains("VER0, 16 bytes") && page.contains("VER1, 24 bytes"))
  }
}
