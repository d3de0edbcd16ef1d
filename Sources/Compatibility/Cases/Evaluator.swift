import CommandLineKit
public import ExtensibleStructs
import SimulatedKernel

/// Puts cases to simulated kernels.
public struct Evaluator: Sendable {
  private let interfaces: [String: Interface]

  /// Answers for these interfaces, and for the helpers.
  public init(_ interfaces: [Interface]) {
    self.interfaces = Dictionary(interfaces.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The interface with this name, or nil.
  public func interface(_ name: String) -> Interface? { interfaces[name] }

  /// Every name that a case may call.
  public var names: [String] { interfaces.keys.sorted() + EvalHelper.allCases.map(\.rawValue) }

  /// The simulated kernel's answer.
  ///
  /// - Throws: ``EvalError`` for a case that lacks what its interface needs, or has what makes no sense there.
  public func answer(_ given: EvalCase) throws -> EvalAnswer {
    try Evaluator.checkLimits(given)
    if let helper = EvalHelper(rawValue: given.interface) { return try Evaluator.answer(given, helper) }
    guard let interface = interfaces[given.interface] else {
      let unknown = UsageError.unknown("interface", given.interface, known: names)
      throw EvalError("interface", unknown.description)
    }
    return try Evaluator.answer(given, interface)
  }

  private static func answer(_ given: EvalCase, _ interface: Interface) throws -> EvalAnswer {
    try refuse(given.offset, "offset", "is for check_zeroed_user")
    try refuse(given.length, "length", "is for check_zeroed_user")
    let edition = given.release.flatMap(interface.edition) ?? interface.newest
    if !edition.scheme.size.source.isOutside {
      try refuse(given.usize, "usize", "\(interface.name) has its size inside the struct")
    }
    if interface.direction == .in {
      try refuse(given.kernelStruct, "kernelStruct", "\(interface.name) takes a struct in")
    }
    if edition.scheme.flagsArgument == .none {
      try refuse(
        given.flags == 0 ? nil : given.flags, "flags",
        "no flags that are an argument of \(interface.name) are modelled")
    }
    let kernel = SimulatedKernel(given.release.map { .release($0) } ?? .newest, ksize: given.ksize)
    var usize = given.usize
    switch edition.scheme.size.source {
    case .command: usize = try usize ?? Codec(interface).size
    case .argument, .elements, .pointer:
      guard usize != nil else {
        throw EvalError("usize", "missing; \(interface.name) takes the size as an argument")
      }
    case .fixed, .member, .flags: break
    }
    do {
      if let codec = try kernel.codec(for: interface), let held = given.kernelStruct, held.count > codec.size
      {
        throw EvalError("kernelStruct", "\(held.count) bytes; the kernel's struct has \(codec.size)")
      }
      return EvalAnswer(
        try kernel.answer(
          Call(
            interface, memory: image(given, bytes(usize, edition, interface)), pointer: given.pointer,
            usize: usize.map(UInt64.init), flags: given.flags,
            kernelStruct: given.kernelStruct)))
    } catch let error as InterfaceError {
      throw EvalError("ksize", "\(error)")
    }
  }

  /// How many bytes a size speaks of: it may count elements.
  private static func bytes(_ usize: Int?, _ edition: Edition, _ interface: Interface) -> Int? {
    guard edition.scheme.size.source == .elements, let usize else { return usize }
    return min(
      usize.multipliedReportingOverflow(by: interface.history.layout.size).partialValue, EvalCase.limit)
  }

  /// The memory of a case: mapped as far as it says, or as far as its bytes or its size go.
  static func image(_ given: EvalCase, _ usize: Int?) -> MemoryImage {
    MemoryImage(
      given.memory, mapped: given.mapped ?? max(given.memory.count, usize ?? 0),
      unmappedHead: given.unmappedHead, isWritable: given.isWritable)
  }

  static func refuse(_ value: (some Any)?, _ key: String, _ reason: String) throws(EvalError) {
    if value != nil { throw EvalError(key, "not wanted here: \(reason)") }
  }

  private static func checkLimits(_ given: EvalCase) throws(EvalError) {
    let sizes = [
      ("ksize", given.ksize), ("usize", given.usize), ("mapped", given.mapped),
      ("unmappedHead", given.unmappedHead), ("offset", given.offset),
      ("length", given.length), ("memory", given.memory.count), ("kernelStruct", given.kernelStruct?.count),
    ]
    for case (let key, let size?) in sizes {
      guard size >= 0 else { throw EvalError(key, "\(size) is negative") }
      guard size <= EvalCase.limit else { throw EvalError(key, "\(size) is over 16 MiB") }
    }
  }
}
