import ExtensibleStructs

/// Finds values of members that meet every requirement, the least ones where none asks for others.
///
/// It commits itself to one alternative of the first requirement that is not met, and goes back if that leads nowhere.
/// Each step meets one more requirement for good, so that the search ends; it finds an answer if there is one, unless
/// it had to give up.
struct RuleSolver {
  /// A demand on one member.
  struct Demand {
    let member: IntegerMember
    let value: MemberRule.Demand

    init(_ member: IntegerMember, _ value: MemberRule.Demand) {
      self.member = member
      self.value = value
    }
  }

  /// What has to be met: of each list one demand at least.
  let requirements: [[Demand]]
  private var stepsLeft: Int

  /// Lists what has to be met.
  ///
  /// - Parameter steps: after how many it gives up.
  init(_ requirements: [[Demand]], steps: Int = 10_000) {
    // What leaves the fewest choices goes first.
    self.requirements = requirements.sorted { RuleSolver.choices($0) < RuleSolver.choices($1) }
    stepsLeft = steps
  }

  private static func choices(_ demands: [Demand]) -> Int {
    demands.reduce(0) { count, demand in
      switch demand.value {
      case .anyOf(let bits): count + bits.nonzeroBitCount
      case .powerOfTwo: count + 8 * demand.member.width
      case .noneOf, .allOf, .within: count + 1
      }
    }
  }

  /// The values of all members that are named; nil if none were found.
  mutating func solve() -> [IntegerMember: UInt64]? {
    var sets: [IntegerMember: ValueSet] = [:]
    for demand in requirements.joined() { sets[demand.member] = ValueSet(width: demand.member.width) }
    return solve(within: sets)
  }

  private mutating func solve(within sets: [IntegerMember: ValueSet]) -> [IntegerMember: UInt64]? {
    stepsLeft -= 1
    guard stepsLeft >= 0 else { return nil }
    var values: [IntegerMember: UInt64] = [:]
    for (member, set) in sets {
      guard let value = set.least else { return nil }
      values[member] = value
    }
    let open = requirements.first { !$0.contains { $0.value.isMet(by: values[$0.member] ?? 0) } }
    guard let open else { return values }
    for demand in open {
      for set in sets[demand.member]?.meeting(demand.value) ?? [] {
        var narrowed = sets
        narrowed[demand.member] = set
        if let found = solve(within: narrowed) { return found }
      }
    }
    return nil
  }
}
