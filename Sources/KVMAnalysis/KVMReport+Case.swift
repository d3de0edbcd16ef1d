package import ExtensibleStructs
import KernelInterfaces

extension KVMReport {
  /// One call, answered by the simulated kernel and by the running one.
  package struct Case: Hashable, Sendable {
    /// What the case is about, in a few words.
    package let name: String
    /// The interface that was called.
    package let interface: String
    /// The simulated kernel's answer; nil for success.
    package let simulated: LinuxErrno?
    /// The running kernel's answer; nil for success.
    package let real: LinuxErrno?
    /// What else was compared, where it differed.
    package let difference: String?

    /// Whether both gave the same answer, and the memory is the same afterwards.
    package var agrees: Bool { simulated == real && difference == nil }
  }
}

extension KVMReport.Case {
  /// Puts a call to both kernels.
  ///
  /// - Throws: if it could not be put to one of them at all.
  init(_ name: String, _ call: KernelCall, simulated: Answer, real: Answer) throws {
    let first = try simulated(call)
    let second = try real(call)
    self.init(
      name: name, interface: call.interface.name, simulated: first.errno, real: second.errno,
      difference: first.memory == second.memory ? nil : "the memory differs afterwards")
  }

  /// How a kernel answers a call.
  typealias Answer = (KernelCall) throws -> KernelCall.Outcome
}
