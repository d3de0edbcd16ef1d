/// The member that says what the caller means, and which of its bits are known.
public struct FlagsField: Hashable, Sendable {
  /// The member: an integer inside the first version.
  public var field: Field

  /// The bits that the first version knew. Later versions add their gates.
  public var known: UInt64

  /// Pairs of bits that exclude each other.
  public var conflicts: [Conflict]

  /// The C names of its bits, such as `KVM_MEM_READONLY`, by the bits; a name that nobody gave is missing.
  public var names: [UInt64: String]

  /// Bits that may not be set beside others, such as `KVM_MEM_READONLY` beside `KVM_MEM_GUEST_MEMFD`.
  public struct Conflict: Hashable, Sendable {
    /// With any of these set ...
    public var bits: UInt64

    /// ... none of these may be.
    public var excluded: UInt64

    /// Makes a pair.
    @inlinable
    @inline(__always)
    public init(_ bits: UInt64, excludes excluded: UInt64) {
      self.bits = bits
      self.excluded = excluded
    }
  }

  /// Names the flags member.
  public init(_ field: Field, known: UInt64, conflicts: [Conflict] = [], names: [UInt64: String] = [:]) {
    self.field = field
    self.known = known
    self.conflicts = conflicts
    self.names = names
  }
}
