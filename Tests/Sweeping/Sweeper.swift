package import ExtensibleStructs
package import KernelInterfaces
import RunningKernel
import SimulatedKernel

/// Puts an interface's cases to the running kernel and to the simulated one of a release.
package struct Sweeper {
  /// Which release the simulated kernel plays; nil for the running one.
  package var release: Release?
  /// The seed of everything that is drawn.
  package var seed: UInt64
  /// How many combinations of changes there are for each interface.
  package var random: Int
  /// How many cases there are at most for each interface; which of them is drawn.
  package var most = Int.max
  /// Turns a policy of the simulated kernel.
  package var change: (inout Scheme) -> Void = { _ in }
  /// Whether the first difference is enough.
  package var endsEarly = false

  private let running = RunningKernel()

  /// Prepares a sweep.
  package init(release: Release? = nil, seed: UInt64 = 1, random: Int = 400) {
    self.release = release
    self.seed = seed
    self.random = random
  }

  /// The running kernel's name.
  package var kernel: String { running.name }
  /// The release that the simulated kernel plays.
  package var played: Release? { release ?? RunningKernel.release }

  /// Sweeps one interface.
  ///
  /// - Throws: what stood in the way of a call; that a call is not there or not allowed is a skip.
  package func sweep(_ interface: Interface) throws -> Sweep {
    var result = Sweep(interface: interface.name)
    result.skipped = try obstacle(to: interface)
    guard result.skipped == nil else { return result }
    let known = try known(of: interface)
    result.withheld = known.withheld
    var behavior = known.behavior
    change(&behavior.scheme)
    let expected = try Codec(interface, behavior: behavior, size: known.size)
    let absent = SimulatedKernel(played.map { .release($0) } ?? .newest)
    try ask(known.subject) { change, call, real in
      let simulated = try known.isThere ? SimulatedKernel.answer(call, by: expected) : absent.answer(call)
      result.cases += 1
      guard !call.isAnsweredAlike(simulated, real) else { return true }
      result.differences.append(
        Sweep.Difference(change.name, call, simulated, real, release: played, ksize: known.size))
      return !endsEarly
    }
    return result
  }

  /// The turned policies that no case shows, of those that change what kernels of this release do.
  ///
  /// - Returns: nil if the interface cannot be asked, or the release does not have it.
  package func unnoticed(of interface: Interface) throws -> (unnoticed: [String], all: Int)? {
    guard try obstacle(to: interface) == nil else { return nil }
    let known = try known(of: interface)
    guard known.isThere else { return nil }
    var left = try PolicyFlip.all.compactMap { flip -> (name: String, codec: Codec)? in
      guard let scheme = try flip.turned(known.behavior, of: interface) else { return nil }
      var behavior = known.behavior
      behavior.scheme = scheme
      return (flip.name, try Codec(interface, behavior: behavior, size: known.size))
    }
    let all = left.count
    try ask(known.subject, isShuffled: true) { _, call, real in
      left.removeAll { !call.isAnsweredAlike(SimulatedKernel.answer(call, by: $0.codec), real) }
      return !left.isEmpty
    }
    return (left.map(\.name), all)
  }
}

extension Sweeper {
  /// What is known of an interface on the running kernel.
  private struct Known {
    var subject: Subject
    var behavior: Behavior
    /// The size that is up to the machine.
    var size: Int?
    var withheld: [CallShape.ConfiguredBits]
    /// Whether the release has the call.
    var isThere: Bool
  }

  private func obstacle(to interface: Interface) throws -> String? {
    try status(of: interface).whyNotDescribed(played.map { "\($0)" } ?? "it")
      ?? running.obstacle(to: interface, absenceIsObstacle: release == nil)
  }

  private func status(of interface: Interface) -> ReleaseStatus {
    played.map { interface.status(in: $0) } ?? .described(interface.newest)
  }

  private func known(of interface: Interface) throws -> Known {
    let status = status(of: interface)
    let size = try running.machineSize(of: interface)
    var behavior = status.behavior ?? interface.newest
    let withheld = try running.withheld(from: interface, Codec(interface, behavior: behavior, size: size))
    for bits in withheld.reversed() { behavior.refuse(bits.refusal) }
    let codec = try Codec(interface, behavior: behavior, size: size)
    let sample = try running.sample(of: interface, codec)
    var held: [UInt8]?
    if interface.direction == .out {
      let call = KernelCall(interface, memory: KernelCall.Memory(sample), usize: UInt64(codec.size))
      held = try running.answer(call).memory
    }
    return Known(
      subject: Subject(interface, codec, sample: sample, held: held), behavior: behavior, size: size,
      withheld: withheld, isThere: status.behavior != nil)
  }

  /// Makes each call of a sweep once, for as long as `body` wants to see more.
  ///
  /// - Parameter isShuffled: whether cases that are alike are not to come one after the other.
  private func ask(
    _ subject: Subject, isShuffled: Bool = false,
    _ body: (Change, KernelCall, KernelCall.Outcome) throws -> Bool
  ) throws {
    var seen: Set<Int> = []
    var changes = subject.changes(seed: seed, random: random)
    if isShuffled || changes.count > most {
      var numbers = SeededNumbers(seed: seed)
      changes.shuffle(using: &numbers)
    }
    for change in changes.prefix(most) {
      let call = subject.call(change)
      guard subject.keepsFrozen(call), seen.insert(call.identity).inserted else { continue }
      guard try body(change, call, running.answer(call)) else { return }
    }
  }
}

extension KernelCall {
  /// A number that tells the calls of one interface apart.
  fileprivate var identity: Int {
    var hasher = Hasher()
    hasher.combine(memory)
    hasher.combine(pointer)
    hasher.combine(usize)
    hasher.combine(flags)
    return hasher.finalize()
  }
}
