import CDeclarations
import DiffAnalysis
import Documents
import Testing

/// Rules over hand-made layouts: one change each.
struct RuleTests {
  static let u8 = CType.integer("__u8", bytes: 1, isSigned: false)
  static let u16 = CType.integer("__u16", bytes: 2, isSigned: false)
  static let u32 = CType.integer("__u32", bytes: 4, isSigned: false)
  static let s32 = CType.integer("__s32", bytes: 4, isSigned: true)
  static let le32 = CType.integer("__le32", bytes: 4, isSigned: false)
  static let le16 = CType.integer("__le16", bytes: 2, isSigned: false)
  static let u64 = CType.integer("__u64", bytes: 8, isSigned: false)

  /// A struct of these members, by their places.
  static func layout(_ members: [CMember], size: Int, alignment: Int = 8) -> CLayout {
    CLayout(size: size, alignment: alignment, members: members)
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var old: CLayout
    var new: CLayout
    var rule: DiffRule
    var verdict: DiffVerdict

    init(
      _ name: String, _ old: [CMember], _ oldSize: Int, _ new: [CMember], _ newSize: Int, _ rule: DiffRule,
      _ verdict: DiffVerdict
    ) {
      testDescription = name
      self.old = RuleTests.layout(old, size: oldSize)
      self.new = RuleTests.layout(new, size: newSize)
      (self.rule, self.verdict) = (rule, verdict)
    }
  }

  static let changes: [Change] = [
    Change(
      "removed", [.init("a", at: 0, u64), .init("b", at: 8, u64)], 16, [.init("a", at: 0, u64)], 8,
      .memberRemoved,
      .broken),
    Change(
      "swapped", [.init("a", at: 0, u32), .init("b", at: 4, u32)], 8,
      [.init("b", at: 0, u32), .init("a", at: 4, u32)],
      8, .memberMoved, .broken),
    Change("renamed", [.init("a", at: 0, u64)], 8, [.init("b", at: 0, u64)], 8, .memberRenamed, .unchanged),
    Change(
      "retired", [.init("a", at: 0, u64)], 8, [.init("__reserved", at: 0, u64)], 8, .memberRetired, .hazard),
    Change(
      "narrowed", [.init("a", at: 0, u64)], 8, [.init("a", at: 0, u32), .init("b", at: 4, u32)], 8,
      .typeNarrowed,
      .broken),
    Change("sign", [.init("a", at: 0, u32)], 4, [.init("a", at: 0, s32)], 4, .signChanged, .hazard),
    Change("order", [.init("a", at: 0, u32)], 4, [.init("a", at: 0, le32)], 4, .typeChanged, .hazard),
    Change(
      "divided", [.init("a", at: 0, le32)], 4, [.init("low", at: 0, le16), .init("high", at: 2, le16)], 4,
      .memberDivided, .unchanged),
    Change(
      "replaced", [.init("a", at: 0, u32)], 4, [.init("low", at: 0, u16), .init("high", at: 2, u16)], 4,
      .memberReplaced, .broken),
    Change(
      "array in the middle", [.init("a", at: 0, .array(u32, count: 2)), .init("b", at: 8, u64)], 16,
      [.init("a", at: 0, .array(u32, count: 4)), .init("b", at: 16, u64)], 24, .arrayLength, .broken),
    Change(
      "padding", [.init("a", at: 0, u32), .init("b", at: 8, u64)], 16,
      [.init("a", at: 0, u32), .init("c", at: 4, u32), .init("b", at: 8, u64)], 16, .paddingUsed, .hazard),
    Change(
      "growth", [.init("a", at: 0, u64)], 8, [.init("a", at: 0, u64), .init("b", at: 8, u64)], 16,
      .grownUnsized, .hazard),
    Change(
      "size member", [.init("argsz", at: 0, u32), .init("a", at: 4, u32)], 8,
      [.init("argsz", at: 0, u32), .init("a", at: 4, u32), .init("b", at: 8, u64)], 16, .grownBySizeMember,
      .grown),
    Change(
      "hole", [.init("argsz", at: 0, u32)], 4, [.init("argsz", at: 0, u32), .init("b", at: 8, u64)], 16,
      .implicitPadding, .hazard),
    Change(
      "flexible to fixed", [.init("n", at: 0, u64), .init("x", at: 8, .array(u64, count: nil))], 8,
      [.init("n", at: 0, u64), .init("x", at: 8, .array(u64, count: 2))], 24, .arrayLength, .broken),
    Change(
      "one to flexible", [.init("n", at: 0, u64), .init("x", at: 8, .array(u64, count: 1))], 16,
      [.init("n", at: 0, u64), .init("x", at: 8, .array(u64, count: nil))], 8, .becameFlexible, .broken),
    Change(
      "element", [.init("n", at: 0, u64), .init("x", at: 8, .array(u32, count: nil))], 8,
      [.init("n", at: 0, u64), .init("x", at: 8, .array(u64, count: nil))], 8, .elementSize, .broken),
  ]

  @Test(arguments: changes) func `a change comes under its rule`(_ change: Change) throws {
    let report = Self.report(change.old, change.new)
    let diff = try #require(report.structs.first, "nothing was found")
    #expect(diff.findings.contains { $0.rule == change.rule }, "\(report)")
    #expect(diff.verdict == change.verdict, "\(report)")
  }

  static func report(_ old: CLayout, _ new: CLayout) -> DiffReport {
    func declarations(_ layout: CLayout) -> CDeclarations {
      CDeclarations("x.h", abis: [.x86_64], records: ["x": CRecord("x", layouts: ["x86_64": layout])])
    }
    return DiffReport(from: declarations(old), to: declarations(new))
  }

  @Test func `a struct inside another is judged where it is declared, and the other names it`() throws {
    func declarations(_ inner: CLayout, last: Int) -> CDeclarations {
      let outer = Self.layout(
        [.init("head", at: 0, .record("inner", inner)), .init("last", at: last, Self.u64)], size: last + 8)
      return CDeclarations(
        "x.h", abis: [.x86_64],
        records: [
          "inner": CRecord("inner", layouts: ["x86_64": inner]),
          "outer": CRecord("outer", layouts: ["x86_64": outer]),
        ])
    }
    let report = DiffReport(
      from: declarations(Self.layout([.init("a", at: 0, Self.u64)], size: 8), last: 8),
      to: declarations(
        Self.layout([.init("a", at: 0, Self.u64), .init("b", at: 8, Self.u64)], size: 16), last: 16))
    let inner = try #require(report.structs.first { $0.name == "inner" })
    let outer = try #require(report.structs.first { $0.name == "outer" })
    #expect(inner.embeddedIn == ["outer"])
    #expect(outer.findings.map(\.rule) == [.embeddedChanged])
    #expect(outer.findings[0].message.contains("`last` moves back by 8 bytes"))
  }

  @Test func `the report prints within 80 columns and has its page`() {
    let report = Self.report(Self.changes[0].old, Self.changes[0].new)
    #expect(report.text().split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(report.html.contains("member removed"))
    #expect(report.json.contains(#""rule":"member removed","verdict":"broken","member":"b","offset":8"#))
  }
}
