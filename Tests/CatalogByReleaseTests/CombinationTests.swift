import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import SimulatedKernel
import Testing
import UAPICatalog

/// Several things wrong at once, drawn with a fixed seed: the order of the checks shows.
struct CombinationTests {
  /// A small generator whose numbers are the same in every run (xorshift).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test(arguments: try Catalog.interfaces().map(\.name))
  func `both kernels judge combinations alike`(name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let running = RunningKernel()
    if let obstacle = try running.obstacle(to: interface) {
      print("skipped: \(name): \(obstacle)")
      return
    }
    let release = try #require(RunningKernel.release)
    let simulated = SimulatedKernel(.release(release), ksize: try running.machineSize(of: interface))
    var behavior = RunningKernel.behavior(of: interface)
    for bits in try running.withheld(from: interface, #require(try simulated.codec(for: interface))) {
      behavior.refuse(bits.refusal)
    }
    let codec = try Codec(interface, behavior: behavior, size: running.machineSize(of: interface))
    let sample = try running.sample(of: interface, codec)
    var held: [UInt8]?
    if interface.direction == .out {
      held = try running.answer(
        KernelCall(interface, memory: KernelCall.Memory(sample), usize: UInt64(codec.size))
      )
      .memory
    }
    var random = Seeded(state: name.utf8.reduce(0x9e37_79b9_7f4a_7c15) { $0 &* 31 &+ UInt64($1) })
    var disagreements: [String] = []
    for _ in 0..<400 {
      let call = draw(interface, codec, sample, held, &random)
      let (real, model) = (try running.answer(call), SimulatedKernel.answer(call, by: codec))
      if !call.isAnsweredAlike(real, model) {
        disagreements.append(
          "\(real.errno?.name ?? "OK"), simulated \(model.rejection.map { "\($0)" } ?? "OK"): usize "
            + "\(call.usize ?? 0) mapped \(call.memory.mapped) flags \(call.flags) \(call.pointer) "
            + "\(call.memory.isWritable) \(call.memory.bytes.prefix(codec.size))")
      }
    }
    #expect(
      disagreements.isEmpty, "\(disagreements.count): \(disagreements.prefix(10).joined(separator: "\n"))")
  }

  private func draw(
    _ interface: Interface, _ codec: Codec, _ sample: [UInt8], _ held: [UInt8]?, _ random: inout Seeded
  ) -> KernelCall {
    let all =
      codec.publishedSizes + [
        0, 1, codec.version0 - 1, codec.version0 + 1, codec.size - 1, codec.size, codec.size, codec.size,
        codec.size + 1, codec.size + 8, codec.size + 64, 4096, 4097,
      ]
    let sizes = all.filter { !interface.cutsWhatIsNotModelled($0, codec, sample) }
    let isArray = codec.scheme.size.source == .elements
    let size =
      isArray ? codec.size * Int.random(in: 0...5, using: &random) : sizes.randomElement(using: &random) ?? 0
    let length = max(size, 8)
    var bytes = (0..<length).map { isArray ? sample[$0 % codec.size] : $0 < sample.count ? sample[$0] : 0 }
    for _ in 0..<Int.random(in: 0...3, using: &random) { flip(&bytes, interface, codec, &random) }
    if !isArray, Bool.random(using: &random), length > codec.size {
      bytes[Int.random(in: codec.size..<length, using: &random)] = 1
    }
    if codec.scheme.readsSizeMember {
      for index in 0..<codec.sizeMember.width where codec.sizeMember.offset + index < length {
        bytes[codec.sizeMember.offset + index] = UInt8(truncatingIfNeeded: size >> (8 * index))
      }
    }
    let isShort = Int.random(in: 0..<4, using: &random) == 0
    let mapped = isShort ? Int.random(in: 0...length, using: &random) : length
    let kinds: [KernelCall.Pointer] = [.valid, .valid, .valid, .valid, .valid, .valid, .null, .kernel]
    let hasFlags = codec.scheme.flagsArgument != .none && Int.random(in: 0..<6, using: &random) == 0
    let usize = isArray ? size / codec.size : size
    return KernelCall(
      interface,
      memory: KernelCall.Memory(bytes, mapped: mapped, isWritable: Int.random(in: 0..<4, using: &random) > 0),
      pointer: kinds.randomElement(using: &random) ?? .valid,
      usize: codec.scheme.size.source.isOutside ? UInt64(usize) : nil, flags: hasFlags ? 1 << 20 : 0,
      kernelStruct: held)
  }

  /// Flips one bit of one member, of those that are described; of any element, in an array.
  private func flip(_ bytes: inout [UInt8], _ interface: Interface, _ codec: Codec, _ random: inout Seeded) {
    let fields = interface.history.layout.fields.filter {
      $0.range.upperBound <= min(codec.size, bytes.count)
    }
    guard interface.direction == .in, let field = fields.randomElement(using: &random) else { return }
    let bit = Int.random(in: 0..<field.size * 8, using: &random)
    let width = min(8, field.alignment)
    let part = IntegerMember(offset: field.offset + bit / (8 * width) * width, width: width)
    guard interface.unmodelled(of: part) & 1 << UInt64(bit % (8 * width)) == 0 else { return }
    let element =
      codec.scheme.size.source == .elements
      ? Int.random(in: 0..<max(1, bytes.count / codec.size), using: &random) : 0
    bytes[element * codec.size + field.offset + bit / 8] ^= 1 << UInt8(bit % 8)
  }
}
