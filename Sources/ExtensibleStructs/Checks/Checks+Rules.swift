extension Checks {
  /// The rules on members, in the order in which they are looked at.
  package var memberRules: [Rule] {
    steps.compactMap { if case .member(let rule) = $0.action { rule } else { nil } }
  }
}
