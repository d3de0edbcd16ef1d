public import ExtensibleStructs
public import KernelInterfaces

/// What came of putting cases to the simulated kernel and to the running one; ``Verifier/report(on:progress:)`` makes
/// it.
public struct VerificationReport: Sendable {
  /// The running kernel's name.
  public let kernel: String
  /// The release that the simulated kernel played.
  public let played: String
  /// Whose calls were made.
  public let abi: SystemCallNumber.Architecture
  /// What came of each interface.
  public let results: [Verification]

  /// Whether there is no disagreement.
  public var holds: Bool { results.allSatisfy(\.disagreements.isEmpty) }

  /// What came of the interfaces that were not skipped.
  var compared: [Verification] { results.filter { $0.skipped == nil } }
}

extension Verifier {
  /// Compares interfaces, case by case.
  ///
  /// - Parameter progress: is called once for each case.
  /// - Throws: what prevented a call; that a call is not there or not allowed is a skip.
  public func report(
    on interfaces: [Interface], progress: () -> Void = {}
  ) throws -> VerificationReport {
    VerificationReport(
      kernel: kernel, played: played, abi: abi,
      results: try interfaces.map { try verify($0, progress: progress) })
  }

  /// Compares a call of one's own: a struct, the scheme under which the running kernel should take it, and how the
  /// call travels.
  ///
  /// - Throws: `InterfaceError` if they do not fit each other; else as ``report(on:progress:)``.
  public func report(
    on history: History, _ scheme: Scheme, call: CallShape? = nil
  ) throws -> VerificationReport {
    try report(on: [Interface(prototype: history, scheme, call: call)])
  }

  /// Compares a call of one's own that carries a declared struct.
  ///
  /// - Throws: `DeclarationError` for a struct that is declared wrong; else as ``report(on:_:call:)``.
  public func report<S: DeclaredStruct>(
    on type: S.Type, _ scheme: Scheme, call: CallShape? = nil
  ) throws -> VerificationReport {
    try report(on: History(type), scheme, call: call)
  }
}
