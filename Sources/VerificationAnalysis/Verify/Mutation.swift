/// One change of a call that breaks, or touches, one rule.
struct Mutation {
  /// The rule that it is about; two mutations of one rule are not combined.
  enum Rule: String, CaseIterable {
    case size, tail, fault, flags, gate, member, pad, pointer, readOnly, outsideFlags
  }

  let rule: Rule
  /// What is done, in a few words.
  let name: String
  /// Whether it is combined, in pairs, with the typical mutations of other rules.
  let isTypical: Bool
  /// How long the user's struct has to be for the rule to apply at all, in bytes.
  let reach: Int
  let change: (inout Case) -> Void

  init(
    _ rule: Rule, _ name: String, isTypical: Bool = false, reach: Int = 0,
    _ change: @escaping (inout Case) -> Void
  ) {
    self.rule = rule
    self.name = name
    self.isTypical = isTypical
    self.reach = reach
    self.change = change
  }
}
