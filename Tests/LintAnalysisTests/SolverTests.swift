import ExtensibleStructs
import KernelInterfaces
import TestSupport
import Testing

@testable import LintAnalysis

/// Rules on members are met where they can be: compared with trying every value.
@Suite struct SolverTests {
  static let history = try! History(
    Layout("bytes", fields: (0..<2).map { Field("m\($0)", offset: $0, size: 1) }),
    versions: [Version("VER0", size: 2)])

  /// Two members of a byte, as rules name them.
  static func members() throws -> [IntegerMember] {
    let rules = ["m0", "m1"].map { Fact(.rule(MemberRule($0, .noneOf(0))), .assumed()) }
    let facts = [Fact(.call(version: 0, .sizeArgument), .assumed())] + rules
    return try Codec(Interface("call", history: history, facts: facts)).checks.memberRules.map(\.member)
  }

  static func demand(_ random: inout SeededGenerator) -> MemberRule.Demand {
    func byte() -> UInt64 { .random(in: 0...255, using: &random) & .random(in: 0...255, using: &random) }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .noneOf(byte())
    case 1: return .allOf(byte())
    case 2: return .anyOf(byte())
    case 3: return .powerOfTwo
    default:
      let ends = [byte(), byte()].sorted()
      return .within(ends[0]...ends[1])
    }
  }

  @Test func againstEveryValue() throws {
    var random = SeededGenerator(seed: 9)
    let members = try Self.members()
    var answers = (found: 0, none: 0)
    for _ in 0..<150 {
      let requirements = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
          RuleSolver.Demand(members[Int.random(in: 0...1, using: &random)], Self.demand(&random))
        }
      }
      func isMet(_ first: UInt64, _ second: UInt64) -> Bool {
        requirements.allSatisfy {
          $0.contains { $0.value.isMet(by: $0.member == members[0] ? first : second) }
        }
      }
      var solver = RuleSolver(requirements)
      if let found = solver.solve() {
        answers.found += 1
        #expect(isMet(found[members[0]] ?? 0, found[members[1]] ?? 0), "seed 9: \(requirements)")
      } else {
        answers.none += 1
        let exists = (0..<256).contains { first in (0..<256).contains { isMet(first, $0) } }
        #expect(!exists, "seed 9: \(requirements)")
      }
    }
    #expect(answers.found > 20 && answers.none > 20, "\(answers)")
  }

  @Test func theLeastValueOfASet() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<1000 {
      let demands = (0..<3).map { _ in Self.demand(&random) }
      let sets = demands.reduce([ValueSet(width: 1)]) { sets, demand in sets.flatMap { $0.meeting(demand) } }
      let least = (0...255).first { value in demands.allSatisfy { $0.isMet(by: value) } }
      #expect(sets.compactMap(\.least).min() == least, "seed 9: \(demands)")
    }
  }

  @Test func itGivesUp() throws {
    let members = try Self.members()
    let requirements = members.flatMap { member in
      [[RuleSolver.Demand(member, .anyOf(0x0f))], [RuleSolver.Demand(member, .anyOf(0xf0))]]
    }
    var solver = RuleSolver(requirements)
    #expect(solver.solve()?.values.allSatisfy { $0 == 0x11 } == true)
    var hasty = RuleSolver(requirements, steps: 4)
    #expect(hasty.solve() == nil)
  }
}
