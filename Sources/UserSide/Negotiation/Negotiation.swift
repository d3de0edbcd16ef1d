import ExtensibleStructs
public import KernelInterfaces

/// How a program and a kernel of unknown age find the newest form of a call that both know: a value that says what to try
/// next, and learns from what the kernel answered.
///
///     var negotiation = try Negotiation(interface, bytes: bytes)
///     while let attempt = negotiation.attempt {
///       try negotiation.learn(kernel.answer(attempt.call))
///     }
///
/// What the program uses is the least that it accepts: bytes of an extension that are not zero, and flags. The newest
/// version is tried first, since a kernel that zero-extends takes it whatever its age, then those down to the least.
/// Nothing that is used is left out, unless the program says that it can do without (``Droppable``); what was left out is
/// then in ``Agreement/dropped``.
///
/// The evidence is the scheme's: E2BIG, with the kernel's size written back or without; an ioctl number that is not known;
/// a flag that is refused; bits and a size that are handed back. What an errno leaves open is asked by queries that change
/// nothing (``CapabilityQuery``), where the interface has them; else the error says what the cause may be.
///
/// Each try has fewer versions or features left than the one before, so that there are ``limit`` of them at most.
public struct Negotiation: Sendable {
  /// What is to be done next.
  enum Step: Sendable {
    case attempt
    case query(Int)
    case agreed(Agreement)
    case failed(NegotiationError)
  }

  /// The interface that is being tried: the one asked for, or an older one.
  public internal(set) var interface: Interface
  /// The version of its struct that is being tried.
  public internal(set) var version: Int
  /// What the program uses and what has not been dropped, the newest first.
  public internal(set) var features: [UsedFeature]
  /// What has been dropped.
  public internal(set) var dropped: [UsedFeature] = []
  /// How many tries were made.
  public internal(set) var tries = 0

  /// The struct in its newest layout, without what was dropped.
  var bytes: [UInt8]
  /// The flags argument.
  let flags: UInt64
  var given: KernelCall.Given?
  let droppable: [Droppable]
  var step = Step.attempt
  /// What queries answered, by their place in the interface's list; nil for no answer.
  var answers: [Int: UInt64?] = [:]
  var described: DescribedKernels
  /// The size that the word is to hold, where it was answered with a greater one.
  var neededSize: UInt64?
  /// What the last call was refused with.
  var lastRefusal: LinuxErrno?
  /// The most tries: as many as the versions that the interface has and the flags that are used, and one; and as many again
  /// for each older interface that is gone to.
  public internal(set) var limit: Int

  /// Begins a negotiation.
  ///
  /// - Parameters:
  ///   - bytes: the struct in the newest layout that the interface has, as ``InterfaceCaller`` makes it.
  ///   - flags: those that are an argument of the call.
  ///   - given: the call's other arguments; nil for harmless ones.
  ///   - droppable: what the program can do without.
  ///   - needed: of a struct that is handed out, the members that the program needs.
  /// - Throws: ``NegotiationError`` for what no kernel takes.
  public init(
    _ interface: Interface, bytes: [UInt8], flags: UInt64 = 0, given: KernelCall.Given? = nil,
    dropping droppable: [Droppable] = [], needing needed: [String] = []
  ) throws(NegotiationError) {
    try self.init(
      interface, DescribedKernels(interface), bytes: bytes, flags: flags, given: given, dropping: droppable,
      needing: needed)
  }

  init(
    _ interface: Interface, _ described: DescribedKernels, bytes: [UInt8], flags: UInt64,
    given: KernelCall.Given?, dropping droppable: [Droppable], needing needed: [String]
  ) throws(NegotiationError) {
    self.described = described
    self.interface = interface
    self.bytes = bytes
    self.flags = flags
    self.given = given
    self.droppable = droppable
    version = interface.newest.version
    let uses = Uses(interface, described.behaviors, bytes, given: given, droppable: droppable, needed: needed)
    if let forgotten = uses.withoutFlag {
      throw NegotiationError(interface, nil, .flagForgotten(forgotten.feature, flag: forgotten.flag))
    }
    features = uses.features
    limit = Self.limit(interface, uses.features)
    // A kernel that takes a call and drops a part of it says nothing: it is asked before.
    if !unproven().isEmpty { askNext() }
  }

  static func limit(_ interface: Interface, _ features: [UsedFeature]) -> Int {
    interface.newest.version + 2 + features.count { $0.version == nil }
  }

  /// What to call next; nil if there is nothing more to call.
  public var attempt: NegotiationAttempt? {
    switch step {
    case .attempt: NegotiationAttempt(self)
    case .query(let index): NegotiationAttempt(self, asking: described.queries[index])
    case .agreed, .failed: nil
    }
  }

  /// What was agreed on.
  ///
  /// - Throws: ``NegotiationError`` if the kernel and the program do not come together.
  public func agreement() throws(NegotiationError) -> Agreement? {
    switch step {
    case .attempt, .query: nil
    case .agreed(let agreement): agreement
    case .failed(let error): throw error
    }
  }
}

/// One call of a negotiation.
public struct NegotiationAttempt: Sendable {
  /// The call, for any kernel.
  public let call: KernelCall
  /// The index of the struct's version.
  public let version: Int
  /// The query that it is; nil for the program's own call.
  public let query: CapabilityQuery?

  init(_ negotiation: Negotiation) {
    version = negotiation.version
    query = nil
    call = negotiation.call()
  }

  init(_ negotiation: Negotiation, asking query: CapabilityQuery) {
    version = negotiation.version
    self.query = query
    call = query.call(for: negotiation.interface, given: negotiation.given)
  }
}

/// What a program and a kernel agreed on, and what came of the call.
public struct Agreement: Sendable {
  /// The interface that was called.
  public let interface: Interface
  /// The index of the struct's version that was handed over.
  public let version: Int
  /// What was left out, since the kernel lacks it and the program can do without.
  public let dropped: [UsedFeature]
  /// What was handed over and may have been ignored: kernels of some releases take the call, report success and do
  /// nothing of it.
  public let unproven: [UsedFeature]
  /// How many calls were made, queries not counted.
  public let tries: Int
  /// What the kernel answered to the last one.
  public let outcome: KernelCall.Outcome
}
