public import ExtensibleStructs

/// A call that takes a struct in or hands one out: the struct's history, how the call travels, and what kernels of
/// each release do with it.
public struct Interface: Hashable, Sendable {
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

  /// How the call travels; nil if that is not described, so that only a simulated kernel can be asked.
  public let call: CallShape?

  /// What kernels do with it, by release, in the order in which they look.
  public let facts: [Fact]

  /// The kernels that were asked: every case of `extstruct verify` was answered by them as by the facts. A bare
  /// release means every point of its line.
  public let asked: [Release]

  /// The newest release that is described; nil if the facts hold for ever.
  public let newestDescribed: Release?

  /// What the newest release that is described does.
  public let newest: Behavior

  /// What a kernel answers that does not have the call, where no fact says otherwise: ENOSYS for a system call,
  /// ENOTTY for an ioctl.
  public let absent: LinuxErrno

  /// The questions that were declared; ``queries`` has those as well that follow from the scheme.
  package let declaredQueries: [CapabilityQuery]

  /// What to call on kernels that lack it, in the order in which it is tried.
  public let older: [OlderCall]

  /// Makes an interface and checks that history, call and facts fit each other.
  ///
  /// - Parameters:
  ///   - call: how the call travels, where it is to be put to a real kernel.
  ///   - absent: what a kernel answers that does not have the call; by default what the call's entry says.
  ///   - asked: the kernels that answered as the facts say.
  ///   - newest: the newest release that is described; nil if the facts hold for ever.
  ///   - queries: the questions that tell what a kernel knows of it, beside those that follow from the scheme.
  ///   - older: what to call on kernels that lack it.
  ///   - facts: in the order in which kernels look; those that name the scheme by rising release.
  /// - Throws: ``InterfaceError`` if a scheme needs what the history, or the call, does not have, or facts exclude
  ///   each other.
  public init(
    _ name: String, history: History, summary: String = "", call: CallShape? = nil, absent: LinuxErrno? = nil,
    asked: [Release] = [], through newest: Release? = nil, queries: [CapabilityQuery] = [],
    older: [OlderCall] = [], facts: [Fact]
  ) throws(InterfaceError) {
    let schemes = facts.compactMap { if case .call(_, let scheme) = $0.statement { scheme } else { nil } }
    guard !schemes.isEmpty else { throw InterfaceError(name, .noFacts) }
    var wire = history
    for scheme in schemes {
      do { wire = try wire.wire(for: scheme) } catch { throw InterfaceError(name, error) }
    }
    self.name = name
    self.summary = summary
    self.history = wire
    self.call = call
    self.facts = facts
    self.asked = asked
    newestDescribed = newest
    declaredQueries = queries
    self.older = older
    self.absent = absent ?? call?.absent ?? .ENOSYS
    let timeline = FactTimeline(
      facts: facts, asked: asked, newest: newest, absent: self.absent, flags: history.flags?.known ?? 0)
    guard case .described(let behavior) = timeline.status(in: timeline.end) else {
      throw InterfaceError(name, .newestNotDescribed)
    }
    self.newest = behavior
    try check(timeline)
    if let call { try check(call) }
  }

  /// An interface that no kernel has yet: the newest version of `history` under `scheme`.
  ///
  /// - Throws: ``InterfaceError`` if the scheme needs what the history does not have.
  public init(
    prototype history: History, _ scheme: Scheme, call: CallShape? = nil, queries: [CapabilityQuery] = [],
    older: [OlderCall] = []
  ) throws(InterfaceError) {
    try self.init(
      history.name, history: history, summary: scheme.summary, call: call,
      absent: call?.absent ?? .ENOTTY, queries: queries, older: older,
      facts: [Fact(.call(version: history.versions.count - 1, scheme), .assumed("a prototype"))])
  }

  /// Which way the struct travels.
  public var direction: Direction { newest.scheme.input == nil ? .out : .in }

  /// What is known of a release.
  public func status(in release: Release) -> ReleaseStatus { timeline.status(in: release) }

  /// What a release does; nil if it does not have the call, or nobody has looked.
  public func behavior(in release: Release) -> Behavior? { status(in: release).behavior }

  /// The releases at which something changed, from the first that has the call, by number; empty if no release has
  /// it, or every one alike.
  public var changes: [Release] { timeline.changes }

  /// What releases do, one for each of ``changes`` that is described; the newest alone if there is none.
  public var behaviors: [Behavior] {
    let timeline = timeline
    let found = timeline.changes.compactMap { timeline.status(in: $0.first).behavior }
    return found.isEmpty ? [newest] : found
  }

  /// The kernels that confirmed a fact.
  public func kernels(confirming fact: Fact) -> [Release] { timeline.kernels(confirming: fact) }

  var timeline: FactTimeline {
    FactTimeline(
      facts: facts, asked: asked, newest: newestDescribed, absent: absent, flags: history.flags?.known ?? 0)
  }
}

extension CallShape {
  /// What a kernel answers that has no such call: ENOSYS for a system call, ENOTTY for an ioctl.
  package var absent: LinuxErrno { if case .systemCall = entry { .ENOSYS } else { .ENOTTY } }
}
