extension Codec {
  /// What a codec needs where a policy asks for it, an error is made, or a list is walked.
  @usableFromInline
  final class Details: Sendable {
    @usableFromInline let scheme: Scheme
    @usableFromInline let gates: [Gate]
    @usableFromInline let publishedSizes: [Int]
    @usableFromInline let reserved: [Range<Int>]
    @usableFromInline let conflicts: [FlagsField.Conflict]
    @usableFromInline let rules: [Rule]
    @usableFromInline let least: Int
    @usableFromInline let greatest: UInt64

    init(
      scheme: Scheme, gates: [Gate], publishedSizes: [Int], reserved: [Range<Int>],
      conflicts: [FlagsField.Conflict], rules: [Rule], least: Int, greatest: UInt64
    ) {
      self.scheme = scheme
      self.gates = gates
      self.publishedSizes = publishedSizes
      self.reserved = reserved
      self.conflicts = conflicts
      self.rules = rules
      self.least = least
      self.greatest = greatest
    }
  }

  /// A ``MemberRule`` with its members found.
  @usableFromInline
  struct Rule: Hashable, Sendable {
    @usableFromInline let member: Steering
    @usableFromInline let condition: Steering
    @usableFromInline let conditionBits: UInt64
    @usableFromInline let conditionIsSet: Bool
    @usableFromInline let demand: MemberRule.Demand
    @usableFromInline let errno: Errno

    init(_ rule: MemberRule, in layout: Layout) {
      member = Steering(layout.field(rule.field))
      condition = Steering(rule.condition.flatMap { layout.field($0.field) })
      conditionBits = rule.condition?.bits ?? 0
      conditionIsSet = rule.condition?.isSet ?? false
      demand = rule.demand
      errno = rule.errno
    }
  }
}
