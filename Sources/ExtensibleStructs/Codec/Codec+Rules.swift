extension Codec {
  /// A rule on a member, as far as one who tests it needs to know.
  public struct MemberRuleView: Hashable, Sendable {
    /// The member that the rule is about.
    public var member: Steering
    /// What its value has to be.
    public var demand: MemberRule.Demand
    /// The member that decides whether the rule applies; of width 0 if it always does.
    public var condition: Steering
    /// The bits that it is looked at for.
    public var conditionBits: UInt64
    /// Whether the rule applies with any of the bits set, or with none of them.
    public var conditionIsSet: Bool
  }

  /// The edition's rules on members, in the order in which they are looked at.
  public var memberRules: [MemberRuleView] {
    details.rules.map {
      MemberRuleView(
        member: $0.member, demand: $0.demand, condition: $0.condition, conditionBits: $0.conditionBits,
        conditionIsSet: $0.conditionIsSet)
    }
  }
}

extension Codec.Steering {
  /// The member's value in a struct's bytes; 0 if it does not lie inside.
  public func value(in bytes: [UInt8]) -> UInt64 {
    guard offset + width <= bytes.count else { return 0 }
    return (0..<width).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }
}

extension Codec.MemberRuleView {
  /// The value that the deciding member needs for the rule to apply, where it has another in `sample`.
  public func condition(from sample: [UInt8]) -> UInt64? {
    guard condition.width > 0 else { return nil }
    let value = condition.value(in: sample)
    guard (value & conditionBits != 0) != conditionIsSet else { return nil }
    return conditionIsSet ? value | (conditionBits & ~(conditionBits &- 1)) : value & ~conditionBits
  }

  /// Values that break the rule, one bit or one step away from the value in `sample`.
  public func broken(from sample: [UInt8]) -> [UInt64] {
    guard member.offset + member.width <= sample.count else { return [] }
    let width = member.width
    let value = member.value(in: sample)
    let limit: UInt64 = width >= 8 ? .max : (1 << UInt64(8 * width)) - 1
    switch demand {
    case .noneOf(let bits):
      return (0..<UInt64(8 * width)).map { 1 << $0 }.filter { bits & $0 != 0 }.map { value | $0 }
    case .allOf(let bits):
      return (0..<UInt64(8 * width)).map { 1 << $0 }.filter { bits & $0 != 0 }.map { value & ~$0 }
    case .anyOf(let bits): return [value & ~bits]
    case .within(let range):
      var values: [UInt64] = []
      if range.lowerBound > 0 { values += [0, range.lowerBound - 1] }
      if range.upperBound < limit { values += [range.upperBound + 1, limit] }
      return values
    }
  }
}
