extension Codec {
  /// An interface as it was compiled for one version: never changed, and shared by a codec's copies.
  @usableFromInline
  final class Details: Sendable {
    /// What the unrolled paths look at.
    @usableFromInline let plan: Plan
    /// The steps of everything else.
    @usableFromInline let checks: Checks
    @usableFromInline let scheme: Scheme

    /// Compiles the version with this index of a history; the arguments have been checked.
    init(
      _ history: History, _ index: Int, _ behavior: Behavior, size: Int, version0: Int, publishedSizes: [Int],
      absent: LinuxErrno
    ) {
      scheme = behavior.scheme
      let knownFlags = history.versions[...index].reduce(behavior.knownFlags) { $0 | $1.gate }
      // A struct of another size may end inside a member or an extension: what it has of them counts.
      let whole = 0..<size
      let gates = history.extensions.prefix(index).map {
        Gate(mask: $0.gate, range: $0.range.clamped(to: whole))
      }
      checks = Checks(
        Checks.Source(
          history: history, scheme: scheme, knownFlags: knownFlags, rules: behavior.rules,
          numbers: behavior.numbers, bases: behavior.bases, ksize: size,
          known: min(history.versions[index].size, size), version0: version0, gates: gates,
          publishedSizes: publishedSizes, absent: absent))
      var outline = Outline(history, index, cutTo: size)
      outline.knownFlags = knownFlags
      plan = Plan(outline, scheme, size: size, version0: version0, hasRules: !behavior.rules.isEmpty)
    }
  }
}

extension Outline {
  /// The outline of a history up to the version with this index, in a struct that ends after `size` bytes.
  init(_ history: History, _ index: Int, cutTo size: Int) {
    self.init(
      flags: IntegerMember(history.flags?.field), knownFlags: history.flags?.known ?? 0,
      sizeMember: IntegerMember(history.sizeMember))
    for version in history.versions[...index] { publish(end: min(version.size, size), gate: version.gate) }
    for conflict in history.flags?.conflicts ?? [] { exclude(conflict) }
  }
}
