extension Codec.Plan {
  /// Makes a plan of a scheme's policies.
  init(
    _ details: Codec.Details, size: Int, known: Int, version0: Int, flags: Codec.Steering,
    knownFlags: UInt64, gateMask: UInt64
  ) {
    let scheme = details.scheme
    source =
      switch scheme.size {
      case .argument, .command, .elements, .pointer: .outside
      case .member: .member
      case .flags: .flags
      case .fixed: .fixed
      }
    special = Codec.Special(details, known: known)
    if case .mustBeZero = scheme.tailIn { checksTail = true }
    planSizes(details, size: size, version0: version0)

    flagsWord = min(flags.offset & ~7, max(0, known - 8))
    flagsShift = UInt64(8 * (flags.offset - flagsWord))
    flagsMask = flags.width >= 8 ? .max : (1 << UInt64(8 * flags.width)) - 1
    switch scheme.recheck {
    case .none: break
    case .deciding: comparedFlags = scheme.size == .flags ? gateMask : 0
    case .all: comparedFlags = scheme.size == .flags ? .max : 0
    }
    if case .rejected = scheme.unknownFlags {
      refusedFlags = ~knownFlags
      for conflict in details.conflicts {
        conflicting |= conflict.bits
        excluded |= conflict.excluded
      }
    }
    if case .rejected = scheme.flagBeyondSize { demanding = gateMask }
    if let newest = details.gates.last(where: { $0.mask != 0 }) {
      newestGate = newest.mask
      newestEnd = newest.range.upperBound
    }
  }

  /// Which sizes need no second look: a published one that is this version's, or any in the range.
  private mutating func planSizes(_ details: Codec.Details, size: Int, version0: Int) {
    lowest = UInt64(max(0, details.least))
    if details.scheme.zeroSize == .meansVersion0 { lowest = max(lowest, 1) }
    sizes = lowest <= details.greatest ? details.greatest - lowest + 1 : 0
    if case .publishedSizes = details.scheme.dispatch {
      sizes = UInt64(size) &- lowest < sizes ? 1 : 0
      lowest = UInt64(size)
    }
  }
}

extension Codec.Special {
  init(_ details: Codec.Details, known: Int) {
    let scheme = details.scheme
    var special: Codec.Special = []
    if scheme.outsideFlags != .none { special.insert(.outsideFlags) }
    if scheme.size == .elements { special.insert(.elements) }
    if scheme.firstFetch == .version0 { special.insert(.longFirstFetch) }
    if scheme.secondFetch == .none { special.insert(.oneFetch) }
    if scheme.tailIn == .fetched { special.insert(.fetchedTail) }
    if scheme.recheck != .none && scheme.size != .flags || scheme.secondRead == .firstIsPutBack {
      special.insert(.settling)
    }
    if !details.rules.isEmpty { special.insert(.rules) }
    if case .mustBeZero = scheme.pad { special.insert(.unusedBytes) }
    if case .mustBeZero = scheme.closedGate { special.insert(.unusedBytes) }
    if scheme.copyBack == .whole || scheme.sizeReport == .neededSize || scheme.request == .flags
      || scheme.size == .pointer
    {
      special.insert(.answer)
    }
    if known < 8 { special.insert(.short) }
    self = special
  }
}
