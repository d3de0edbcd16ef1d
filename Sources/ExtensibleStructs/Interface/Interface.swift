/// A struct's history under a scheme: one call that a kernel answers, and how it answered in each release.
public struct Interface: Sendable {
  /// Which way the struct travels.
  public enum Direction: String, Hashable, Sendable {
    /// The user hands it in.
    case `in`
    /// The kernel hands it out.
    case out
  }

  /// The call's name, such as `sched_setattr`.
  public let name: String

  /// One line for people.
  public let summary: String

  /// The struct's history as it is on the wire: with a size member, where the scheme reads one.
  public let history: History

  /// What the kernel answered with, by rising release. Never empty.
  public let editions: [Edition]

  /// What a kernel answers that does not have the call: ENOSYS for a system call, ENOTTY for an ioctl.
  public let absent: Errno

  /// How the call travels; nil if that is not described, so that only a simulated kernel can be asked.
  public let call: CallShape?

  /// Makes an interface and checks that history and scheme fit.
  ///
  /// - Parameters:
  ///   - call: how the call travels, where it is to be put to a real kernel.
  ///   - editions: by rising release; at least one.
  /// - Throws: ``InterfaceError`` if a scheme needs what the history, or the call, does not have.
  public init(
    _ name: String, history: History, absent: Errno = .ENOSYS,
    summary: String = "", call: CallShape? = nil, editions: [Edition]
  ) throws(InterfaceError) {
    guard !editions.isEmpty else { throw InterfaceError(name, .noEditions) }
    var wire = history
    if editions.contains(where: \.scheme.readsSizeMember) {
      do { wire = try history.withSizeMember() } catch { throw InterfaceError(name, .declaration(error)) }
    }
    self.name = name
    self.summary = summary
    self.history = wire
    self.editions = editions
    self.absent = absent
    self.call = call
    for (index, edition) in editions.enumerated() {
      try check(edition)
      if index > 0, let since = edition.since, let before = editions[index - 1].since,
        since.first <= before.first
      {
        throw InterfaceError(name, .editionsOutOfOrder(since))
      }
    }
    if let call { try check(call) }
  }

  /// An interface that no kernel has yet: the newest version of `history` under `scheme`.
  ///
  /// - Throws: ``InterfaceError`` if the scheme needs what the history does not have.
  public init(
    prototype history: History, _ scheme: Scheme, call: CallShape? = nil
  ) throws(InterfaceError) {
    try self.init(
      history.name, history: history, absent: .ENOTTY, summary: scheme.summary,
      call: call, editions: [Edition(version: history.versions.count - 1, scheme: scheme)])
  }

  /// Which way the struct travels.
  public var direction: Direction { newest.scheme.input == nil ? .out : .in }

  /// The newest edition.
  public var newest: Edition { editions[editions.count - 1] }

  /// The edition that `release` answers with, or nil if the release does not have the call.
  public func edition(of release: Release) -> Edition? {
    editions.last { $0.holds(in: release) }
  }
}

/// What one range of releases made of an interface.
public struct Edition: Hashable, Sendable {
  /// The first release that answers so; nil if no kernel does, or every one. A bare `6.18` is 6.18.0 here.
  public var since: Release?
  /// The index of the newest version that it knows.
  public var version: Int
  /// How it treats the struct.
  public var scheme: Scheme
  /// Flag bits that it knows beside those of its version.
  public var extraFlags: UInt64
  /// What else it demands of members, in the order in which it looks.
  public var rules: [MemberRule]
  /// Whether it is a change that one stable line took from a later release: then it holds from the point
  /// `since` to the end of that line, and in no other.
  public var isBackport: Bool

  /// Makes an edition. ``Interface`` checks it.
  public init(
    since: Release? = nil, version: Int, scheme: Scheme, extraFlags: UInt64 = 0, rules: [MemberRule] = [],
    isBackport: Bool = false
  ) {
    self.since = since
    self.version = version
    self.scheme = scheme
    self.extraFlags = extraFlags
    self.rules = rules
    self.isBackport = isBackport
  }

  /// Whether it holds in `release`, unless a later one does.
  public func holds(in release: Release) -> Bool {
    guard let since else { return true }
    guard since.first <= release else { return false }
    return !isBackport || (since.major, since.minor) == (release.major, release.minor)
  }
}
