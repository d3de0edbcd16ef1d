import ExtensibleStructs
import KVMBackend
import KernelInterfaces
import LinuxSystem
import RunningKernel
import UAPICatalog

/// The two ioctls that set a slot of a virtual machine's memory: each copies its struct once.
struct KVMFaultTarget: FaultTarget {
  let codec: Codec
  let starts: [[UInt8]]
  let writers: [[UserStore]]
  private let ioctl: RegionIoctl
  private let memory: Mapping
  private let hasMemfd: Bool

  var name: String { ioctl.name }

  /// Both ioctls, or the old one where there is no other.
  static func all() throws -> [any FaultTarget] {
    let abilities = try KVM().createVM().readAbilities()
    let memory = try Mapping(length: KVMFaultTarget.length)
    return try (abilities.userMemory2 ? RegionIoctl.allCases : [.region]).map {
      try KVMFaultTarget($0, memory, hasMemfd: $0 == .region2 && abilities.guestMemfd)
    }
  }

  private static let length = 0x1_0000
  private static let (here, there): (UInt64, UInt64) = (0x10_0000, 0x40_0000)
  /// The number of the guest_memfd in the calling thread's own table.
  private static let descriptor: Int32 = 100

  private init(_ ioctl: RegionIoctl, _ memory: Mapping, hasMemfd: Bool) throws {
    self.ioctl = ioctl
    self.memory = memory
    self.hasMemfd = hasMemfd
    codec = try Codec(
      ioctl == .region ? Catalog.kvmSetUserMemoryRegion() : Catalog.kvmSetUserMemoryRegion2())
    let flags: [UInt64] = hasMemfd ? [0, 1, 4] : [0, 1]
    let descriptor = hasMemfd ? UInt64(KVMFaultTarget.descriptor) : 0
    starts = flags.map {
      KVMFaultTarget.region(
        ioctl, slot: 1, flags: $0, at: KVMFaultTarget.here, memory, descriptor: descriptor)
    }
    let values: [UInt64] = [0, 1, 4, 8]
    let stores = values.map { UserStore.set($0, at: 4, width: 4) }
    let slot = UserStore.set(2, at: 0, width: 4)
    let address = UserStore.set(KVMFaultTarget.there, at: 8, width: 8)
    writers =
      (stores + [slot, address]).map { [$0] }
      + [
        [stores[0], slot, address], [stores[1], address], [stores[1], slot, address], [stores[2], address],
      ]
  }

  var cuts: [FaultCut] { cuts(length: min(56, ioctl.number.size)) }

  func call(_ buffer: FaultingBuffer) throws -> (RaceEffect, present: [UInt8]) {
    try buffer.serve {
      try withPrivateDescriptors {
        let vm = try KVM().createVM()
        if hasMemfd {
          try vm.createGuestMemfd(size: 4 * UInt64(KVMFaultTarget.length))
            .descriptor.duplicate(onto: KVMFaultTarget.descriptor)
        }
        if let errno = vm.ioctl(ioctl.number.rawValue, at: buffer.address) {
          return RaceEffect(errno: errno, values: [:])
        }
        return try RaceEffect(values: look(at: vm))
      }
    }
  }

  /// What became of the machine.
  private func look(at vm: VM) throws -> [String: UInt64] {
    [
      "slot 1 logs": logs(vm, 1), "slot 2 logs": logs(vm, 2),
      "memory here": try isTaken(vm, KVMFaultTarget.here),
      "memory there": try isTaken(vm, KVMFaultTarget.there),
      "memfd bound": hasMemfd ? try isBound(vm) : 0,
    ]
  }

  func effect(_ result: Result<Received, Rejection>, _ seen: [UInt8]) -> RaceEffect {
    if case .failure(let rejection) = result { return RaceEffect(errno: rejection.errno, values: [:]) }
    let slot = Array(seen[0..<4]).littleEndian
    let flags = Array(seen[4..<8]).littleEndian
    let address = Array(seen[8..<16]).littleEndian
    return RaceEffect(values: [
      "slot 1 logs": slot == 1 ? flags & 1 : 0, "slot 2 logs": slot == 2 ? flags & 1 : 0,
      "memory here": address == KVMFaultTarget.here ? 1 : 0,
      "memory there": address == KVMFaultTarget.there ? 1 : 0, "memfd bound": flags >> 2 & 1,
    ])
  }

  private func logs(_ vm: VM, _ slot: UInt32) -> UInt64 {
    (try? vm.dirtyLog(slot: slot, pages: KVMFaultTarget.length / Mapping.pageSize)) == nil ? 0 : 1
  }

  /// Whether another slot cannot be set there.
  private func isTaken(_ vm: VM, _ address: UInt64) throws -> UInt64 {
    switch try set(vm, .region, slot: 9, at: address) {
    case nil:
      _ = try set(vm, .region, slot: 9, at: address, size: 0)  // Removed again.
      return 0
    case .EEXIST: return 1
    case let errno?: throw SystemError("setting of a second slot", errno)
    }
  }

  /// Whether a slot holds any of the guest_memfd, so that no other can have all of it.
  private func isBound(_ vm: VM) throws -> UInt64 {
    let size = 4 * KVMFaultTarget.length
    switch try set(vm, .region2, slot: 8, flags: 4, at: 0x1000_0000, size: size) {
    case nil: return 0
    case .EINVAL, .EEXIST: return 1
    case let errno?: throw SystemError("binding of a guest_memfd to a second slot", errno)
    }
  }

  private func set(
    _ vm: VM, _ ioctl: RegionIoctl, slot: UInt64, flags: UInt64 = 0, at address: UInt64, size: Int = length
  ) throws -> LinuxErrno? {
    let bytes = KVMFaultTarget.region(
      ioctl, slot: slot, flags: flags, at: address, memory, size: size,
      descriptor: UInt64(KVMFaultTarget.descriptor))
    return vm.ioctl(ioctl.number.rawValue, try GuardedBuffer(bytes))
  }

  /// The bytes of a struct, right or wrong.
  private static func region(
    _ ioctl: RegionIoctl, slot: UInt64, flags: UInt64, at address: UInt64, _ memory: Mapping,
    size: Int = length, descriptor: UInt64
  ) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: ioctl.number.size)
    let words = [slot | flags << 32, address, UInt64(size), memory.address, 0, descriptor]
    for (index, word) in words.enumerated() where 8 * index < bytes.count {
      UserStore.set(word, at: 8 * index, width: 8).apply(to: &bytes)
    }
    return bytes
  }
}
