extension Codec.Plan {
  /// Plans where the size comes from and where the flags are; the rest is set one after the other.
  init(_ scheme: Scheme, flags: Codec.Steering, known: Int, gateMask: UInt64) {
    source =
      switch scheme.size {
      case .argument, .command, .elements, .pointer: .outside
      case .member: .member
      case .flags: .flags
      case .fixed: .fixed
      }
    if case .mustBeZero = scheme.tailIn { checksTail = true }
    flagsWord = min(flags.offset & ~7, max(0, known - 8))
    flagsShift = UInt64(8 * (flags.offset - flagsWord))
    flagsMask = flags.width >= 8 ? .max : (1 << UInt64(8 * flags.width)) - 1
  }

  /// Which structs take the short ways, and how the size is written. The words lie inside the known bytes.
  mutating func setWords(_ scheme: Scheme, sizeMember: Codec.Steering, size: Int, known: Int) {
    guard known >= 8 else { return }
    wordedSize = size
    if special.isEmpty { plainSize = size }
    guard scheme.size == .member, sizeMember.width > 0 else { return }
    sizeWord = min(sizeMember.offset & ~7, known - 8)
    let shift = UInt64(8 * (sizeMember.offset - sizeWord))
    let mask: UInt64 = sizeMember.width >= 8 ? .max : (1 << UInt64(8 * sizeMember.width)) - 1
    sizeKept = ~(mask << shift)
    sizeInWord = UInt64(size) << shift & ~sizeKept
  }

  /// Which sizes need no second look: a published one that is this version's, or any in the range.
  mutating func setSizes(_ scheme: Scheme, least: Int, greatest: UInt64, size: Int) {
    lowest = UInt64(max(0, least))
    if scheme.zeroSize == .meansVersion0 { lowest = max(lowest, 1) }
    sizes = lowest <= greatest ? greatest - lowest + 1 : 0
    if case .publishedSizes = scheme.dispatch {
      sizes = UInt64(size) &- lowest < sizes ? 1 : 0
      lowest = UInt64(size)
    }
  }

  /// Which flag bits need a second look.
  mutating func setFlags(
    _ scheme: Scheme, knownFlags: UInt64, gateMask: UInt64, conflicts: [FlagsField.Conflict],
    gates: [Codec.Gate]
  ) {
    switch scheme.recheck {
    case .none: break
    case .deciding: comparedFlags = scheme.size == .flags ? gateMask : 0
    case .all: comparedFlags = scheme.size == .flags ? .max : 0
    }
    if case .rejected = scheme.unknownFlags {
      refusedFlags = ~knownFlags
      for conflict in conflicts {
        conflicting |= conflict.bits
        excluded |= conflict.excluded
      }
    }
    if case .rejected = scheme.flagBeyondSize { demanding = gateMask }
    refusedInWord = (refusedFlags & flagsMask) << flagsShift
    watched = refusedFlags | (conflicting == 0 ? 0 : excluded)
    if let newest = gates.last(where: { $0.mask != 0 }) {
      newestGate = newest.mask
      newestEnd = newest.range.upperBound
    }
  }
}

extension Codec.Special {
  /// The steps that a scheme has beside those of most.
  init(_ scheme: Scheme, hasRules: Bool, known: Int) {
    var special: Codec.Special = []
    if scheme.outsideFlags != .none { special.insert(.outsideFlags) }
    if scheme.size == .elements { special.insert(.elements) }
    if scheme.firstFetch == .version0 { special.insert(.longFirstFetch) }
    if scheme.secondFetch == .none { special.insert(.oneFetch) }
    if scheme.tailIn == .fetched { special.insert(.fetchedTail) }
    if scheme.recheck != .none && scheme.size != .flags || scheme.secondRead == .firstIsPutBack {
      special.insert(.settling)
    }
    if hasRules { special.insert(.rules) }
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
