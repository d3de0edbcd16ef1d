extension Codec {
  /// What the unrolled paths look at: integers, made once of the scheme's policies.
  @usableFromInline
  struct Plan: BitwiseCopyable, Sendable {
    /// Whether the scheme has no step beside those of the unrolled path, and the known bytes hold a word at least.
    @usableFromInline var isPlain: Bool
    /// Where the size comes from.
    @usableFromInline var source: Source
    /// The struct's length in bytes as this side was compiled with it, pad included.
    @usableFromInline var size: Int
    /// How many of the bytes this version gives a meaning.
    @usableFromInline var known: Int
    /// The first version's length in bytes, pad included.
    @usableFromInline var version0: Int
    /// The places of the flags and of the caller's size.
    @usableFromInline var flags: IntegerMember
    @usableFromInline var sizeMember: IntegerMember
    /// All bits that open an extension.
    @usableFromInline var gateMask: UInt64
    /// `size` if the scheme needs no step beside those of the unrolled path, else -1, so that comparing it with a byte
    /// count fails.
    @usableFromInline var plainSize: Int
    /// `size` if the known bytes hold a word at least, else -1, so that comparing it with a byte count fails.
    @usableFromInline var wordedSize: Int
    /// Whether the user's tail is looked at.
    @usableFromInline var checksTail: Bool
    /// The sizes that pass every rule on sizes as they are: `lowest` and the `sizes` - 1 that follow it.
    @usableFromInline var lowest: UInt64
    @usableFromInline var sizes: UInt64
    /// Whether no size passes but the struct's own.
    @usableFromInline var hasOneSize: Bool
    /// The flags as a part of a word of 8 bytes: where it is, how far they are shifted in it, and their bits.
    @usableFromInline var flagsWord: Int
    @usableFromInline var flagsShift: UInt64
    @usableFromInline var flagsMask: UInt64
    /// The flag bits that are refused as they lie in that word.
    @usableFromInline var refusedInWord: UInt64
    /// The word with the size member: where it is, what of it is kept, and the size as it lies in it; 0 if none is
    /// written.
    @usableFromInline var sizeWord: Int
    @usableFromInline var sizeKept: UInt64
    @usableFromInline var sizeInWord: UInt64
    /// Flag bits that most calls leave clear. If one is set, all rules on flags are applied.
    @usableFromInline var watched: UInt64
    /// The flag bits that two fetches must agree on.
    @usableFromInline var comparedFlags: UInt64
    /// The flag bits that are refused.
    @usableFromInline var refusedFlags: UInt64
    /// The flag bits that demand a size.
    @usableFromInline var demanding: UInt64
    /// The newest gate, and where its bytes end.
    @usableFromInline var newestGate: UInt64
    @usableFromInline var newestEnd: Int
  }

  /// Where the size comes from, as far as the hot path tells it apart.
  @usableFromInline
  enum Source: UInt8, BitwiseCopyable, Sendable { case outside, member, flags, fixed }
}
