public import ExtensibleStructs
public import KernelInterfaces

/// A kernel of any release or any struct version, which answers calls and records how it touched memory.
///
/// It goes through the steps of ``Checks``, one after the other.
public struct SimulatedKernel: CallableKernel, Sendable {
  /// What the kernel was built from.
  public enum Build: Hashable, Sendable {
    /// The newest release of each interface that is described.
    case newest
    /// This release; an interface that came later does not exist.
    case release(Release)
    /// The version with this index, under the newest scheme.
    case version(Int)
  }

  /// What the kernel was built from.
  public var build: Build

  /// The size in bytes that it was compiled with, where that is to be another than the version's.
  public var ksize: Int?

  /// Builds a kernel.
  public init(_ build: Build = .newest, ksize: Int? = nil) {
    self.build = build
    self.ksize = ksize
  }

  /// `simulated`, and what it was built from.
  public var name: String {
    switch build {
    case .newest: "simulated"
    case .release(let release): "simulated \(release)"
    case .version(let index): "simulated version \(index)"
    }
  }

  /// The codec that this kernel was compiled with for `interface`, or nil if it does not have the call.
  ///
  /// - Throws: ``InterfaceError`` if there is no such version or size, or the release is not described.
  public func codec(for interface: Interface) throws(InterfaceError) -> Codec? {
    switch build {
    case .newest: return try Codec(interface, size: ksize)
    case .version(let index): return try Codec(interface, version: index, size: ksize)
    case .release(let release):
      switch interface.status(in: release) {
      case .described(let behavior): return try Codec(interface, behavior: behavior, size: ksize)
      case .absent: return nil
      case .notDescribed(let reason): throw InterfaceError(interface.name, .notDescribed(release, reason))
      case .beyond(let newest): throw InterfaceError(interface.name, .beyondNewest(release, newest: newest))
      }
    }
  }

  /// Answers a call, whichever way its struct travels.
  ///
  /// - Throws: ``InterfaceError`` if there is no such version or size, or the release is not described.
  public func answer(_ call: KernelCall) throws(InterfaceError) -> KernelCall.Outcome {
    guard let given = call.given else { return try answerBare(call) }
    try given.check(for: call.interface, bytes: call.memory.mapped)
    var outcome = try answerBare(given.placed(in: call))
    outcome.memories = given.memories
    return outcome
  }

  /// Answers a call whose struct is complete.
  private func answerBare(_ call: KernelCall) throws(InterfaceError) -> KernelCall.Outcome {
    guard let codec = try codec(for: call.interface) else { return absence(of: call) }
    return SimulatedKernel.answer(call, by: codec)
  }

  /// What a kernel answers that does not have the call.
  private func absence(of call: KernelCall) -> KernelCall.Outcome {
    var (errno, basis) = (call.interface.absent, Behavior.Basis.assumed)
    if case .release(let release) = build,
      case .absent(let valid, let null, let known) = call.interface.status(in: release)
    {
      (errno, basis) = (call.pointer == .null ? null : valid, known)
    }
    var outcome = KernelCall.Outcome(
      rejection: Rejection(.absent, errno, at: 0), memory: PagedMemory(call.memory, pointer: call.pointer))
    outcome.basis = basis
    // The word that a second pointer leads to keeps what it had.
    if call.interface.newest.scheme.size.source == .pointer { outcome.usize = call.cutUsize }
    return outcome
  }

  /// Answers a call as a kernel does that was compiled with `codec`. Arguments are cut to their C width first.
  public static func answer(_ call: KernelCall, by codec: Codec) -> KernelCall.Outcome {
    var memory = PagedMemory(call.memory, pointer: call.pointer)
    let usize = call.cutUsize ?? (codec.scheme.size.source == .elements ? 1 : UInt64(codec.size))
    let flags = call.cutFlags
    if let answer = number(call, by: codec, memory) { return answer }
    var kernel = [UInt8](repeating: 0, count: codec.roomNeeded)
    var needed = codec.scheme.size.source == .pointer ? call.cutUsize : nil
    do throws(Rejection) {
      switch call.interface.direction {
      case .in:
        let received = try SimulatedKernel.take(
          codec, from: &memory, usize: usize, flags: flags, isPrivileged: call.isPrivileged, into: &kernel)
        if codec.scheme.size.source == .elements { kernel.removeLast(kernel.count - received.usize) }
        fillIn(&memory, call, codec)
        return KernelCall.Outcome(
          kernelStruct: kernel, memory: memory.bytes, accesses: memory.accesses, received: received,
          basis: codec.checks.basis(of: nil))
      case .out:
        let held = (call.kernelStruct ?? []).prefix(codec.size)
        kernel.replaceSubrange(0..<held.count, with: held)
        if call.kernelStruct == nil, codec.scheme.output?.fetchesRequest == true {
          codec.flags.set(codec.knownFlags, in: &kernel)
        }
        try SimulatedKernel.give(
          codec, &kernel, to: &memory, usize: usize, flags: flags, isPrivileged: call.isPrivileged,
          needed: &needed)
        return KernelCall.Outcome(
          memory: memory.bytes, usize: needed, accesses: memory.accesses, basis: codec.checks.basis(of: nil))
      }
    } catch {
      var outcome = KernelCall.Outcome(rejection: error, memory: memory)
      outcome.usize = needed
      outcome.basis = codec.checks.basis(of: error)
      return outcome
    }
  }

  /// What a kernel returns that is asked for a number by the flags argument; nil if it is asked for none.
  private static func number(
    _ call: KernelCall, by codec: Codec, _ memory: PagedMemory
  ) -> KernelCall.Outcome? {
    let asked = codec.checks.number(flags: call.cutFlags, usize: call.cutUsize, isNull: memory.isNull)
    guard let asked else { return nil }
    var outcome = KernelCall.Outcome(memory: memory.bytes, basis: codec.checks.basis(ofNumber: asked))
    outcome.value = asked.value
    return outcome
  }

  /// Takes a struct in, into an array of the codec's size.
  public static func take(
    _ codec: Codec, from memory: inout PagedMemory, usize: UInt64, flags: UInt64 = 0,
    isPrivileged: Bool = true, into kernel: inout [UInt8]
  ) throws(Rejection) -> Received {
    var span = kernel.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    return try codec.checks.receive(
      from: &memory, usize: codec.scheme.size.source == .fixed ? UInt64(codec.size) : usize, flags: flags,
      isPrivileged: isPrivileged, into: &target)
  }

  /// Hands a struct out, from an array of the codec's size.
  ///
  /// - Parameter needed: what becomes of the word that a second pointer leads to, where the size travels so.
  @discardableResult
  public static func give(
    _ codec: Codec, _ kernel: inout [UInt8], to memory: inout PagedMemory, usize: UInt64,
    flags: UInt64 = 0, isPrivileged: Bool = true, needed: inout UInt64?
  ) throws(Rejection) -> HandedOut {
    var span = kernel.mutableSpan
    var source = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    return try codec.checks.handOut(
      &source, to: &memory, usize: usize, flags: flags, isPrivileged: isPrivileged, needed: &needed)
  }
}

extension KernelCall.Outcome {
  init(rejection: Rejection, memory: PagedMemory) {
    self.init(
      errno: rejection.errno, memory: memory.bytes, accesses: memory.accesses, rejection: rejection)
  }
}
