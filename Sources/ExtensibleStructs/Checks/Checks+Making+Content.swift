extension Checks.List {
  /// How the struct is fetched once the size has passed, and what is compared of two fetches.
  mutating func addCopy(_ input: Scheme.Input) {
    let scheme = source.scheme
    switch scheme.size {
    case .elements:
      openElements()
      add(.copy, .EFAULT)
    case .fixed: add(.copy, .EFAULT)
    case .command(.publishedSizes):
      addZeroFill()
      add(.copy, .EFAULT)
    case .flags where scheme.fetches == .version0Only, .member where scheme.fetches == .version0Only:
      add(.zeroBehind(source.version0))
    case .flags:
      addZeroFill()
      add(.copy, .EFAULT, writingBack: true)
    case .member, .argument, .command(.anySize), .pointer:
      addZeroFill()
      if case .mustBeZero(let errno) = input.tail { add(.tail, errno, writingBack: true) }
      add(input.tail == .fetched ? .copyAll : .copy, .EFAULT, writingBack: true)
    }
    addSecondFetch()
  }

  /// Fills what a shorter struct left out; not where none is shorter.
  private mutating func addZeroFill() {
    let least =
      switch source.scheme.size {
      case .member(let member): member.bounds.minimum.bytes ?? source.version0
      case .argument(let bounds), .command(.anySize(let bounds)): bounds.minimum.bytes ?? source.version0
      case .flags: source.version0
      default: leastSize
      }
    if least < source.ksize { add(.zeroFill) }
  }

  private mutating func addSecondFetch() {
    guard let fetches = source.scheme.fetches, let second = fetches.second else { return }
    let hasSize = source.scheme.member != nil
    // The flags were fetched twice if they are what decides, or a part of the first version.
    let hasFlags = source.flags.width > 0 && (!hasSize || fetches.takesVersion0)
    if second.recheck != .none, hasSize { add(.recheckSize(source.sizeMember), .EINVAL) }
    if hasFlags {
      let deciding = source.gates.reduce(0) { $0 | $1.mask }
      switch second.recheck {
      case .none: break
      case .deciding: if !hasSize, deciding != 0 { add(.recheckFlags(source.flags, deciding), .EINVAL) }
      case .all: add(.recheckFlags(source.flags, .max), .EINVAL)
      }
    }
    guard second.used == .first else { return }
    if hasSize { add(.keepSize(source.sizeMember)) }
    if hasFlags { add(.keepFlags(source.flags)) }
  }

  /// How the content of the kernel's copy is judged.
  mutating func addContent(_ input: Scheme.Input) {
    if source.flags.width > 0 { addFlags(input) }
    let layout = source.history.layout
    for (index, given) in source.rules.enumerated() {
      for rule in given.elements(in: layout).map({ Checks.Rule($0, in: layout) })
      where max(rule.member.end, rule.condition.end) <= source.ksize {
        add(.member(rule), given.errno, basis: source.bases.rules[index])
      }
    }
    if case .mustBeZero(let errno) = input.pad {
      for range in reservedBytes { add(.pad(range), errno) }
    }
    if case .mustBeZero(let errno) = input.closedGate {
      for gate in source.gates where gate.mask != 0 { add(.closedGate(gate.mask, gate.range), errno) }
    }
  }

  private mutating func addFlags(_ input: Scheme.Input) {
    let flags = source.flags
    if case .rejected(let errno) = input.unknownFlags {
      add(.unknownFlags(flags, known: source.knownFlags), errno, basis: source.bases.flags)
      // A conflict with a bit that is not known never comes to be.
      for conflict in source.history.flags?.conflicts ?? []
      where conflict.bits & source.knownFlags != 0 && conflict.excluded & source.knownFlags != 0 {
        add(
          .flagConflict(flags, conflict.bits, excludes: conflict.excluded), errno, basis: source.bases.flags)
      }
    }
    guard case .rejected(let errno) = input.flagBeyondSize else { return }
    for gate in source.gates where gate.mask != 0 && gate.range.upperBound > leastSize {
      add(.flagBeyondSize(flags, gate.mask, end: gate.range.upperBound), errno)
    }
  }

  /// A size that no struct which has come so far is below.
  private var leastSize: Int {
    switch source.scheme.size {
    case .fixed, .elements: source.ksize
    case .command(.publishedSizes): source.publishedSizes.min() ?? 0
    case .member, .argument, .command(.anySize), .flags, .pointer: 0
    }
  }

  /// The reserved members that this kernel knows, and the pad behind what it knows.
  private var reservedBytes: [Range<Int>] {
    let whole = 0..<source.ksize
    let members = source.history.layout.fields.filter { $0.isReserved && $0.offset < source.known }
    return members.map { $0.range.clamped(to: whole) }
      + (source.known < source.ksize ? [source.known..<source.ksize] : [])
  }
}
