/// How a fact is known.
public struct Evidence: Hashable, Sendable {
  /// The kinds of evidence, the best first.
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

  /// How it is known for releases that were not asked.
  public var basis: Basis
  /// Where it was read, or who reported it.
  public var note: String
  /// Whether asking a kernel shows it: false for what only shows on a machine or in a configuration that the
  /// interface's ``Interface/asked`` kernels did not have.
  public var shows: Bool

  /// Makes evidence.
  public init(_ basis: Basis, _ note: String = "", shows: Bool = true) {
    self.basis = basis
    self.note = note
    self.shows = shows
  }

  /// It was read: a file of the kernel's source or a header, and the releases that were looked at.
  public static func source(_ note: String, shows: Bool = true) -> Evidence {
    Evidence(.source, note, shows: shows)
  }

  /// Somebody reported it.
  public static func reported(_ note: String, shows: Bool = true) -> Evidence {
    Evidence(.reported, note, shows: shows)
  }

  /// It is taken to be so where no kernel was asked.
  public static func assumed(_ note: String = "", shows: Bool = true) -> Evidence {
    Evidence(.assumed, note, shows: shows)
  }
}
