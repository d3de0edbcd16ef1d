public import ExtensibleStructs

/// One thing that kernels of some releases do with an interface, and how that is known.
///
/// An interface is a list of facts. What one release does follows from those that hold in it: the last ``Statement``
/// that names the call's version and scheme, all flag bits, and all rules in the order in which they are listed.
///
///     Fact(since: Release(5, 6), .call(version: 0, unbounded), .source("fs/open.c at 5.6.4"))
///     Fact(since: Release(5, 12), backports: [Release(5, 10, 162)], .rule(cached), .source("fs/open.c at 5.12.9"))
public struct Fact: Hashable, Sendable {
  /// What is said.
  public enum Statement: Hashable, Sendable {
    /// The call exists, knows the struct up to the version with this index, and treats it by this scheme.
    case call(version: Int, Scheme)
    /// These flag bits are known, beside the gates of the version.
    case flags(UInt64)
    /// A member has to meet this rule.
    case rule(MemberRule)
    /// A flags argument of this value, with NULL and a size of 0, asks for a number.
    case number(Behavior.Number)
    /// A kernel that does not have the call answers so; a NULL pointer is answered with the second errno, if one is
    /// given.
    case absent(LinuxErrno, null: LinuxErrno? = nil)
    /// Nobody has looked, for this reason.
    case notDescribed(String)
  }

  /// The releases that it holds in.
  public var range: ReleaseRange
  /// What is said.
  public var statement: Statement
  /// How it is known.
  public var evidence: Evidence

  /// States a fact of a range of releases.
  public init(_ range: ReleaseRange, _ statement: Statement, _ evidence: Evidence) {
    self.range = range
    self.statement = statement
    self.evidence = evidence
  }

  /// States a fact of all releases from one on, and of older lines from a point on.
  public init(
    since: Release? = nil, backports: [Release] = [], until: Release? = nil, endedEarly: [Release] = [],
    _ statement: Statement, _ evidence: Evidence
  ) {
    self.init(
      ReleaseRange(since: since, backports: backports, until: until, endedEarly: endedEarly), statement,
      evidence)
  }
}
