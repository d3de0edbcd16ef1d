import ExtensibleStructs

extension Checks.Rule {
  /// The value that the deciding member needs for the rule to apply, where it has another in `sample`.
  func condition(from sample: [UInt8]) -> UInt64? {
    guard condition.width > 0 else { return nil }
    let value = condition.value(in: sample)
    guard (value & conditionBits != 0) != conditionIsSet else { return nil }
    return conditionIsSet ? value | (conditionBits & ~(conditionBits &- 1)) : value & ~conditionBits
  }

  /// Values that break the rule, one bit or one step away from the value in `sample`.
  func broken(from sample: [UInt8]) -> [UInt64] {
    guard member.end <= sample.count else { return [] }
    let width = member.width
    let value = member.value(in: sample)
    let limit: UInt64 = width >= 8 ? .max : (1 << UInt64(8 * width)) - 1
    switch demand {
    case .noneOf(let bits):
      return (0..<UInt64(8 * width)).map { 1 << $0 }.filter { bits & $0 != 0 }.map { value | $0 }
    case .allOf(let bits):
      return (0..<UInt64(8 * width)).map { 1 << $0 }.filter { bits & $0 != 0 }.map { value & ~$0 }
    case .anyOf(let bits): return [value & ~bits]
    case .powerOfTwo: return [0, value == 1 ? 3 : value | 1]
    case .within(let range):
      var values: [UInt64] = []
      if range.lowerBound > 0 { values += [0, range.lowerBound - 1] }
      if range.upperBound < limit { values += [range.upperBound + 1, limit] }
      return values
    }
  }

  /// Values that just meet the rule: each allowed bit alone and all of them, and the edges of a range from inside.
  func met(from sample: [UInt8]) -> [UInt64] {
    guard member.end <= sample.count else { return [] }
    let width = member.width
    let limit: UInt64 = width >= 8 ? .max : (1 << UInt64(8 * width)) - 1
    let bits = (0..<UInt64(8 * width)).map { UInt64(1) << $0 }
    switch demand {
    case .noneOf(let refused): return [0, limit & ~refused] + bits.filter { refused & $0 == 0 }
    case .allOf(let needed): return [needed, limit, member.value(in: sample) | needed]
    case .powerOfTwo: return bits
    case .anyOf(let wanted): return bits.filter { wanted & $0 != 0 }
    case .within(let range):
      let (least, greatest) = (range.lowerBound, min(range.upperBound, limit))
      guard least < greatest else { return [least] }
      return [least, least + 1, greatest - 1, greatest]
    }
  }
}
