/// What a codec has to know of a struct's versions, in integers: offsets and lengths in bytes, masks of flag bits.
///
/// A ``Declaration`` is outlined while it is built, in code that a compiler can carry out; a ``History`` is when a
/// ``Codec`` is made.
public struct Outline: Hashable, Sendable, BitwiseCopyable {
  /// The place of the flags; of width 0 if there are none.
  public var flags: IntegerMember
  /// The place of the caller's size; of width 0 if the struct does not hold it.
  public var sizeMember: IntegerMember
  /// The flag bits of the first version and of every gate.
  public var knownFlags: UInt64
  /// How many versions there are.
  public var versions = 0
  /// Where the first version ends.
  public var version0 = 0
  /// Where the newest version ends.
  public var end = 0
  /// All bits that open an extension.
  public var gateMask: UInt64 = 0
  /// The gate of the newest version that has one.
  public var newestGate: UInt64 = 0
  /// Where that version ends.
  public var newestEnd = 0
  /// Flag bits of which one of each may be a conflict: those that exclude ...
  public var conflicting: UInt64 = 0
  /// ... and those that are excluded.
  public var excluded: UInt64 = 0

  /// The outline of a struct of which nothing is published yet.
  @inlinable
  @inline(__always)
  public init(flags: IntegerMember, knownFlags: UInt64, sizeMember: IntegerMember) {
    self.flags = flags
    self.knownFlags = knownFlags
    self.sizeMember = sizeMember
  }

  /// Adds the next version: it ends at `end`, and `gate` opens what it added.
  @inlinable
  @inline(__always)
  public mutating func publish(end: Int, gate: UInt64) {
    if versions == 0 { version0 = end }
    versions &+= 1
    self.end = end
    knownFlags |= gate
    gateMask |= gate
    guard gate != 0 else { return }
    newestGate = gate
    newestEnd = end
  }

  /// Adds flag bits that exclude each other.
  @inlinable
  @inline(__always)
  public mutating func exclude(_ conflict: FlagsField.Conflict) {
    conflicting |= conflict.bits
    excluded |= conflict.excluded
  }
}
