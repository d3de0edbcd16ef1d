/// The releases that a fact holds in: from one on, up to another, with the points at which stable lines followed.
public struct ReleaseRange: Hashable, Sendable {
  /// The first release of the mainline; nil for every one up to ``until``, or for none if there are backports. A bare
  /// `6.18` is 6.18.0 here.
  public var since: Release?
  /// The points at which older lines took it over. Each holds to the end of its line, and in no other; a vendor's
  /// release (``Release/vendor``) speaks for that vendor's line.
  public var backports: [Release]
  /// The first release of the mainline in which it no longer holds; nil if it does to this day.
  public var until: Release?
  /// The points at which older lines took over what ended it.
  public var endedEarly: [Release]

  /// Makes a range; without arguments it is every release.
  public init(
    since: Release? = nil, backports: [Release] = [], until: Release? = nil, endedEarly: [Release] = []
  ) {
    self.since = since
    self.backports = backports
    self.until = until
    self.endedEarly = endedEarly
  }

  /// Whether `release` is one of them.
  public func contains(_ release: Release) -> Bool {
    begun(since, backports, at: release, otherwise: true)
      && !begun(until, endedEarly, at: release, otherwise: false)
  }

  /// Whether it says anything of `release`: facts of older lines alone say nothing of another line.
  func concerns(_ release: Release) -> Bool {
    since != nil || backports.isEmpty || backports.contains { $0.isSameLine(as: release) }
  }

  private func begun(
    _ first: Release?, _ points: [Release], at release: Release, otherwise: Bool
  ) -> Bool {
    if points.contains(where: { $0.isSameLine(as: release) && $0.first <= release }) { return true }
    // What began at points of older lines alone never came to the mainline.
    guard let first else { return otherwise && points.isEmpty }
    return first.first <= release
  }

  /// The releases at which something begins or ends.
  var points: [Release] { [since, until].compactMap { $0 } + backports + endedEarly }
}

extension ReleaseRange: CustomStringConvertible {
  /// Such as `since 6.12, 6.1.115` or `5.6 until 6.14, 6.12.105`.
  public var description: String {
    func list(_ first: Release?, _ points: [Release]) -> String? {
      let all = [first].compactMap { $0 } + points
      let words = all.map { "\($0)" }.joined(separator: ", ")
      return all.isEmpty ? nil : first == nil ? "\(words) in that line" : words
    }
    let begin = list(since, backports)
    guard let end = list(until, endedEarly) else { return begin.map { "since \($0)" } ?? "every release" }
    return begin.map { "\($0) until \(end)" } ?? "until \(end)"
  }
}
