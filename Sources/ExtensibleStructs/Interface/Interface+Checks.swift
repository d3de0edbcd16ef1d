extension Interface {
  /// Whether the facts are in order, and what each release does fits the history.
  func check(_ timeline: Timeline) throws(InterfaceError) {
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

  /// Whether the history has what the scheme of `behavior` needs, and the scheme's policies fit each other.
  func check(_ behavior: Behavior) throws(InterfaceError) {
    guard history.versions.indices.contains(behavior.version) else {
      throw InterfaceError(name, .noSuchVersion(behavior.version))
    }
    let scheme = behavior.scheme
    let mask = IntegerMember(history.flags?.field).mask
    guard history.flags == nil || behavior.knownFlags & ~mask == 0 else {
      throw InterfaceError(name, .flagsTooWide(behavior.knownFlags & ~mask))
    }
    if case .flags = scheme.size {
      guard history.flags != nil else { throw InterfaceError(name, .noFlags(scheme.name)) }
      if let open = history.versions.dropFirst().first(where: { $0.gate == 0 }) {
        throw InterfaceError(name, .ungated(open.name, scheme.name))
      }
    }
    if scheme.output?.reportsCopiedBytes == true, history.sizeMember == nil {
      throw InterfaceError(name, .noSizeMember(scheme.name))
    }
    if scheme.output?.fetchesRequest == true, history.flags == nil {
      throw InterfaceError(name, .noFlags(scheme.name))
    }
    for rule in behavior.rules {
      for field in [rule.field, rule.condition?.field].compactMap({ $0 }) {
        guard let found = history.layout.field(field), found.size == found.alignment else {
          throw InterfaceError(name, .noSuchMember(field))
        }
      }
    }
    try checkDirection(of: scheme)
    try checkSizes(of: scheme, version: behavior.version)
  }

  /// Whether the size comes from where a struct that travels this way can have it.
  private func checkDirection(of scheme: Scheme) throws(InterfaceError) {
    switch (scheme.direction, scheme.size.source) {
    case (.takesIn, .pointer):
      throw InterfaceError(
        name, .doNotFit("a size behind a pointer", "a struct that is taken in", scheme.name))
    case (.handsOut, .member), (.handsOut, .flags), (.handsOut, .elements):
      throw InterfaceError(
        name, .doNotFit("a size from \(scheme.size.source)", "a struct that is handed out", scheme.name))
    default: break
    }
    guard case .fetched? = scheme.input?.tail else { return }
    guard case .command = scheme.size else {
      throw InterfaceError(
        name, .doNotFit("a tail that is fetched", "a size that no ioctl number bounds", scheme.name))
    }
  }

  /// Whether the version has a size that the scheme lets pass.
  private func checkSizes(of scheme: Scheme, version index: Int) throws(InterfaceError) {
    let version = history.versions[index]
    if case .padded(let bytes, let from) = scheme.capacity {
      guard bytes >= version.size else {
        throw InterfaceError(name, .padFull(version.name, needs: version.size, has: bytes))
      }
      guard bytes <= Layout.maximumSize else { throw InterfaceError(name, .padTooLong(bytes)) }
      guard history.versions.indices.contains(from) else { throw InterfaceError(name, .noSuchVersion(from)) }
      if scheme.size.source == .flags {
        throw InterfaceError(name, .doNotFit("a pad", "a size from flags", scheme.name))
      }
    }
    let size = scheme.wireSize(of: version.size, version: index)
    if let bounds = scheme.bounds {
      let first = scheme.wireSize(of: history.versions[0].size, version: 0)
      let least = bounds.minimum.bytes ?? first
      guard least >= 0 else { throw InterfaceError(name, .negativeSize(least)) }
      if let maximum = bounds.maximum {
        guard least <= maximum.bytes else {
          throw InterfaceError(name, .boundsCross(least: least, greatest: maximum.bytes))
        }
        guard size <= maximum.bytes else {
          throw InterfaceError(
            name, .aboveMaximum(version.name, needs: size, maximum: maximum.bytes, scheme.name))
        }
      }
      guard least <= size else {
        throw InterfaceError(name, .belowMinimum(version.name, has: size, least: least, scheme.name))
      }
    }
    if case .elements(let elements) = scheme.size {
      guard 1...Scheme.mostElements ~= elements.greatest, 0...elements.greatest ~= elements.least else {
        throw InterfaceError(name, .unboundedArray(scheme.name))
      }
    }
    if case .command = scheme.size, size > Scheme.longestInCommand {
      throw InterfaceError(name, .tooLongForCommand(version.name, bytes: size))
    }
    if let member = history.sizeMember, scheme.readsSizeMember || scheme.output?.reportsCopiedBytes == true,
      UInt64(size) > member.valueMask
    {
      throw InterfaceError(name, .sizeMemberTooNarrow(member.name))
    }
  }
}
