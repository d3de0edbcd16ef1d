/// Anything that answers a call made of raw user memory: a simulated kernel, or the running one.
public protocol CallableKernel {
  /// What it is, such as `simulated 6.18` or `Linux 6.18.44`.
  var name: String { get }

  /// Answers one call.
  ///
  /// - Throws: if the call could not be made at all; that the kernel refuses it is an outcome.
  mutating func answer(_ call: KernelCall) throws -> KernelCall.Outcome

  /// Asks what the kernel knows of an interface, by a call that changes nothing.
  ///
  /// - Parameter given: the arguments of the program's own calls, of which the query takes those that it has; nil for a
  ///   question to files of the package's own making.
  /// - Returns: the answer; nil if the kernel gave none, or what it would be is not described.
  /// - Throws: as ``answer(_:)``.
  mutating func answer(
    _ query: CapabilityQuery, of interface: Interface, given: KernelCall.Given?
  ) throws -> UInt64?
}
