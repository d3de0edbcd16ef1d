public import ExtensibleStructs
public import KernelInterfaces
import RunningKernel
public import SimulatedKernel

/// Puts cases to the simulated kernel of one release and to the running one.
///
///     print(try Verifier().report(on: Catalog.interfaces()))
public final class Verifier {
  private let running = RunningKernel()
  private let release: Release?
  private let isAsked: Bool
  private let change: (inout Scheme) -> Void
  private let model: (KernelCall, Codec) -> KernelCall.Outcome
  /// The seed of the places that are drawn.
  public let seed: UInt64

  /// Prepares a comparison.
  ///
  /// - Parameters:
  ///   - release: which release the simulated kernel plays; nil for the running one. Where one is named, a
  ///     call that the running kernel does not have is an answer like any other.
  ///   - seed: of the places that are drawn.
  ///   - change: turns a policy of the simulated kernel the wrong way, to see that it is noticed.
  ///   - model: the simulated kernel itself, if it is to be another one.
  public init(
    release: Release? = nil, seed: UInt64 = 1, change: @escaping (inout Scheme) -> Void = { _ in },
    model: @escaping (KernelCall, Codec) -> KernelCall.Outcome = SimulatedKernel.answer
  ) {
    self.release = release ?? RunningKernel.release
    isAsked = release != nil
    self.seed = seed
    self.change = change
    self.model = model
  }

  /// The running kernel's name.
  public var kernel: String { running.name }
  /// The release that the simulated kernel plays.
  public var played: String { release.map { "\($0)" } ?? "the newest release" }

  /// Compares one interface, case by case.
  ///
  /// - Parameter progress: is called once for each case.
  /// - Throws: what prevented a call; that a call is not there or not allowed is a skip.
  public func verify(_ interface: Interface, progress: () -> Void = {}) throws -> Verification {
    var result = Verification(interface: interface.name)
    let status = release.map { interface.status(in: $0) } ?? .described(interface.newest)
    result.skipped =
      try status.whyNotDescribed(played) ?? running.obstacle(to: interface, absenceIsObstacle: !isAsked)
    guard result.skipped == nil else { return result }
    var played = status.behavior ?? interface.newest
    let size = try running.machineSize(of: interface)
    result.withheld =
      try running.withheld(from: interface, Codec(interface, behavior: played, size: size))
    for bits in result.withheld.reversed() { played.refuse(bits.refusal) }
    let codec = try Codec(interface, behavior: played, size: size)
    let base = try base(interface, codec)
    change(&played.scheme)
    let changed = try Codec(interface, behavior: played, size: size)
    let absent = SimulatedKernel(release.map { .release($0) } ?? .newest)
    for entry in CaseTable(base, seed: seed).entries {
      let simulated = try status.behavior == nil ? absent.answer(entry.call) : model(entry.call, changed)
      let real = try running.answer(entry.call)
      result.cases += 1
      progress()
      guard !entry.call.isAnsweredAlike(simulated, real) else { continue }
      result.disagreements.append(Verification.Disagreement(entry, simulated, real, release: release))
    }
    return result
  }

  /// The call that the kernel takes, around which the cases are made.
  private func base(_ interface: Interface, _ codec: Codec) throws -> Case {
    let sample = try running.sample(of: interface, codec)
    var held: [UInt8]?
    if interface.direction == .out {
      let call = KernelCall(interface, memory: KernelCall.Memory(sample), usize: UInt64(codec.size))
      held = try running.answer(call).memory
    }
    return Case(interface, codec, sample: sample, held: held)
  }
}
