import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel

/// What may be the cause of a refusal, by what the described kernels refuse of the same call with the same errno.
struct Suspects {
  /// In words, what the newest kernels refuse first.
  var all: [String] = []
  /// Whether the newest kernel that is described refuses the call as well.
  var isRefusedByAll = false

  init(of call: KernelCall, _ errno: LinuxErrno, _ interface: Interface, _ described: DescribedKernels) {
    var call = call
    call.given = nil
    let newest = interface.newest
    var kernels: [Codec] = described.codecs.reversed().map(\.codec)
    if kernels.count == 1 {
      // What nobody has released is as old as its versions.
      kernels += (0..<newest.version).reversed().compactMap { try? Codec(interface, version: $0) }
    }
    for (index, codec) in kernels.enumerated() {
      let outcome = SimulatedKernel.answer(call, by: codec)
      guard outcome.errno == errno, let rejection = outcome.rejection,
        let words = Self.words(rejection, call, codec, interface)
      else { continue }
      if index == 0 { isRefusedByAll = true }
      if !all.contains(words) { all.append(words) }
    }
  }

  /// What a kernel refuses; nil if that is not in the struct.
  private static func words(
    _ rejection: Rejection, _ call: KernelCall, _ codec: Codec, _ interface: Interface
  ) -> String? {
    let layout = interface.history.layout
    if rejection.step == .flagsArgument { return "the flags argument 0x\(String(call.flags, radix: 16))" }
    switch rejection.step {
    case .unknownFlag, .flagConflict, .flagBeyondSize, .member, .pad, .closedGate: break
    default: return nil
    }
    guard let field = layout.field(containing: rejection.offset) else { return nil }
    guard field.size <= 8 else { return field.name }
    let value = IntegerMember(offset: field.offset, width: field.size).value(in: call.memory.content)
    let bits = rejection.step == .unknownFlag ? value & ~codec.knownFlags : value
    guard bits != 0 else { return "\(field.name), which is 0" }
    let names = interface.history.flags?.field == field ? interface.history.flags?.names[bits] : nil
    return "\(names ?? "0x" + String(bits, radix: 16)) in \(field.name)"
  }
}
