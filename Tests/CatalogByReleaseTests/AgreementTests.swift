import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import SimulatedKernel
import Testing
import UAPICatalog

/// The catalog's interfaces on the running kernel, and on a simulated one of its release.
struct AgreementTests {
  @Test(arguments: try Catalog.interfaces().map(\.name))
  func `the simulated kernel answers as the running one`(name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let running = RunningKernel()
    if let obstacle = try running.obstacle(to: interface) {
      print("skipped: \(name): \(obstacle)")
      return
    }
    let release = try #require(RunningKernel.release)
    let simulated = SimulatedKernel(.release(release), ksize: try running.machineSize(of: interface))
    let codec = try #require(try simulated.codec(for: interface))
    let sample = try running.sample(of: interface, codec)
    var held: [UInt8]?
    if interface.direction == .out {
      let call = KernelCall(interface, memory: KernelCall.Memory(sample), usize: UInt64(codec.size))
      held = try running.answer(call).memory
    }
    let situations = Situations(interface, codec, sample: sample, held: held).list
    var disagreements: [String] = []
    for situation in situations {
      let real = try running.answer(situation.call)
      let model = try simulated.answer(situation.call)
      let isSame = situation.call.isAnsweredAlike(real, model)
      if !isSame { disagreements.append("\(situation.name): \(words(real)), simulated \(words(model))") }
    }
    print("\(name): \(situations.count) situations, \(disagreements.count) disagreements")
    #expect(disagreements.isEmpty, "\(disagreements.prefix(12).joined(separator: "\n"))")
  }

  private func words(_ outcome: KernelCall.Outcome) -> String {
    let answer = outcome.errno.map { "\($0)" } ?? "OK"
    return
      "\(answer) \(outcome.rejection.map { "(\($0))" } ?? "") \(outcome.memory.prefix(24)) \(outcome.usize ?? 0)"
  }
}
