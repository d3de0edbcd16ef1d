import ExtensibleStructs

/// The facts of an interface, put together for a release.
struct FactTimeline {
  let facts: [Fact]
  let asked: [Release]
  let newest: Release?
  let absent: LinuxErrno
  /// The flag bits that are known where no fact names any: those of the history's first version.
  let flags: UInt64

  /// The newest release that is described, or one that is newer than all.
  var end: Release { newest ?? Release(.max, .max) }

  /// What is known of a release.
  func status(in release: Release) -> ReleaseStatus {
    if let newest, (newest.major, newest.minor) < (release.major, release.minor) {
      return .beyond(newest: newest)
    }
    let holding = facts.filter { $0.range.contains(release) }
    for fact in holding {
      if case .notDescribed(let reason) = fact.statement { return .notDescribed(reason) }
    }
    guard let call = holding.last(where: \.namesCall), case .call(let version, let scheme) = call.statement
    else { return absence(in: release, holding) }
    let rules = holding.compactMap { fact in
      if case .rule(let rule) = fact.statement { (rule, basis(of: fact, in: release)) } else { nil }
    }
    let numbers = holding.compactMap { fact in
      if case .number(let number) = fact.statement { (number, basis(of: fact, in: release)) } else { nil }
    }
    var behavior = Behavior(
      version: version, scheme: scheme, knownFlags: knownFlags(holding), rules: rules.map(\.0),
      numbers: numbers.map(\.0))
    behavior.bases = Behavior.Bases(
      call: basis(of: call, in: release), flags: flagsBasis(in: release, call), rules: rules.map(\.1),
      numbers: numbers.map(\.1))
    return .described(behavior)
  }

  private func absence(in release: Release, _ holding: [Fact]) -> ReleaseStatus {
    for fact in holding.reversed() {
      if case .absent(let errno, let null) = fact.statement {
        return .absent(errno, null: null ?? errno, basis(of: fact, in: release))
      }
    }
    // That it is not there yet is known as the release is that brought it.
    let first = facts.first(where: \.namesCall)
    return .absent(absent, null: absent, first.map { basis(of: $0, in: release) } ?? .assumed)
  }

  private func knownFlags(_ holding: [Fact]) -> UInt64 {
    guard facts.contains(where: { $0.flags != nil }) else { return flags }
    return holding.reduce(0) { $0 | ($1.flags ?? 0) }
  }

  /// Which bits are known is as sure as the least sure of the facts that name some.
  private func flagsBasis(in release: Release, _ call: Fact) -> Behavior.Basis {
    facts.filter { $0.flags != nil && $0.range.concerns(release) }.map { basis(of: $0, in: release) }.max()
      ?? basis(of: call, in: release)
  }

  /// How a fact is known for a release. It is `ran` if kernels of the same line were asked that agree with the release
  /// on whether it holds: any one of them for a bare release, the nearest on both sides for a point.
  func basis(of fact: Fact, in release: Release) -> Behavior.Basis {
    guard fact.evidence.shows else { return fact.evidence.basis }
    let counts = counts(fact, in: release)
    func isAlike(_ kernel: Release) -> Bool { self.counts(fact, in: kernel) == counts }
    let line = asked.filter { $0.isSameLine(as: release) }
    let isAsked =
      release.point == nil || line.contains { $0.point == nil }
      ? line.contains(where: isAlike)
      : (line.filter { $0 <= release }.max().map(isAlike) ?? false)
        && (line.filter { $0 >= release }.min().map(isAlike) ?? false)
    return isAsked ? .ran : fact.evidence.basis
  }

  /// The kernels that confirmed a fact.
  func kernels(confirming fact: Fact) -> [Release] {
    fact.evidence.shows ? asked.filter { counts(fact, in: $0) } : []
  }

  /// Whether a fact has a part in what a release does: of those that name the scheme the last one does.
  private func counts(_ fact: Fact, in release: Release) -> Bool {
    guard fact.range.contains(release) else { return false }
    return !fact.namesCall || facts.last { $0.namesCall && $0.range.contains(release) } == fact
  }

  /// Every release at which some fact begins or ends, by number.
  var points: [Release] { Set(facts.flatMap(\.range.points)).sorted() }

  /// Those at which the interface changed, from the first release that has the call.
  var changes: [Release] {
    points.filter { point in
      guard newest.map({ (point.major, point.minor) <= ($0.major, $0.minor) }) ?? true else { return false }
      if case .absent = status(in: point.first) { return false }
      return true
    }
  }
}

extension Fact {
  var namesCall: Bool { if case .call = statement { true } else { false } }
  var flags: UInt64? { if case .flags(let bits) = statement { bits } else { nil } }
}
