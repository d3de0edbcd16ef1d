public import ExtensibleStructs

/// An interface whose history, facts and call shape do not fit each other, or a release that cannot be asked for.
public struct InterfaceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What does not fit.
  public enum Cause: Hashable, Sendable {
    /// The history and a scheme, or what a release does, do not fit.
    case scheme(SchemeError.Cause)
    /// No fact says that there is such a call.
    case noFacts
    /// Nothing is known of the newest release that is said to be described.
    case newestNotDescribed
    /// The facts that name the scheme are not by rising release; the one since this release comes too early.
    case factsOutOfOrder(Release)
    /// A fact without a release is listed behind others, which it would hide.
    case undatedFact
    /// Nobody has looked what this release does, for this reason.
    case notDescribed(Release, String)
    /// This release came after the newest one that is described.
    case beyondNewest(Release, newest: Release)
    /// The call shape does not carry what a scheme judges, or names what the struct does not have.
    case callShape(CallShape.Mismatch)
    /// A program gave its call what no kernel can be handed.
    case given(KernelCall.GivenError)
  }

  /// The interface's name.
  public var interface: String
  /// What does not fit.
  public var cause: Cause

  /// Makes an error.
  public init(_ interface: String, _ cause: Cause) {
    self.interface = interface
    self.cause = cause
  }

  /// One line: the interface, what does not fit, and what to do.
  public var description: String { "\(interface): \(cause)" }
}

extension InterfaceError {
  /// What is wrong with a scheme, as an error of the interface with this name.
  init(_ interface: String, _ error: SchemeError) { self.init(interface, .scheme(error.cause)) }
}

extension InterfaceError.Cause: CustomStringConvertible {
  /// What does not fit, and what to do about it.
  public var description: String {
    switch self {
    case .scheme(let cause): cause.description
    case .noFacts: "no fact says what kernels do with it; add one with a version and a scheme"
    case .newestNotDescribed: "no fact says what the newest release does"
    case .factsOutOfOrder(let release): "the fact since \(release) does not come after the one in front of it"
    case .undatedFact: "a fact without a release hides those in front of it; give it a release"
    case .notDescribed(let release, let reason):
      ReleaseStatus.notDescribed(reason).whyNotDescribed("\(release)") ?? ""
    case .beyondNewest(let release, let newest):
      ReleaseStatus.beyond(newest: newest).whyNotDescribed("\(release)") ?? ""
    case .given(let error): error.description
    case .callShape(let mismatch): "its call shape does not fit: \(mismatch)"
    }
  }
}
