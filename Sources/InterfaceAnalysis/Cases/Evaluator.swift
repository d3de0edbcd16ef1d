import Documents
import ExtensibleStructs
package import KernelInterfaces
import SimulatedKernel

/// Puts cases to simulated kernels.
package struct Evaluator: Sendable {
  private let interfaces: [String: Interface]

  /// Answers for these interfaces, and for the helpers.
  package init(_ interfaces: [Interface]) {
    self.interfaces = Dictionary(interfaces.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The interface with this name, or nil.
  package func interface(_ name: String) -> Interface? { interfaces[name] }

  /// Every name that a case may call.
  package var names: [String] { interfaces.keys.sorted() + EvalHelper.allCases.map(\.rawValue) }

  /// The simulated kernel's answer.
  ///
  /// - Throws: ``EvalError`` for a case that lacks what its interface needs, has what makes no sense there, or is
  ///   about a release that is not described.
  package func answer(_ given: EvalCase) throws -> EvalAnswer {
    try Evaluator.checkLimits(given)
    if let helper = EvalHelper(rawValue: given.interface) { return try Evaluator.answer(given, helper) }
    guard let interface = interfaces[given.interface] else {
      throw EvalError("interface", unknownName("interface", given.interface, known: names))
    }
    return EvalAnswer(try Evaluator.outcome(of: given, interface))
  }

  /// What a simulated kernel makes of a case.
  ///
  /// - Throws: as ``answer(_:)``.
  package static func outcome(of given: EvalCase, _ interface: Interface) throws -> KernelCall.Outcome {
    let status = try status(of: interface, in: given.release)
    let scheme = (status.behavior ?? interface.newest).scheme
    try check(given, interface, scheme)
    let image = image(given, bytes(given, interface, scheme))
    let call = KernelCall(
      interface, memory: image, pointer: given.pointer, usize: given.usize, flags: given.flags,
      kernelStruct: given.kernelStruct, isPrivileged: given.isPrivileged, abi: given.abi ?? .native)
    try check(call, given, interface)
    guard let behavior = status.behavior else {
      return try SimulatedKernel(given.release.map { .release($0) } ?? .newest).answer(call)
    }
    let codec = try codec(given, interface, behavior)
    if let held = given.kernelStruct, held.count > codec.size {
      throw EvalError("kernelStruct", "\(held.count) bytes; the kernel's struct has \(codec.size)")
    }
    let outcome = SimulatedKernel.answer(call, by: codec)
    try checkReach(outcome, of: given, image)
    return outcome
  }

  /// What is known of a release; of the newest one that is described for nil.
  ///
  /// - Throws: ``EvalError`` if nobody looked what that release does.
  static func status(
    of interface: Interface, in release: Release?
  ) throws(EvalError) -> ReleaseStatus {
    guard let release else { return .described(interface.newest) }
    let status = interface.status(in: release)
    if let reason = status.whyNotDescribed("\(interface.name) in \(release)") {
      throw EvalError("release", reason)
    }
    return status
  }

  /// Refuses what makes no sense for the interface, and asks for what it needs.
  private static func check(
    _ given: EvalCase, _ interface: Interface, _ scheme: Scheme
  ) throws(EvalError) {
    try refuse(given.offset, "offset", "is for check_zeroed_user")
    try refuse(given.length, "length", "is for check_zeroed_user")
    if !scheme.size.source.isOutside {
      try refuse(given.usize, "usize", "\(interface.name) has its size inside the struct")
    }
    if interface.direction == .in {
      try refuse(given.kernelStruct, "kernelStruct", "\(interface.name) takes a struct in")
    }
    if scheme.flagsArgument == .none {
      try refuse(
        given.flags == 0 ? nil : given.flags, "flags",
        "no flags that are an argument of \(interface.name) are modelled")
    }
    switch scheme.size.source {
    case .argument, .elements, .pointer:
      guard given.usize != nil else {
        throw EvalError("usize", "missing; \(interface.name) takes the size as an argument")
      }
    case .command, .fixed, .member, .flags: break
    }
  }

  private static func codec(
    _ given: EvalCase, _ interface: Interface, _ behavior: Behavior
  ) throws(EvalError) -> Codec {
    do { return try Codec(interface, behavior: behavior, size: given.ksize) } catch {
      guard case .scheme(.impossibleSize) = error.cause else { throw EvalError("interface", "\(error)") }
      throw EvalError("ksize", "\(error)")
    }
  }

  /// Refuses a caller whose calls of this interface are not described.
  private static func check(
    _ call: KernelCall, _ given: EvalCase, _ interface: Interface
  ) throws(EvalError) {
    if let reason = interface.call?.leftOut[call.abi] { throw EvalError("abi", reason) }
    guard !given.isPrivileged, let reason = interface.call?.unprivileged else { return }
    throw EvalError("privileged", "not described: \(reason)")
  }

  /// How many bytes the case's size speaks of, which are mapped where the case does not say: it may count elements, and
  /// is cut to the width of its argument. Nil for more than are ever laid out.
  private static func bytes(_ given: EvalCase, _ interface: Interface, _ scheme: Scheme) -> Int? {
    guard let usize = given.usize.map({ interface.call?.cutSize($0, on: given.abi ?? .native) ?? $0 }) else {
      return nil
    }
    let stride = scheme.size.source == .elements ? UInt64(interface.history.layout.size) : 1
    let (bytes, isTooGreat) = usize.multipliedReportingOverflow(by: stride)
    return isTooGreat || bytes > UInt64(EvalCase.limit) ? nil : Int(bytes)
  }

  /// Refuses a case whose answer depends on memory that is longer than any that is laid out.
  private static func checkReach(
    _ outcome: KernelCall.Outcome, of given: EvalCase, _ image: KernelCall.Memory
  ) throws(EvalError) {
    guard let usize = given.usize, usize > UInt64(EvalCase.limit), usize <= UInt64(PagedMemory.addressSpace),
      given.mapped == nil,
      given.pointer == .valid, let rejection = outcome.rejection, rejection.errno == .EFAULT,
      rejection.offset >= image.mapped
    else { return }
    throw EvalError(
      "usize",
      "\(usize) bytes would have to be mapped for this answer, and at most 16 MiB are; say with `mapped` how many"
    )
  }

  /// The memory of a case: mapped as far as it says, or as far as its bytes or its size go.
  static func image(_ given: EvalCase, _ usize: Int?) -> KernelCall.Memory {
    KernelCall.Memory(
      given.memory, mapped: given.mapped ?? max(given.memory.count, usize ?? 0),
      unmappedHead: given.unmappedHead, isWritable: given.isWritable)
  }

  static func refuse(_ value: (some Any)?, _ key: String, _ reason: String) throws(EvalError) {
    if value != nil { throw EvalError(key, "not wanted here: \(reason)") }
  }

  private static func checkLimits(_ given: EvalCase) throws(EvalError) {
    let sizes = [
      ("ksize", given.ksize), ("mapped", given.mapped), ("unmappedHead", given.unmappedHead),
      ("offset", given.offset), ("length", given.length), ("memory", given.memory.count),
      ("kernelStruct", given.kernelStruct?.count),
    ]
    for case (let key, let size?) in sizes {
      guard size >= 0 else { throw EvalError(key, "\(size) is negative") }
      guard size <= EvalCase.limit else { throw EvalError(key, "\(size) is over 16 MiB") }
    }
  }
}
