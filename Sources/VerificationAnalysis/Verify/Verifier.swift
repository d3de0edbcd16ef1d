public import ExtensibleStructs
public import KernelInterfaces
import RunningKernel
public import SimulatedKernel

/// Puts cases to the simulated kernel of one release and to the running one, or to any other kernel.
///
///     print(try Verifier().report(on: Catalog.interfaces()))
public final class Verifier {
  private let asked: AskedKernel
  private let release: Release?
  private let isAsked: Bool
  private let callers: Callers
  private let change: (inout Scheme) -> Void
  private let model: (KernelCall, Codec) -> KernelCall.Outcome
  /// The seed of the places that are drawn.
  public let seed: UInt64

  /// As whom cases are put.
  public enum Callers: String, Sendable, CaseIterable {
    /// As this process; and, if it has privileges, the typical ones as nobody as well.
    case own
    /// As nobody alone: a user who owns nothing and has no capability.
    case nobody
  }

  /// Prepares a comparison.
  ///
  /// - Parameters:
  ///   - release: which release the simulated kernel plays; nil for the running one. Where one is named, a
  ///     call that the running kernel does not have is an answer like any other.
  ///   - abi: whose calls are made. Those of a 32-bit program (`i386`) are made by `int $0x80`.
  ///   - callers: as whom cases are put.
  ///   - seed: of the places that are drawn.
  ///   - change: turns a policy of the simulated kernel the wrong way, to see that it is noticed.
  ///   - model: the simulated kernel itself, if it is to be another one.
  public init(
    release: Release? = nil, abi: SystemCallNumber.Architecture = .native, callers: Callers = .own,
    seed: UInt64 = 1, change: @escaping (inout Scheme) -> Void = { _ in },
    model: @escaping (KernelCall, Codec) -> KernelCall.Outcome = SimulatedKernel.answer
  ) {
    self.release = release ?? RunningKernel.release
    isAsked = release != nil
    asked = AskedKernel(abi: abi)
    self.callers = callers
    self.seed = seed
    self.change = change
    self.model = model
  }

  /// Prepares a comparison with another kernel than the running one: a type of one's own, or a simulated kernel.
  ///
  /// Each case is put to `kernel` as a caller with every capability, and the typical ones as nobody as well. Samples of
  /// members other than integers are not known to such a kernel, and are left zero.
  ///
  /// - Parameters:
  ///   - kernel: the kernel that is compared.
  ///   - release: which release the simulated kernel plays; nil for the newest that each interface describes.
  ///   - callers: as whom cases are put.
  ///   - seed: of the places that are drawn.
  public init(
    on kernel: any CallableKernel, release: Release? = nil, callers: Callers = .own, seed: UInt64 = 1
  ) {
    asked = AskedKernel(kernel)
    self.release = release ?? (asked.isRunning ? RunningKernel.release : nil)
    isAsked = release != nil
    self.callers = callers
    self.seed = seed
    change = { _ in }
    model = SimulatedKernel.answer
  }

  /// The name of the kernel that is compared.
  public var kernel: String { asked.name }
  /// Whose calls are made.
  public var abi: SystemCallNumber.Architecture { asked.abi }
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
      try status.whyNotDescribed(played)
      ?? (callers == .nobody ? asked.whyPrivileged(interface) : nil)
      ?? asked.obstacle(
        to: interface, absenceIsObstacle: !isAsked, isPrivileged: isPrivileged(interface))
    guard result.skipped == nil else { return result }
    var played = status.behavior ?? interface.newest
    let size = try asked.machineSize(of: interface)
    result.withheld =
      try asked.withheld(from: interface, Codec(interface, behavior: played, size: size))
    for bits in result.withheld.reversed() { played.refuse(bits.refusal) }
    let codec = try Codec(interface, behavior: played, size: size)
    let base = try base(interface, codec)
    change(&played.scheme)
    let changed = try Codec(interface, behavior: played, size: size)
    let absent = SimulatedKernel(release.map { .release($0) } ?? .newest)
    for entry in entries(CaseTable(base, seed: seed), interface, &result) {
      let simulated = try status.behavior == nil ? absent.answer(entry.call) : model(entry.call, changed)
      let real = try asked.answer(entry.call)
      result.cases += 1
      progress()
      guard !entry.call.isAnsweredAlike(simulated, real) else { continue }
      result.disagreements.append(Verification.Disagreement(entry, simulated, real, release: release))
    }
    return result
  }

  /// Whether the cases that are not put as nobody are a privileged caller's, as far as the interface tells them apart.
  private func isPrivileged(_ interface: Interface) -> Bool {
    callers == .own && (asked.isPrivileged || interface.call?.unprivileged != nil)
  }

  /// The cases to put: all of them, and the typical ones once more as nobody.
  private func entries(
    _ table: CaseTable, _ interface: Interface, _ result: inout Verification
  ) -> [CaseTable.Entry] {
    guard isPrivileged(interface) else {
      result.casesAsNobody = table.entries.count
      return table.entries
    }
    guard asked.isPrivileged else { return table.entries }
    result.withoutNobody = asked.whyPrivileged(interface)
    guard result.withoutNobody == nil else { return table.entries }
    result.casesAsNobody = table.asNobody.count
    return table.entries + table.asNobody
  }

  /// The call that the kernel takes, around which the cases are made.
  private func base(_ interface: Interface, _ codec: Codec) throws -> Case {
    let sample = try asked.sample(of: interface, codec)
    let isPrivileged = isPrivileged(interface)
    var held: [UInt8]?
    if interface.direction == .out {
      let call = KernelCall(
        interface, memory: KernelCall.Memory(sample), usize: UInt64(codec.size), isPrivileged: isPrivileged,
        abi: abi)
      held = try asked.answer(call).memory
    }
    var base = Case(interface, codec, sample: sample, held: held)
    base.isPrivileged = isPrivileged
    base.abi = abi
    return base
  }
}
