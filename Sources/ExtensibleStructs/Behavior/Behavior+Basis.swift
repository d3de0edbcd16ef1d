extension Behavior {
  /// How something is known of a kernel; the best evidence first.
  public enum Basis: String, Hashable, Sendable, CaseIterable, Comparable {
    /// That kernel was asked, or one before and one behind it in its line.
    case ran
    /// It was read in that release's source, or in its headers.
    case source
    /// Somebody reported it: a changelog, a mailing list, a bug report.
    case reported
    /// Nobody looked: it is remembered, or inferred from the releases around it.
    case assumed

    /// Whether the left one is the better evidence.
    public static func < (left: Basis, right: Basis) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .ran: 0
      case .source: 1
      case .reported: 2
      case .assumed: 3
      }
    }
  }
}
