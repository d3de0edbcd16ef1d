extension Behavior {
  /// Whether `history` has what the scheme needs, and the scheme's policies fit each other.
  ///
  /// - Parameter history: as the struct is on the wire (``History/wire(for:)``).
  package func check(_ history: History) throws(SchemeError) {
    func refuse(if isWrong: Bool, _ cause: SchemeError.Cause) throws(SchemeError) {
      if isWrong { throw SchemeError(history.name, cause) }
    }
    try refuse(if: !history.versions.indices.contains(version), .noSuchVersion(version))
    let beyond = history.flags == nil ? 0 : knownFlags & ~IntegerMember(history.flags?.field).mask
    try refuse(if: beyond != 0, .flagsTooWide(beyond))
    if case .flags = scheme.size {
      try refuse(if: history.flags == nil, .noFlags(scheme.name))
      if let open = history.versions.dropFirst().first(where: { $0.gate == 0 }) {
        throw SchemeError(history.name, .ungated(open.name, scheme.name))
      }
    }
    let needsSize = scheme.readsSizeMember || scheme.output?.reportsCopiedBytes == true
    try refuse(if: needsSize && history.sizeMember == nil, .noSizeMember(scheme.name))
    try refuse(if: scheme.output?.fetchesRequest == true && history.flags == nil, .noFlags(scheme.name))
    let each = rules.flatMap { $0.elements(in: history.layout) }
    for name in each.flatMap({ [$0.field, $0.condition?.field].compactMap { $0 } }) {
      let found = history.layout.field(name)
      try refuse(if: found == nil || found?.size != found?.alignment, .noSuchMember(name))
    }
    if let peek = scheme.input?.peek, !(0...history.versions[0].size ~= peek) {
      throw SchemeError(history.name, .noSuchMember("byte \(peek)"))
    }
    let first = history.versions[0].size
    if case .inMember(let member)? = scheme.input?.refusal,
      !(0...first ~= member.offset && 0...(first - member.offset) ~= member.width)
    {
      throw SchemeError(history.name, .noSuchMember("byte \(member.offset)"))
    }
    for errno in scheme.errnos + rules.map(\.errno) {
      try refuse(if: !errno.isErrorNumber, .noErrorNumber(errno, scheme.name))
    }
    if let pair = scheme.misfit {
      throw SchemeError(history.name, .doNotFit(pair.one, pair.other, scheme.name))
    }
    try checkSizes(history)
  }

  /// Whether the version has a size that the scheme lets pass.
  private func checkSizes(_ history: History) throws(SchemeError) {
    let (name, newest) = (history.name, history.versions[version])
    if case .padded(let bytes, let from) = scheme.capacity {
      guard bytes >= newest.size else {
        throw SchemeError(name, .padFull(newest.name, needs: newest.size, has: bytes))
      }
      guard bytes <= Layout.maximumSize else { throw SchemeError(name, .padTooLong(bytes)) }
      guard history.versions.indices.contains(from) else { throw SchemeError(name, .noSuchVersion(from)) }
    }
    let size = scheme.wireSize(of: newest.size, version: version)
    if let bounds = scheme.bounds { try check(bounds, size, of: history) }
    if case .elements(let elements) = scheme.size {
      guard 1...Scheme.mostElements ~= elements.greatest, 0...elements.greatest ~= elements.least else {
        throw SchemeError(name, .unboundedArray(scheme.name))
      }
      guard size <= Scheme.longestArray / elements.greatest else {
        throw SchemeError(name, .arrayTooLong(scheme.name, bytes: size * elements.greatest))
      }
    }
    if case .command = scheme.size, size > Scheme.longestInCommand {
      throw SchemeError(name, .tooLongForCommand(newest.name, bytes: size))
    }
    if let member = history.sizeMember, scheme.readsSizeMember || scheme.output?.reportsCopiedBytes == true,
      UInt64(size) > member.valueMask
    {
      throw SchemeError(name, .sizeMemberTooNarrow(member.name))
    }
  }

  /// Whether bounds let a struct of `size` bytes pass, which is this version's.
  private func check(_ bounds: Scheme.Bounds, _ size: Int, of history: History) throws(SchemeError) {
    let (name, newest) = (history.name, history.versions[version])
    let least = bounds.minimum.bytes ?? scheme.wireSize(of: history.versions[0].size, version: 0)
    guard least >= 0 else { throw SchemeError(name, .negativeSize(least)) }
    if let maximum = bounds.maximum?.bytes {
      guard least <= maximum else { throw SchemeError(name, .boundsCross(least: least, greatest: maximum)) }
      guard size <= maximum else {
        throw SchemeError(name, .aboveMaximum(newest.name, needs: size, maximum: maximum, scheme.name))
      }
    }
    guard least <= size else {
      throw SchemeError(name, .belowMinimum(newest.name, has: size, least: least, scheme.name))
    }
  }
}

extension Scheme {
  /// Two policies that exclude each other, in words; nil if all go together.
  ///
  /// The size has to come from where a struct that travels this way can have it.
  fileprivate var misfit: (one: String, other: String)? {
    switch (direction, size.source) {
    case (.takesIn, .pointer): return ("a size behind a pointer", "a struct that is taken in")
    case (.handsOut, .member), (.handsOut, .flags), (.handsOut, .elements):
      return ("a size from \(size.source)", "a struct that is handed out")
    default: break
    }
    if case .fetched? = input?.tail, size.source != .command {
      return ("a tail that is fetched", "a size that no ioctl number bounds")
    }
    if case .padded = capacity, size.source == .flags { return ("a pad", "a size from flags") }
    if case .takenWithoutSize = nullPointer, !size.source.isOutside {
      return ("NULL with size 0", "a size from \(size.source)")
    }
    if let input, input.peek != 0, !size.source.isOutside || size.source == .elements {
      return ("a first fetch that is forgotten", "a size from \(size.source)")
    }
    if size.source == .elements, let input, input.refusal != .leftAlone || input.writtenMember != nil {
      return ("an answer in the struct", "an array")
    }
    return nil
  }
}
