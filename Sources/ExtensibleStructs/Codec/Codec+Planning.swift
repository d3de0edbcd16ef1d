// Whatever is here can be carried out by a compiler that knows the declaration and the scheme: no list, no string.

extension Codec.Plan {
  /// Plans how a struct is treated under a scheme.
  ///
  /// - Parameters:
  ///   - size: the struct's length in bytes as this side was compiled with it, pad included.
  ///   - version0: the first version's length in bytes, pad included.
  ///   - hasRules: whether there are rules on members.
  @inlinable
  @inline(__always)
  init(_ outline: Outline, _ scheme: Scheme, size: Int, version0: Int, hasRules: Bool = false) {
    flags = outline.flags
    sizeMember = outline.sizeMember
    self.size = size
    self.version0 = version0
    known = outline.end
    gateMask = outline.gateMask
    newestGate = outline.newestGate
    newestEnd = outline.newestEnd
    switch scheme.size {
    case .argument, .command, .elements, .pointer: source = .outside
    case .member: source = .member
    case .flags: source = .flags
    case .fixed: source = .fixed
    }
    checksTail = false
    if case .takesIn(let input) = scheme.direction, case .mustBeZero = input.tail { checksTail = true }
    isPlain = scheme.isPlain && !hasRules && known >= 8
    (lowest, sizes, hasOneSize) = (0, 0, false)
    (refusedFlags, watched, comparedFlags, demanding) = (0, 0, 0, 0)
    (flagsWord, flagsShift, flagsMask, refusedInWord) = (0, 0, 0, 0)
    (plainSize, wordedSize) = (-1, -1)
    (sizeWord, sizeKept, sizeInWord) = (0, 0, 0)
    setSizes(scheme)
    setFlags(scheme, outline)
    setWords()
  }

  /// Which sizes need no second look: a published one that is this version's, or any in the range.
  @inlinable
  @inline(__always)
  mutating func setSizes(_ scheme: Scheme) {
    lowest = UInt64(truncatingIfNeeded: scheme.leastSize(size: size, version0: version0))
    let zeroIsVersion0 = if case .meansVersion0? = scheme.member?.zero { true } else { false }
    if zeroIsVersion0 { lowest = max(lowest, 1) }
    let greatest = scheme.greatestSize
    sizes = lowest <= greatest ? greatest &- lowest &+ 1 : 0
    if case .command(.publishedSizes) = scheme.size {
      sizes = UInt64(truncatingIfNeeded: size) &- lowest < sizes ? 1 : 0
      lowest = UInt64(truncatingIfNeeded: size)
      // The sizes of all versions lie between the first one's and this one's.
      hasOneSize = version0 == size
    }
  }

  /// Which flag bits need a second look.
  @inlinable
  @inline(__always)
  mutating func setFlags(_ scheme: Scheme, _ outline: Outline) {
    if case .flags(let fetches) = scheme.size {
      switch fetches.second?.recheck ?? .none {
      case .none: break
      case .deciding: comparedFlags = gateMask
      case .all: comparedFlags = .max
      }
    }
    guard case .takesIn(let input) = scheme.direction else { return }
    if case .rejected = input.unknownFlags {
      refusedFlags = ~outline.knownFlags
      watched = refusedFlags | (outline.conflicting == 0 ? 0 : outline.excluded)
    }
    if case .rejected = input.flagBeyondSize { demanding = gateMask }
  }

  /// Where in words of 8 bytes the flags and the size lie, and which structs are looked at by words. The words lie
  /// inside the known bytes.
  @inlinable
  @inline(__always)
  mutating func setWords() {
    flagsWord = min(flags.offset & ~7, max(0, known &- 8))
    flagsShift = UInt64(truncatingIfNeeded: 8 &* (flags.offset &- flagsWord))
    flagsMask = flags.mask
    refusedInWord = (refusedFlags & flagsMask) &<< flagsShift
    guard known >= 8 else { return }
    wordedSize = size
    if isPlain { plainSize = size }
    guard source == .member, sizeMember.width > 0 else { return }
    sizeWord = min(sizeMember.offset & ~7, known &- 8)
    let shift = UInt64(truncatingIfNeeded: 8 &* (sizeMember.offset &- sizeWord))
    sizeKept = ~(sizeMember.mask &<< shift)
    sizeInWord = UInt64(truncatingIfNeeded: size) &<< shift & ~sizeKept
  }
}

extension IntegerMember {
  /// The values that the member can hold: all ones in its width.
  @inlinable
  @inline(__always)
  var mask: UInt64 { width >= 8 ? .max : (1 &<< UInt64(truncatingIfNeeded: 8 &* width)) &- 1 }
}

extension Scheme {
  /// How long a struct of `bytes` bytes is on the wire that is the version with this index.
  @inlinable
  @inline(__always)
  package func wireSize(of bytes: Int, version index: Int) -> Int {
    guard case .padded(let padded, let from) = capacity, from <= index else { return bytes }
    return max(padded, bytes)
  }

  /// The least size that passes, in bytes or elements; not negative.
  @inlinable
  @inline(__always)
  func leastSize(size: Int, version0: Int) -> Int {
    switch self.size {
    case .pointer: size
    case .elements(let elements): elements.least
    case .member(let member): member.bounds.minimum.bytes ?? version0
    case .argument(let bounds), .command(.anySize(let bounds)): bounds.minimum.bytes ?? version0
    case .fixed, .flags, .command(.publishedSizes): 0
    }
  }

  /// The greatest size that passes, in bytes or elements.
  @inlinable
  @inline(__always)
  var greatestSize: UInt64 {
    let greatest: Int?
    switch size {
    case .elements(let elements): greatest = elements.greatest
    case .member(let member): greatest = member.bounds.maximum?.bytes
    case .argument(let bounds): greatest = bounds.maximum?.bytes
    case .command(.anySize(let bounds)):
      greatest = min(bounds.maximum?.bytes ?? Scheme.longestInCommand, Scheme.longestInCommand)
    case .fixed, .flags, .pointer, .command(.publishedSizes): greatest = nil
    }
    return UInt64(truncatingIfNeeded: greatest ?? Int.max)
  }
}

extension Scheme {
  /// Whether the unrolled path has every step that this scheme asks for.
  @inlinable
  @inline(__always)
  var isPlain: Bool {
    // Patterns, since the compiler's own `==` of an enum is a call.
    guard case .takesIn(let input) = direction else { return false }
    // A flags argument that is 0 passes wherever it is looked at; another one is judged by the list.
    switch size {
    case .member(let member):
      guard case .alone(let second) = member.fetches, case .none = second.recheck, case .second = second.used,
        !member.reportsNeededSize
      else { return false }
    case .flags(let fetches):
      guard case .alone(let second) = fetches, case .second = second.used else { return false }
    case .fixed, .argument, .command: break
    case .elements, .pointer: return false
    }
    switch nullPointer {
    case .faultsWhenRead, .rejectedFirst, .rejectedAfterSize: break
    case .takenAfterSize, .takenWithoutSize: return false
    }
    if case .fetched = input.tail { return false }
    guard case .leftAlone = input.refusal, case .none = input.writtenMember, input.peek == 0 else {
      return false
    }
    guard case .ignored = input.pad, case .ignored = input.closedGate else { return false }
    return !input.copiesBack
  }
}
