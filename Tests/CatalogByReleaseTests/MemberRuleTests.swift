import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import SimulatedKernel
import Testing
import UAPICatalog

/// Each bit of each integer member, alone, on the running kernel and on a simulated one of its release.
struct MemberRuleTests {
  @Test(arguments: try Catalog.interfaces().filter { $0.direction == .in }.map(\.name))
  func `each bit of each member is judged alike`(name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let running = RunningKernel()
    if let obstacle = try running.obstacle(to: interface) {
      print("skipped: \(name): \(obstacle)")
      return
    }
    let release = try #require(RunningKernel.release)
    let simulated = SimulatedKernel(.release(release))
    var behavior = RunningKernel.behavior(of: interface)
    for bits in try running.withheld(from: interface, #require(try simulated.codec(for: interface))) {
      behavior.refuse(bits.refusal)
    }
    let codec = try Codec(interface, behavior: behavior)
    let sample = try running.sample(of: interface, codec)
    var disagreements: [String] = []
    var count = 0
    for field in interface.history.layout.fields where field.range.upperBound <= codec.size && field.size <= 8
    {
      if codec.scheme.readsSizeMember, field == interface.history.sizeMember { continue }
      for bit in 0..<field.size * 8
      where interface.unmodelled(of: IntegerMember(offset: field.offset, width: field.size))
        & 1 << UInt64(bit) == 0
      {
        var bytes = sample
        bytes[field.offset + bit / 8] ^= 1 << UInt8(bit % 8)
        let size = codec.scheme.size.source == .elements ? 1 : UInt64(codec.size)
        let call = KernelCall(interface, memory: KernelCall.Memory(bytes), usize: size)
        let (real, model) = (try running.answer(call), SimulatedKernel.answer(call, by: codec))
        count += 1
        if !call.isAnsweredAlike(real, model) {
          disagreements.append(
            "\(field.name) bit \(bit): \(real.errno?.name ?? "OK"), simulated \(model.errno?.name ?? "OK")")
        }
      }
    }
    print("\(name): \(count) bits, \(disagreements.count) disagreements")
    #expect(disagreements.isEmpty, "\(disagreements.prefix(40).joined(separator: "\n"))")
  }
}
