extension Codec {
  /// An interface as it was compiled for one version: never changed, and shared by a codec's copies.
  @usableFromInline
  final class Details: Sendable {
    @usableFromInline let plan: Plan
    @usableFromInline let size: Int
    @usableFromInline let known: Int
    @usableFromInline let version0: Int
    @usableFromInline let knownFlags: UInt64
    @usableFromInline let gateMask: UInt64
    @usableFromInline let flags: Steering
    @usableFromInline let sizeMember: Steering
    // From here on: what is needed where a policy asks for it, an error is made, or a list is walked.
    @usableFromInline let scheme: Scheme
    @usableFromInline let gates: [Gate]
    @usableFromInline let publishedSizes: [Int]
    @usableFromInline let reserved: [Range<Int>]
    @usableFromInline let conflicts: [FlagsField.Conflict]
    @usableFromInline let rules: [Rule]
    @usableFromInline let least: Int
    @usableFromInline let greatest: UInt64

    /// Compiles the version with this index of a history; the arguments have been checked.
    init(
      _ history: History, _ index: Int, _ edition: Edition, size: Int, version0: Int, publishedSizes: [Int]
    ) {
      let known = min(history.versions[index].size, size)
      scheme = edition.scheme
      self.size = size
      self.known = known
      self.version0 = version0
      self.publishedSizes = publishedSizes
      knownFlags = history.knownFlags(version: index) | edition.extraFlags
      flags = Steering(history.flags?.field)
      sizeMember = Steering(history.sizeMember)
      // A struct of another size may end inside a member or an extension: what it has of them counts.
      let whole = 0..<size
      gates = history.extensions.prefix(index).map {
        Gate(mask: $0.gate, range: $0.range.clamped(to: whole))
      }
      gateMask = gates.reduce(0) { $0 | $1.mask }
      reserved =
        history.layout.fields.filter { $0.isReserved && $0.offset < known }.map {
          $0.range.clamped(to: whole)
        } + (known < size ? [known..<size] : [])
      conflicts = history.flags?.conflicts ?? []
      rules = edition.rules.map { Rule($0, in: history.layout) }
      least = scheme.size == .pointer ? size : scheme.minimum.bytes ?? version0
      greatest = scheme.maximum.map { UInt64($0.bytes) } ?? UInt64(Int.max)
      var plan = Plan(scheme, flags: flags, known: known, gateMask: gateMask)
      plan.special = Special(scheme, hasRules: !rules.isEmpty, known: known)
      plan.setWords(scheme, sizeMember: sizeMember, size: size, known: known)
      plan.setSizes(scheme, least: least, greatest: greatest, size: size)
      plan.setFlags(scheme, knownFlags: knownFlags, gateMask: gateMask, conflicts: conflicts, gates: gates)
      self.plan = plan
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
