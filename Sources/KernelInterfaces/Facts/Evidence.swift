public import ExtensibleStructs

/// How a fact is known.
public struct Evidence: Hashable, Sendable {
  /// How it is known for releases that were not asked.
  public var basis: Behavior.Basis
  /// Where it was read, or who reported it.
  public var note: String
  /// Whether asking a kernel shows it: false for what only shows on a machine or in a configuration that the
  /// interface's ``Interface/asked`` kernels did not have.
  public var shows: Bool

  /// Makes evidence.
  public init(_ basis: Behavior.Basis, _ note: String = "", shows: Bool = true) {
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
