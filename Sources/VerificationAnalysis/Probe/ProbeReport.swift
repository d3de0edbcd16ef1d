public import ExtensibleStructs
public import KernelInterfaces

/// What the running kernel knows of interfaces, found by asking it; ``Prober/report(on:progress:)`` makes it.
public struct ProbeReport: Hashable, Sendable {
  /// The running kernel's name.
  public let kernel: String
  /// Why the kernel's own types could not be read beside what was found; nil if they could.
  public let typesMissing: String?
  /// What was found of each interface.
  public let answers: [ProbeReport.Answer]

  /// Whether the sizes that were found are those of the kernel's own types, where both are known.
  public var holds: Bool { answers.allSatisfy { !$0.differs } }
}

extension ProbeReport.Answer {
  /// Whether the size that was found is not that of the kernel's own type.
  var differs: Bool { size != nil && typeSize != nil && size != typeSize }
}

extension Prober {
  /// Asks about interfaces.
  ///
  /// - Parameter progress: is called once for each interface.
  /// - Throws: what prevented a call; that a call is not there or not allowed is a skip.
  public func report(on interfaces: [Interface], progress: () -> Void = {}) throws -> ProbeReport {
    let answers = try interfaces.map { interface in
      progress()
      return try probe(interface)
    }
    return ProbeReport(kernel: kernel, typesMissing: typesMissing, answers: answers)
  }

  /// Asks about a call of one's own: a struct, the scheme under which the running kernel should take it, and how the
  /// call travels.
  ///
  /// - Throws: `InterfaceError` if they do not fit each other; else as ``report(on:progress:)``.
  public func report(on history: History, _ scheme: Scheme, call: CallShape? = nil) throws -> ProbeReport {
    try report(on: [Interface(prototype: history, scheme, call: call)])
  }

  /// Asks about a call of one's own that carries a declared struct.
  ///
  /// - Throws: `DeclarationError` for a struct that is declared wrong; else as ``report(on:_:call:)``.
  public func report<S: DeclaredStruct>(
    on type: S.Type, _ scheme: Scheme, call: CallShape? = nil
  ) throws -> ProbeReport {
    try report(on: History(type), scheme, call: call)
  }
}
