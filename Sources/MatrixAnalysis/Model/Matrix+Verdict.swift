extension Matrix {
  /// How a call ended, judged against what the user set. The hazards are by rising severity.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Every field that was set took effect.
    case accepted
    /// The kernel refused, and said so with an errno.
    case rejected
    /// The call succeeded, but a field was set and dropped.
    case silentlyIgnored = "silently-ignored"
    /// The kernel acted on bytes that the user never set.
    case garbageRead = "garbage-read"
    /// The kernel read beyond the user's struct.
    case outOfBounds = "out-of-bounds"
    /// The kernel acted on a mix of two states of the memory.
    case torn
    /// The kernel refused a careful caller that was compiled for its own version: nobody can use that version, or that
    /// extension. Extensions that are declared to exclude each other are rejected instead, if each can be used alone.
    case unusable

    /// Whether nobody is misled or shut out: all but the first two are hazards.
    public var isSound: Bool { self == .accepted || self == .rejected }

    /// The verdict in words.
    public var words: String { rawValue.replacing("-", with: " ") }
  }
}
