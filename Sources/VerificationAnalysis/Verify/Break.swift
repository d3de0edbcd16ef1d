/// One way to break, or to touch, one rule: a change of a call.
struct Break {
  /// The rule that it is about; two breaks of one rule are not combined.
  enum Rule: String, CaseIterable {
    case size, tail, fault, flags, gate, member, pad, pointer, readOnly, outsideFlags
  }

  let rule: Rule
  /// What is done, in a few words.
  let name: String
  /// Whether it stands for its rule where two rules are broken at once.
  let isTypical: Bool
  /// How long the user's struct has to be for the rule to apply at all, in bytes.
  let reach: Int
  let change: (inout Draft) -> Void

  init(
    _ rule: Rule, _ name: String, isTypical: Bool = false, reach: Int = 0,
    _ change: @escaping (inout Draft) -> Void
  ) {
    self.rule = rule
    self.name = name
    self.isTypical = isTypical
    self.reach = reach
    self.change = change
  }
}
