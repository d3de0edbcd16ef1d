public import ExtensibleStructs

/// What is known of a release and an interface.
public enum ReleaseStatus: Hashable, Sendable {
  /// The release has the call, and does this with it.
  case described(Behavior)
  /// The release does not have the call: it answers with this errno, and with the other one if the pointer is NULL.
  case absent(LinuxErrno, null: LinuxErrno, Behavior.Basis)
  /// Nobody has looked what the release does, for this reason.
  case notDescribed(String)
  /// The release came after the newest one that is described.
  case beyond(newest: Release)

  /// Why nothing can be said of the release; nil if something can.
  ///
  /// - Parameter release: what to call it.
  public func whyNotDescribed(_ release: String) -> String? {
    switch self {
    case .described, .absent: nil
    case .notDescribed(let reason): "\(release) is not described: \(reason)"
    case .beyond(let newest): "\(release) is not described: the newest release that is, is \(newest)"
    }
  }

  /// What the release does, if that is known and it has the call.
  public var behavior: Behavior? { if case .described(let behavior) = self { behavior } else { nil } }
}
