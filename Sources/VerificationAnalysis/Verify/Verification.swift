import ExtensibleStructs
import InterfaceAnalysis
public import KernelInterfaces

/// One interface's cases on the simulated kernel and on the running one.
public struct Verification: Sendable {
  /// The interface's name.
  public let interface: String
  /// How many cases there were.
  public internal(set) var cases = 0
  /// The cases in which the two did not agree.
  public internal(set) var disagreements: [Disagreement] = []
  /// Why nothing was compared; nil if something was.
  public internal(set) var skipped: String?

  /// Bits that the running kernel does not take because of how it is built or configured; the cases expect that.
  public internal(set) var withheld: [CallShape.ConfiguredBits] = []

  /// How many of the cases were put as an unprivileged user.
  public internal(set) var casesAsNobody = 0
  /// Why no case was put as an unprivileged user; nil if some were, or none was to be.
  public internal(set) var withoutNobody: String?

  /// How many cases the two agreed in.
  public var agreed: Int { cases - disagreements.count }

  /// A case in which the simulated and the running kernel did not agree.
  public struct Disagreement: Hashable, Sendable {
    /// What is wrong with the call, in words.
    public var name: String
    /// The case, as a line for `extstruct eval`.
    public var line: String
    /// The simulated kernel's answer.
    public var simulated: String
    /// The running kernel's answer.
    public var real: String
    /// The policy by which the simulated kernel decided.
    public var policy: String
  }
}

extension Verification.Disagreement {
  init(_ entry: CaseTable.Entry, _ model: KernelCall.Outcome, _ real: KernelCall.Outcome, release: Release?) {
    name = entry.name
    simulated = model.errno.words
    self.real = real.errno.words
    policy =
      model.rejection.map { "\($0)" } ?? (model.errno == nil ? "nothing refused it" : "the call is absent")
    if model.errno == real.errno { policy += "; the memory or the size afterwards differs" }
    line = EvalCase(entry.call, release: release).json
  }
}

extension EvalCase {
  /// The case that makes this call.
  init(_ call: KernelCall, release: Release?) {
    self.init(call.interface.name)
    self.release = release
    usize = call.usize
    flags = call.flags
    memory = call.memory.bytes
    if call.memory.mapped != call.memory.bytes.count { mapped = call.memory.mapped }
    unmappedHead = call.memory.unmappedHead
    isWritable = call.memory.isWritable
    pointer = call.pointer
    if call.interface.direction == .out { kernelStruct = call.kernelStruct }
    isPrivileged = call.isPrivileged
    if call.abi != .native { abi = call.abi }
  }
}
