import ExtensibleStructs

extension Interface {
  /// Whether the facts are in order, and what each release does fits the history.
  func check(_ timeline: FactTimeline) throws(InterfaceError) {
    var before: Release?
    for (index, fact) in facts.filter(\.namesCall).enumerated() {
      // Of facts that hold together the last one counts: one without a release would hide those in front of it.
      guard let since = fact.range.since else {
        if index > 0, fact.range.backports.isEmpty { throw InterfaceError(name, .undatedFact) }
        continue
      }
      if let before, since.first <= before.first { throw InterfaceError(name, .factsOutOfOrder(since)) }
      before = since
    }
    for point in [Release(0, 0, 0)] + timeline.points.map(\.first) + [timeline.end] {
      if let behavior = timeline.status(in: point).behavior { try check(behavior) }
    }
  }

  /// Whether what a release does fits the history.
  func check(_ behavior: Behavior) throws(InterfaceError) {
    do { try behavior.check(history) } catch { throw InterfaceError(name, error) }
  }
}
