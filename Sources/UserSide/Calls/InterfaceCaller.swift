public import ExtensibleStructs
public import KernelInterfaces

/// The calls of a program: an interface and the program's own struct for it.
///
///     let openat2 = try InterfaceCaller<OpenHow>(Catalog.openat2())
///     let file = try openat2.call(
///       how, ["dfd": .descriptor(folder), "filename": .string("a/b")], on: RunningKernel())
///
/// Any kernel can be called: the running one, and in tests the simulated one of any release.
public struct InterfaceCaller<S: DeclaredStruct & BitwiseCopyable>: Sendable {
  /// The interface.
  public let interface: Interface
  private let codec: StructCodec<S>
  private let described: DescribedKernels

  /// Checks that `S` is the struct of the interface, as it is on the wire.
  ///
  /// - Throws: ``InterfaceError`` if it is laid out in another way, or the call takes an array.
  public init(_ interface: Interface) throws(InterfaceError) {
    self.interface = interface
    codec = try StructCodec<S>(interface)
    described = DescribedKernels(interface)
  }

  /// Makes the call once, with the newest version of the struct, or with the one that is named.
  ///
  /// - Parameters:
  ///   - value: the struct. The size is written where the struct holds it.
  ///   - arguments: the call's other arguments, by C name: ``KernelCall/Given``.
  ///   - members: memory that members of the struct lead to, by C name.
  ///   - flags: the flags that are an argument of the call.
  ///   - version: an index into the versions of the struct's history; nil for the newest.
  ///   - restarts: whether the call is made again when a signal interrupts it. If not, EINTR is an answer.
  /// - Returns: what the kernel answered: an errno is no error here.
  /// - Throws: ``EncodingError`` if something is set that the version does not have; ``InterfaceError`` for arguments that
  ///   the call does not have or that are missing; what stood in the way of the call.
  public func call<K: CallableKernel>(
    _ value: S, _ arguments: [String: CallShape.Value] = [:], members: [String: CallShape.Value] = [:],
    flags: UInt64 = 0, version: Int? = nil, restarts: Bool = false, on kernel: K
  ) throws -> CallResult<S> {
    let own = try version.map { try StructCodec<S>(interface, version: $0) } ?? codec
    let bytes = try own.encode(value)
    let source = interface.newest.scheme.size.source
    var call = KernelCall(
      interface, memory: KernelCall.Memory(bytes), flags: flags,
      given: KernelCall.Given(arguments, members: members, restarts: restarts))
    if source.isOutside { call.usize = UInt64(bytes.count) }
    var kernel = kernel
    return CallResult(try kernel.answer(call))
  }

  /// Makes the call in the newest form that this kernel and the program both know; ``Negotiation``.
  ///
  /// - Parameters:
  ///   - value: the struct in its newest version. The size is written where the struct holds it.
  ///   - arguments: the call's other arguments, by C name.
  ///   - members: memory that members of the struct lead to, by C name.
  ///   - flags: the flags that are an argument of the call.
  ///   - restarts: whether a call is made again when a signal interrupts it. If not, EINTR ends the negotiation.
  ///   - droppable: what the program can do without.
  ///   - needed: of a struct that is handed out, the members that the program needs.
  /// - Returns: what was agreed on, with what was dropped, and what the kernel answered.
  /// - Throws: ``NegotiationError`` that names what the kernel lacks; and as ``call(_:_:members:flags:version:restarts:on:)``.
  public func negotiate<K: CallableKernel>(
    _ value: S, _ arguments: [String: CallShape.Value] = [:], members: [String: CallShape.Value] = [:],
    flags: UInt64 = 0, restarts: Bool = false, dropping droppable: [Droppable] = [],
    needing needed: [String] = [], on kernel: K
  ) throws -> NegotiatedCall<S> {
    var kernel = kernel
    var negotiation = try Negotiation(
      interface, described, bytes: try codec.encode(value), flags: flags,
      given: KernelCall.Given(arguments, members: members, restarts: restarts), dropping: droppable,
      needing: needed)
    while let attempt = negotiation.attempt {
      if let query = attempt.query {
        // A question that cannot be put leaves its answer open; what is wrong with the call shows in the call.
        let answer = try? kernel.answer(query, of: negotiation.interface, given: negotiation.given)
        negotiation.learn(answer ?? nil)
      } else {
        negotiation.learn(try kernel.answer(attempt.call))
      }
    }
    guard let agreement = try negotiation.agreement() else {
      preconditionFailure("a negotiation without an attempt has ended")
    }
    var outcome = agreement.outcome
    if agreement.interface.name != interface.name {
      outcome.memory = interface.history.layout.bytes(agreement.interface.history.layout, outcome.memory)
    }
    return NegotiatedCall(agreement: agreement, result: CallResult(outcome))
  }

  /// What a kernel knows of the interface, by queries that change nothing.
  ///
  /// - Parameter arguments: the call's arguments, such as the descriptor to ask; nil for files of the package's own making.
  /// - Returns: each query of the interface with its answer: nil if the kernel gave none, or what it would be is not described.
  /// - Throws: as ``KernelInterfaces/CallableKernel/answer(_:)``.
  public func capabilities<K: CallableKernel>(
    _ arguments: [String: CallShape.Value]? = nil, on kernel: K
  ) throws -> [(query: CapabilityQuery, answer: UInt64?)] {
    try interface.capabilities(arguments, on: kernel)
  }
}

/// What came of a negotiation.
public struct NegotiatedCall<S: DeclaredStruct & BitwiseCopyable>: Sendable {
  /// The interface that was called, the version, and what was dropped.
  public let agreement: Agreement
  /// What the kernel answered. After an older interface was called, the struct has the members that it has.
  public let result: CallResult<S>
}
