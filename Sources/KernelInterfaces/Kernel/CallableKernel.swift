/// Anything that answers a call made of raw user memory: a simulated kernel, or the running one.
public protocol CallableKernel {
  /// What it is, such as `simulated 6.18` or `Linux 6.18.44`.
  var name: String { get }

  /// Answers one call.
  ///
  /// - Throws: if the call could not be made at all; that the kernel refuses it is an outcome.
  mutating func answer(_ call: KernelCall) throws -> KernelCall.Outcome
}
