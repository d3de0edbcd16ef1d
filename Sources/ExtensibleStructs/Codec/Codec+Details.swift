extension Codec {
  /// An interface as it was compiled for one version: never changed, and shared by a codec's copies.
  @usableFromInline
  final class Details: Sendable {
    @usableFromInline let plan: Plan
    // From here on: what is needed where a policy asks for it, an error is made, or a list is walked.
    @usableFromInline let scheme: Scheme
    @usableFromInline let knownFlags: UInt64
    @usableFromInline let gates: [Gate]
    @usableFromInline let publishedSizes: [Int]
    @usableFromInline let reserved: [Range<Int>]
    @usableFromInline let conflicts: [FlagsField.Conflict]
    @usableFromInline let rules: [Rule]
    @usableFromInline let least: Int
    @usableFromInline let greatest: UInt64
    @usableFromInline let sizeErrnos: (tooSmall: Errno, tooGreat: Errno)

    /// Compiles the version with this index of a history; the arguments have been checked.
    init(
      _ history: History, _ index: Int, _ edition: Edition, size: Int, version0: Int, publishedSizes: [Int]
    ) {
      let known = min(history.versions[index].size, size)
      scheme = edition.scheme
      self.publishedSizes = publishedSizes
      knownFlags = history.knownFlags(version: index) | edition.extraFlags
      // A struct of another size may end inside a member or an extension: what it has of them counts.
      let whole = 0..<size
      gates = history.extensions.prefix(index).map {
        Gate(mask: $0.gate, range: $0.range.clamped(to: whole))
      }
      reserved =
        history.layout.fields.filter { $0.isReserved && $0.offset < known }.map {
          $0.range.clamped(to: whole)
        } + (known < size ? [known..<size] : [])
      conflicts = history.flags?.conflicts ?? []
      rules = edition.rules.map { Rule($0, in: history.layout) }
      least = scheme.leastSize(size: size, version0: version0)
      greatest = scheme.greatestSize
      sizeErrnos = scheme.sizeErrnos
      var outline = Outline(history, index, cutTo: size)
      outline.knownFlags = knownFlags
      plan = Plan(outline, scheme, size: size, version0: version0, hasRules: !rules.isEmpty)
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

extension Outline {
  /// The outline of a history up to the version with this index, in a struct that ends after `size` bytes.
  init(_ history: History, _ index: Int, cutTo size: Int) {
    self.init(
      flags: Codec.Steering(history.flags?.field), knownFlags: history.flags?.known ?? 0,
      sizeMember: Codec.Steering(history.sizeMember))
    for version in history.versions[...index] { publish(end: min(version.size, size), gate: version.gate) }
    for conflict in history.flags?.conflicts ?? [] { exclude(conflict) }
  }
}

extension Scheme {
  /// What a size below the least and one above the greatest are answered with.
  fileprivate var sizeErrnos: (tooSmall: Errno, tooGreat: Errno) {
    switch size {
    case .elements(let elements): (elements.errno, elements.errno)
    case .pointer(let tooSmall): (tooSmall, .E2BIG)
    case .fixed, .member, .argument, .command, .flags:
      (bounds?.minimum.errno ?? .EINVAL, bounds?.maximum?.errno ?? .E2BIG)
    }
  }
}
