import CDeclarations
import DiffAnalysis
import Testing

/// Patches that a review must not let pass: each is caught by its rule, at the right member, with the right words.
struct BadPatchTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    var fixture: Fixture
    var verdict: DiffVerdict
    var rule: DiffRule
    var member: String?
    var offset: Int?
    /// Words of the message.
    var words: [String]
    var testDescription: String { fixture.name }

    init(
      _ name: String, _ verdict: DiffVerdict, _ rule: DiffRule, _ member: String?, at offset: Int?,
      _ words: String...
    ) {
      fixture = Fixture(name: "bad/\(name)")
      (self.verdict, self.rule, self.member, self.offset, self.words) = (verdict, rule, member, offset, words)
    }
  }

  static let patches: [Bad] = [
    Bad(
      "inserted", .broken, .memberInserted, "deadline", at: 8, "in front of `address`",
      "moves back by 8 bytes"),
    Bad("widened", .broken, .typeWidened, "depth", at: 8, "was __u32 and is __u64", "`mode` moves back"),
    Bad("hole", .hazard, .layoutByABI, "address", at: 16, "byte 12 on i386 and at byte 16", "__aligned_u64"),
    Bad("flagless", .broken, .grownWithoutFlag, "deadline", at: 16, "from 16 to 24 bytes", "no new flag"),
    Bad("version", .hazard, .versionMissing, "RING_SETUP_SIZE_VER1", at: nil, "24 bytes", "VER1 is missing"),
    Bad("flag", .broken, .flagReused, "RING_SETUP_DEADLINE", at: nil, "0x2, which RING_SETUP_IDLE is"),
    Bad(
      "reserved", .hazard, .reservedUsed, "deadline", at: 8, "part of `reserved`",
      "12 bytes of it stay reserved"),
    Bad("flexible", .broken, .flexibleArrayMoved, "entries", at: 16, "began at byte 8 and begins at byte 16"),
    Bad(
      "bits", .broken, .bitField, "mode", at: 0, "was 4 bits wide and is 2 bits wide",
      "move forward by 2 bits"),
    Bad(
      "union", .broken, .unionGrew, "range", at: 8, "longer than the union was",
      "`length` moves back by 8 bytes"),
  ]

  @Test(arguments: patches) func `a bad patch is caught by its rule`(_ patch: Bad) throws {
    let report = try patch.fixture.report()
    let diff = try #require(report.structs.first { $0.name == "ring_setup" })
    #expect(report.structs.count == 1)
    #expect(diff.verdict == patch.verdict)
    let finding = try #require(diff.findings.first { $0.rule == patch.rule }, "\(report)")
    #expect(finding.member == patch.member)
    #expect(finding.offset == patch.offset)
    for words in patch.words { #expect(finding.message.contains(words), "\(finding.message)") }
  }

  @Test func `the hole is one of 32-bit callers, and others do not have it`() throws {
    let report = try Fixture(name: "bad/hole").report()
    let finding = try #require(report.structs.first?.findings.first { $0.rule == .layoutByABI })
    #expect(finding.abis == ["i386"])
    #expect(finding.affected == [.narrowUser])
  }
}
