public import ExtensibleStructs
import KernelInterfaces

/// Why a program and a kernel do not come together, or a call failed for a reason of its own.
public struct NegotiationError: Error, Sendable {
  /// The interface that was tried last.
  public var interface: String
  /// Its struct.
  public var structure: String
  /// What the kernel answered last; nil if it was not asked, or the call succeeded.
  public var errno: LinuxErrno?
  /// Why there is no agreement.
  public var cause: Cause
  /// What was left out before, since the program can do without.
  public var dropped: [UsedFeature]
  /// The names of the struct's versions.
  var versions: [String]

  /// Why there is no agreement.
  public enum Cause: Hashable, Sendable {
    /// The kernel lacks what the program uses and does not want dropped.
    ///
    /// - Parameter mayLackCall: whether the kernel may lack the call as a whole, which answers alike.
    case lacking([UsedFeature], Evidence, mayLackCall: Bool)
    /// The kernel lacks the call. The second one is what a program can call there, if there is such a call, with what would
    /// be dropped.
    case lacksCall(String?, dropping: [UsedFeature])
    /// The errno may come from any of these, or from something that is not described.
    ///
    /// - Parameters:
    ///   - isRefusedByAll: whether the newest kernel that is described refuses the call too.
    ///   - mayLackCall: whether a kernel that lacks the call answers so.
    case undetermined([String], isRefusedByAll: Bool, mayLackCall: Bool)
    /// The bytes of an extension are set, and the flag that opens it is not, so that a kernel would ignore them.
    case flagForgotten(UsedFeature, flag: UInt64)
    /// The kernel took the struct, or judged something else before: no other version changes the answer.
    case refused
  }

  /// How it is known that the kernel lacks something.
  public enum Evidence: Hashable, Sendable {
    /// It knows so many bytes, at most those of this version; exactly so many if that is said.
    case size(bytes: Int, version: Int, isExact: Bool)
    /// These queries say so.
    case query([String])
    /// The call succeeded, and what it handed back does not have it.
    case handedBack
  }

  init(
    _ interface: Interface, _ errno: LinuxErrno?, _ cause: Cause, dropped: [UsedFeature] = []
  ) {
    self.interface = interface.name
    structure = interface.history.name
    self.errno = errno
    self.cause = cause
    self.dropped = dropped
    versions = interface.history.versions.map(\.name)
  }

  /// What the kernel lacks for certain; empty if that is not known.
  public var lacking: [UsedFeature] {
    switch cause {
    case .lacking(let features, _, false): features
    case .lacking, .lacksCall, .undetermined, .flagForgotten, .refused: []
    }
  }
}

extension NegotiationError: CustomStringConvertible {
  /// One line: the interface, what the kernel lacks, what would have been dropped, and what to do.
  public var description: String { "\(interface): \(reason)" + (dropped.isEmpty ? "" : "; \(without)") }

  private var without: String { "left out before: \(Self.list(dropped))" }

  private var reason: String {
    let refusal = errno.map { "\($0)" } ?? "success"
    switch cause {
    case .lacking(let features, let evidence, let mayLackCall):
      let dropped = "\(Self.list(features)) would be dropped"
      let unless = mayLackCall ? "; or it lacks the call (\(refusal))" : ""
      return "\(words(evidence)); \(dropped)\(unless)"
    case .lacksCall(nil, _): return "the kernel lacks the call (\(refusal))"
    case .lacksCall(let older?, let lost):
      let carried = lost.isEmpty ? "which carries all that is used" : "which would drop \(Self.list(lost))"
      return "the kernel lacks the call (\(refusal)); there is \(older), \(carried)"
    case .undetermined(let suspects, let isRefusedByAll, let mayLackCall):
      return undetermined(refusal, suspects, isRefusedByAll, mayLackCall)
    case .flagForgotten(let feature, let flag):
      return
        "\(feature) is set, and the flag 0x\(String(flag, radix: 16)) that opens it is not: the kernel would "
        + "ignore it; set the flag, or leave it zero"
    case .refused:
      return "\(refusal), which no other version or flag changes: see what the call says of it"
    }
  }

  private func undetermined(
    _ refusal: String, _ suspects: [String], _ isRefusedByAll: Bool, _ mayLackCall: Bool
  ) -> String {
    let list = suspects.joined(separator: ", or ")
    let call = mayLackCall ? "; a kernel without the call answers so too" : ""
    if errno == .EOPNOTSUPP, !suspects.isEmpty {
      return "\(refusal): the kernel, or its configuration, does not support \(list)"
    }
    if suspects.isEmpty {
      return
        "\(refusal) comes of no flag or size that kernels are known to differ in; look at the values, or try a "
        + "struct of which all else is zero\(call)"
    }
    if isRefusedByAll { return "\(refusal): no kernel that is described takes \(list)\(call)" }
    return
      "\(refusal) may mean that the kernel does not know \(list); other values may be the cause as well, which "
      + "shows if the call is made without\(call)"
  }

  private func words(_ evidence: Evidence) -> String {
    switch evidence {
    case .size(let bytes, let version, let isExact):
      "the kernel knows \(isExact ? "" : "at most ")\(bytes) bytes of \(structure) (\(versions[version]))"
    case .query(let names): "the kernel lacks it by its answer to \(names.joined(separator: " and "))"
    case .handedBack: "the kernel did not hand it back"
    }
  }

  private static func list(_ features: [UsedFeature]) -> String {
    features.map(\.description).joined(separator: " and ")
  }
}
