extension Planned {
  /// Writes a struct for a kernel.
  ///
  /// With a plan of run time most values are as long as the struct on the wire, and their length is a constant here:
  /// they are copied in one piece, and flags and size are looked at by words.
  @inlinable
  @inline(__always)
  func encode(bytes value: RawSpan, into target: inout MutableRawSpan) throws(Codec.EncodingError) -> Int {
    if Self.isFixed { return try encodeByMembers(value, into: &target) }
    guard value.byteCount == plan.wordedSize else { return try encodeOther(value, into: &target) }
    // There are known bytes of a word at least. The plan's words lie inside them, and so inside the value.
    guard
      case .none = obstacle(
        to: value, isWhole: true, room: target.byteCount,
        refused: unsafe word(at: plan.flagsWord, of: value) & plan.refusedInWord)
    else { try codec.refuse(value, room: target.byteCount) }
    // What lies beyond the version is zero, as the pad has to be.
    target.copy(value.byteCount, of: value, from: 0, to: 0)
    if plan.sizeInWord != 0 {
      let word = unsafe word(at: plan.sizeWord, of: value) & plan.sizeKept | plan.sizeInWord
      // Inside the target, which is as long as the value at least.
      unsafe target.storeBytes(
        of: word.littleEndian, toUncheckedByteOffset: plan.sizeWord, as: UInt64.self)
    }
    return value.byteCount
  }

  /// The same by members, for a value and a target of any length.
  @inlinable
  @inline(__always)
  func encodeByMembers(
    _ value: RawSpan, into target: inout MutableRawSpan
  ) throws(Codec.EncodingError) -> Int {
    let (size, known) = (plan.size, plan.known)
    guard
      case .none = obstacle(
        to: value, isWhole: false, room: target.byteCount,
        refused: load(plan.flags, of: value) & plan.refusedFlags)
    else { try codec.refuse(value, room: target.byteCount) }
    target.copy(known, of: value, from: 0, to: 0)
    target.zero(size &- known, at: known)
    guard plan.source == .member else { return size }
    target.store(UInt64(truncatingIfNeeded: size), at: plan.sizeMember.offset, width: plan.sizeMember.width)
    return size
  }

  /// The same out of line.
  @inlinable
  @inline(never)
  func encodeOther(_ value: RawSpan, into target: inout MutableRawSpan) throws(Codec.EncodingError) -> Int {
    try encodeByMembers(value, into: &target)
  }

  /// What forbids encoding a value; nil if nothing does. This is the one place that decides it.
  ///
  /// - Parameters:
  ///   - isWhole: whether the value is known to be as long as the struct on the wire.
  ///   - room: the length of the target.
  ///   - refused: the value's flag bits that the version does not know, wherever they lie in a word.
  @inlinable
  @inline(__always)
  func obstacle(
    to value: RawSpan, isWhole: Bool, room: Int, refused: @autoclosure () -> UInt64
  ) -> EncodingObstacle? {
    guard _fastPath(isWhole ? value.byteCount <= room : plan.size <= room) else { return .shortTarget }
    guard _fastPath(isWhole || plan.known <= value.byteCount) else { return .shortValue }
    let beyond = value.byteCount &- plan.known
    guard _fastPath(plan.known == value.byteCount || value.isZero(at: plan.known, count: beyond)) else {
      return .beyondVersion
    }
    return _fastPath(refused() == 0) ? nil : .unknownFlags
  }
}

/// What forbids encoding a value: ``Codec/EncodingError`` without its numbers.
@usableFromInline
enum EncodingObstacle { case shortTarget, shortValue, beyondVersion, unknownFlags }
