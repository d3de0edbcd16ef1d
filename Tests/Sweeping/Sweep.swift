import ExtensibleStructs
import InterfaceAnalysis
package import KernelInterfaces

/// What came of one interface's cases.
package struct Sweep: Sendable {
  /// The interface's name.
  package let interface: String
  /// How many cases there were, no call twice.
  package internal(set) var cases = 0
  /// Why nothing was compared; nil if something was.
  package internal(set) var skipped: String?
  /// Bits that this kernel does not take because of how it is built or configured; the cases expect that.
  package internal(set) var withheld: [CallShape.ConfiguredBits] = []
  /// The cases in which the kernels differed.
  package internal(set) var differences: [Difference] = []

  /// A case in which the kernels differed.
  package struct Difference: Sendable {
    /// What was changed of the call that the kernel takes.
    package var name: String
    /// The simulated kernel's answer.
    package var simulated: String
    /// The real kernel's answer.
    package var real: String
    /// Where the simulated kernel decided.
    package var policy: String
    /// The case as a line for `extstruct eval`.
    package var line: String
  }
}

extension Sweep.Difference {
  init(
    _ name: String, _ call: KernelCall, _ simulated: KernelCall.Outcome, _ real: KernelCall.Outcome,
    release: Release?, ksize: Int?
  ) {
    self.name = name
    self.simulated = simulated.errno.words
    self.real = real.errno.words
    policy = simulated.rejection.map { "\($0)" } ?? "nothing refused it"
    if simulated.errno == real.errno { policy += "; the memory or the size afterwards differs" }
    var line = EvalCase(call.interface.name)
    line.release = release
    line.ksize = ksize
    line.usize = call.usize
    line.flags = call.flags
    line.memory = call.memory.bytes
    if call.memory.mapped != call.memory.bytes.count { line.mapped = call.memory.mapped }
    line.unmappedHead = call.memory.unmappedHead
    line.isWritable = call.memory.isWritable
    line.pointer = call.pointer
    line.kernelStruct = call.kernelStruct
    self.line = line.json
  }
}
