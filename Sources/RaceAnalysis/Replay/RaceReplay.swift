import Documents
package import ExtensibleStructs
import KVMBackend
package import KernelInterfaces
import LinuxSystem
import RunningKernel

/// Schedules that a page fault can produce, made to happen on the running kernel, and compared with the simulation.
package struct RaceReplay: Sendable {
  /// The running kernel's name.
  package let kernel: String
  /// Each schedule, answered by both.
  package internal(set) var cases: [Case] = []
  /// What was left out, with the reason.
  package internal(set) var skipped: [String] = []

  /// One schedule on both kernels.
  package struct Case: Hashable, Sendable {
    /// The call.
    package var interface: String
    /// Which page is missing, and what the second thread does when it is touched.
    package var name: String
    /// Whether the kernel touched the missing page.
    package var didFault: Bool
    /// What the simulated kernel answered.
    package var simulated: RaceEffect
    /// What the running kernel answered.
    package var real: RaceEffect

    /// Whether they are the same.
    package var agrees: Bool { simulated == real }
  }

  /// Those on which the kernels disagree.
  package var disagreements: [Case] { cases.filter { !$0.agrees } }
  /// How many of the schedules changed the struct while the kernel read it.
  package var faults: Int { cases.filter(\.didFault).count }

  /// Replays every schedule that one page fault can produce for a struct of which the running kernel has a call.
  ///
  /// A page fault lands all of a writer's stores at once, when the kernel first touches the page that is missing. The
  /// struct is laid across the end of a page at each place where that makes a difference, with either page missing.
  ///
  /// - Throws: what the kernel answered, if that is none of ``RunningKernel/RunningKernel/unavailableErrnos``, which
  ///   are a reason to skip.
  ///
  /// - Parameter progress: is called once for each schedule.
  package init(of structure: String, progress: () -> Void = {}) throws {
    try self.init(of: structure, progress: progress) { codec, memory, usize, kernel throws(Rejection) in
      try codec.receive(from: &memory, usize: UInt64(usize), into: &kernel)
    }
  }

  /// The same for an interface that the catalog does not have.
  package init(of interface: Interface, progress: () -> Void = {}) throws {
    try self.init(
      of: interface.history.name, progress: progress,
      targets: {
        try CatalogFaultTarget.all(of: [interface])
      }
    ) { codec, memory, usize, kernel throws(Rejection) in
      try codec.receive(from: &memory, usize: UInt64(usize), into: &kernel)
    }
  }

  /// How a simulated kernel takes a struct in.
  typealias Simulation = (Codec, inout ScheduledMemory, Int, inout MutableRawSpan) throws(Rejection) ->
    Received

  /// The same with a simulation that may be another than the codec.
  init(
    of structure: String, progress: () -> Void = {}, targets: (() throws -> [any FaultTarget])? = nil,
    simulation: Simulation
  ) throws {
    kernel = RunningKernel().name
    do {
      let targets = try targets?() ?? RaceReplay.targets(of: structure)
      if targets.isEmpty {
        skipped.append(
          "no call of this kernel reads struct \(structure) twice, or none that can be made here")
      }
      for target in targets { try replay(target, simulation, progress) }
    } catch let error as SystemError where RunningKernel.unavailableErrnos.contains(error.errno) {
      skipped.append("\(error)")
    } catch KVMError.system(let error) where RunningKernel.unavailableErrnos.contains(error.errno) {
      skipped.append("\(error)")
    }
  }

  private static func targets(of structure: String) throws -> [any FaultTarget] {
    switch structure {
    case "kvm_userspace_memory_region": try KVMFaultTarget.all()
    // Whatever else of the catalog reads its size first does so in the same way.
    case "sched_attr": [try SchedulerFaultTarget()] + (try CatalogFaultTarget.all())
    default: try CatalogFaultTarget.all(of: structure)
    }
  }

  private mutating func replay(
    _ target: any FaultTarget, _ simulation: Simulation, _ progress: () -> Void
  ) throws {
    for start in target.starts {
      let call = RaceCall(target.codec, memory: start, usize: start.count)
      for cut in target.cuts where cut.front < start.count {
        for writer in target.writers {
          var memory = ScheduledMemory(
            start, writer: writer, grain: .page(endingAt: cut.front),
            plan: .fault(at: cut.front, lowPage: cut.missing == .front))
          let run = memory.run(call) { codec, memory, kernel throws(Rejection) in
            try simulation(codec, &memory, start.count, &kernel)
          }
          progress()
          guard memory.states[writer.count] != start else { continue }
          let buffer = try FaultingBuffer(
            before: start, after: memory.states[writer.count], front: cut.front, missing: cut.missing)
          var (real, present) = try target.call(buffer)
          var simulated = target.effect(run.result, run.seen)
          real.didFault = buffer.didFault
          simulated.didFault = memory.landedEarly
          if real.didFault { real.memory = present }
          if simulated.didFault { simulated.memory = Array(memory.after[buffer.present]) }
          simulated.fillIn(target.filledIn, from: real, at: buffer.present.lowerBound)
          cases.append(
            Case(
              interface: target.name,
              name: "page ends at \(cut.front), \(cut.missing.rawValue) missing, "
                + writer.map { target.words($0) }.joined(separator: ", "),
              didFault: buffer.didFault, simulated: simulated, real: real))
        }
      }
    }
  }
}

/// What a call answered and did, as far as both kernels can show it.
package struct RaceEffect: Hashable, Sendable {
  /// Nil for success, or the error.
  package var errno: LinuxErrno?
  /// Whether the struct changed while it was read.
  package var didFault = false
  /// What the call set, by name; empty after an error.
  package var values: [String: UInt64]
  /// The caller's bytes afterwards, of the page that was there from the start, if the struct changed.
  package var memory: [UInt8] = []

  /// Takes over what only the running kernel knows, on success.
  ///
  /// - Parameters:
  ///   - ranges: of the struct.
  ///   - start: where in the struct the memory begins.
  fileprivate mutating func fillIn(_ ranges: [Range<Int>], from real: RaceEffect, at start: Int) {
    guard errno == nil, real.errno == nil, memory.count == real.memory.count else { return }
    for at in ranges.joined() where memory.indices.contains(at - start) {
      memory[at - start] = real.memory[at - start]
    }
  }

  /// Such as `OK, policy 3` or `EINVAL`.
  package var words: String {
    let set = values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return ([errno.words] + (didFault ? ["after a fault"] : []) + set).joined(separator: ", ")
  }
}

/// Where the end of a page lies in the struct, and which page is missing.
struct FaultCut: Hashable, Sendable {
  let front: Int
  let missing: FaultingBuffer.Missing
}

/// A call of the running kernel whose fetches can be stopped by page faults.
protocol FaultTarget {
  /// The call's name.
  var name: String { get }
  /// The kernel, simulated.
  var codec: Codec { get }
  /// The structs to begin with.
  var starts: [[UInt8]] { get }
  /// Where pages end. With the rear missing, only multiples of 8: a processor that copies by words reads one that
  /// straddles the end again as a whole.
  var cuts: [FaultCut] { get }
  /// What the second thread does.
  var writers: [[UserStore]] { get }
  /// The bytes that the kernel fills in on success, with what no policy describes.
  var filledIn: [Range<Int>] { get }
  /// Makes the call on the running kernel, and looks what it did.
  func call(_ buffer: FaultingBuffer) throws -> (RaceEffect, present: [UInt8])
  /// What the call does if the kernel has this struct.
  func effect(_ result: Result<Received, Rejection>, _ seen: [UInt8]) -> RaceEffect
}

extension FaultTarget {
  var filledIn: [Range<Int>] { [] }

  /// The cuts for a struct of `length` bytes: the front missing at every fourth byte, the rear at every eighth.
  func cuts(length: Int) -> [FaultCut] {
    stride(from: 4, to: length, by: 4).map { FaultCut(front: $0, missing: .front) }
      + stride(from: 8, to: length, by: 8).map { FaultCut(front: $0, missing: .rear) }
  }

  /// The store in words.
  func words(_ store: UserStore) -> String { "[\(store.offset)] = \(hex(store.value))" }
}
