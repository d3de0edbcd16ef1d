public import ExtensibleStructs

/// One call, answered by the simulated kernel and by the running one.
public struct ComparedCase: Sendable {
  /// What the case is about, in a few words.
  public var name: String
  /// The interface that was called.
  public var interface: String
  /// The simulated kernel's answer; nil for success.
  public var simulated: Errno?
  /// The running kernel's answer; nil for success.
  public var real: Errno?
  /// What else was compared, where it differed.
  public var difference: String?

  /// Whether both gave the same answer, and the memory is the same afterwards.
  public var agrees: Bool { simulated == real && difference == nil }
}

extension ComparedCase {
  /// Puts a call to both kernels.
  ///
  /// - Throws: if it could not be put to one of them at all.
  init(_ name: String, _ call: Call, simulated: SimulatedAnswer, real: RunningAnswer) throws {
    self.name = name
    interface = call.interface.name
    let first = try simulated(call)
    let second = try real(call)
    self.simulated = first.errno
    self.real = second.errno
    if first.memory != second.memory { difference = "the memory differs afterwards" }
  }

  /// Answers a call by a simulated kernel.
  typealias SimulatedAnswer = (Call) throws -> Outcome
  /// Answers a call by the running kernel.
  typealias RunningAnswer = (Call) throws -> Outcome
}
