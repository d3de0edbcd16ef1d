public import KernelInterfaces

extension Interface {
  /// What a kernel knows of this interface, by queries that change nothing.
  ///
  /// - Parameter arguments: the call's arguments, such as the descriptor to ask; nil for files of the package's own making.
  /// - Returns: each query with its answer: nil if the kernel gave none, or what it would be is not described.
  /// - Throws: as ``KernelInterfaces/CallableKernel/answer(_:)``.
  public func capabilities<K: CallableKernel>(
    _ arguments: [String: CallShape.Value]? = nil, on kernel: K
  ) throws -> [(query: CapabilityQuery, answer: UInt64?)] {
    var kernel = kernel
    let given = arguments.map { KernelCall.Given($0, restarts: true) }
    return try queries.map { ($0, try kernel.answer($0, of: self, given: given)) }
  }
}
