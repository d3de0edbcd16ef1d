extension Codec {
  /// What the hot path looks at: integers, made once of the scheme's policies.
  @usableFromInline
  struct Plan: BitwiseCopyable, Sendable {
    /// Which steps there are beside those of most schemes; empty on the hot path.
    @usableFromInline var special: Special
    /// Where the size comes from.
    @usableFromInline var source: Source
    /// The struct's length in bytes as this side was compiled with it, pad included.
    @usableFromInline var size: Int
    /// How many of the bytes this version gives a meaning.
    @usableFromInline var known: Int
    /// The first version's length in bytes, pad included.
    @usableFromInline var version0: Int
    /// Where the flags and the caller's size stand.
    @usableFromInline var flags: Steering
    @usableFromInline var sizeMember: Steering
    /// All bits that open an extension.
    @usableFromInline var gateMask: UInt64
    /// The struct's size where no step is special; else -1, which no span is long.
    @usableFromInline var plainSize: Int
    /// The struct's size where the known bytes hold a word at least; else -1, which no span is long.
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
    /// The flag bits of which none is set in most calls: with one of them, all rules on flags are looked at.
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

  /// Steps that most schemes do not have.
  @usableFromInline
  struct Special: OptionSet, BitwiseCopyable, Sendable {
    @usableFromInline let rawValue: UInt16
    @inlinable init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Flags outside the struct.
    @inlinable static var outsideFlags: Special { Special(rawValue: 1) }
    /// An array of structs.
    @inlinable static var elements: Special { Special(rawValue: 2) }
    /// A first fetch of the first version, not of the size or the flags alone.
    @inlinable static var longFirstFetch: Special { Special(rawValue: 4) }
    /// No second fetch.
    @inlinable static var oneFetch: Special { Special(rawValue: 8) }
    /// A tail that is fetched and forgotten.
    @inlinable static var fetchedTail: Special { Special(rawValue: 16) }
    /// A size that two fetches must agree on, or a first fetch that is put back.
    @inlinable static var settling: Special { Special(rawValue: 32) }
    /// Rules on members.
    @inlinable static var rules: Special { Special(rawValue: 64) }
    /// Bytes that must be zero.
    @inlinable static var unusedBytes: Special { Special(rawValue: 128) }
    /// An answer on success, or a struct that is handed out in an unusual way.
    @inlinable static var answer: Special { Special(rawValue: 256) }
    /// A struct too short to load a word of it.
    @inlinable static var short: Special { Special(rawValue: 512) }
  }
}
