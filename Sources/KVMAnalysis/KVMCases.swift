import Callers
import ExtensibleStructs
import KernelInterfaces
import LinuxSystem
import RunningKernel
import SimulatedKernel
import UAPICatalog

/// The calls of `extstruct kvm`: each of KVM's interfaces with every flag, every size, every fault.
struct KVMCases {
  private let memory: Mapping
  private let simulated: SimulatedKernel
  private let real = RunningKernel()

  init(release: Release?) throws {
    memory = try Mapping(length: 0x1_0000)
    simulated = SimulatedKernel(release.map { .release($0) } ?? .newest)
  }

  /// Puts every case to both kernels, but those of interfaces that this kernel was built without or that are not
  /// described for its release, which are skipped with the reason.
  func run() throws -> (compared: [KVMReport.Case], skipped: [String]) {
    var (compared, skipped): ([KVMReport.Case], [String]) = ([], [])
    for interface in [
      try Catalog.kvmSetUserMemoryRegion(), try Catalog.kvmSetUserMemoryRegion2(),
      try Catalog.kvmCreateGuestMemfd(),
    ] {
      let reason = RunningKernel.status(of: interface).whyNotDescribed(real.name)
      if let reason = try reason ?? real.obstacle(to: interface, absenceIsObstacle: false) {
        skipped.append("\(interface.name): \(reason)")
        continue
      }
      for (name, call) in calls(of: interface) {
        compared.append(
          try KVMReport.Case(
            name, call, simulated: { try simulated.answer($0) }, real: { try real.answer($0) })
        )
      }
    }
    return (compared, skipped)
  }

  /// A struct that the running kernel accepts, with a slot on memory of this process.
  private func valid(_ interface: Interface) -> [UInt8] {
    let samples = SampleValues([
      "slot": 1, "guest_phys_addr": 0x10_0000, "memory_size": 0x1_0000, "userspace_addr": memory.address,
      "size": 0x1_0000,
    ])
    var bytes = [UInt8](repeating: 0, count: interface.history.layout.size)
    for field in interface.history.baseFields where field != interface.history.flags?.field {
      bytes.replaceSubrange(field.range, with: samples.bytes(for: field))
    }
    return Array(bytes.prefix(size(of: interface)))
  }

  private func size(of interface: Interface) -> Int {
    guard case .padded(let bytes, _) = interface.newest.scheme.capacity else {
      return interface.history.versions[interface.newest.version].size
    }
    return bytes
  }

  private func calls(of interface: Interface) -> [(String, KernelCall)] {
    let bytes = valid(interface)
    let usize = UInt64(bytes.count)
    func call(_ bytes: [UInt8], mapped: Int? = nil, pointer: KernelCall.Pointer = .valid, usize: UInt64)
      -> KernelCall
    {
      KernelCall(interface, memory: KernelCall.Memory(bytes, mapped: mapped), pointer: pointer, usize: usize)
    }
    var calls = [("valid", call(bytes, usize: usize))]
    for flags in flagValues(of: interface) {
      calls.append(
        ("flags 0x" + String(flags, radix: 16), call(setting(flags, in: bytes, of: interface), usize: usize)))
    }
    var garbage = bytes
    for field in interface.history.layout.fields where field.offset < bytes.count && field.isReserved {
      garbage.replaceSubrange(field.range, with: [UInt8](repeating: garbageByte, count: field.size))
    }
    if garbage != bytes { calls.append(("garbage in reserved words", call(garbage, usize: usize))) }
    for end in Set(interface.history.layout.fields.flatMap { [$0.offset, $0.range.upperBound - 1] }).sorted()
    where end < bytes.count {
      calls.append(("\(end) bytes mapped", call(bytes, mapped: end, usize: usize)))
    }
    for other in [0, usize - 8, usize - 1, usize + 1, usize + 8, 0x3fff] {
      calls.append(("size \(other) in the number", call(bytes, usize: other)))
    }
    for pointer in [KernelCall.Pointer.null, .kernel] {
      calls.append(("\(pointer.rawValue) pointer", call(bytes, pointer: pointer, usize: usize)))
    }
    return calls
  }

  /// Each bit, and each pair of the known ones. A guest_memfd belongs to its machine, so the gate alone is
  /// left to the matrix, which has one.
  private func flagValues(of interface: Interface) -> [UInt64] {
    guard let flags = interface.history.flags else { return [] }
    let bits = (0..<UInt64(flags.field.size * 8)).map { UInt64(1) << $0 }
    let gates = interface.history.versions.reduce(0) { $0 | $1.gate }
    let pairs: [UInt64] = [0b011, 0b101, 0b110, 0b111]
    return (bits.filter { $0 & gates == 0 } + pairs).sorted()
  }

  private func setting(_ flags: UInt64, in bytes: [UInt8], of interface: Interface) -> [UInt8] {
    guard let field = interface.history.flags?.field else { return bytes }
    var changed = bytes
    changed.replaceSubrange(
      field.range, with: (0..<field.size).map { UInt8(truncatingIfNeeded: flags >> UInt64(8 * $0)) })
    return changed
  }
}
