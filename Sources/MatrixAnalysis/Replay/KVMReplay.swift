package import ExtensibleStructs
internal import KVMBackend
import KernelInterfaces
internal import LinuxSystem
internal import UAPICatalog

/// `kvm_userspace_memory_region` on the running KVM: static pad is REGION2, the new ioctl is REGION beside it.
///
/// Each call has a virtual machine of its own, on a thread with its own descriptors. There a guest_memfd has
/// the number that careful users set, and number 0 as well: so a kernel that acts on zeroed bytes as if they
/// named a descriptor does succeed, and is seen to.
package struct KVMReplay: Matrix.Replay {
  /// The struct's C name.
  package let structure = "kvm_userspace_memory_region"
  /// Values that KVM takes.
  package let samples: [String: UInt64]

  private let memory: Mapping
  private let abilities: KVMAbilities

  /// Opens KVM and asks what it can do.
  ///
  /// - Throws: if there is no KVM, or no memory.
  package init() throws {
    memory = try Mapping(length: Int(KVMReplay.length))
    abilities = try KVM().createVM().readAbilities()
    samples = [
      "slot": 1, "guest_phys_addr": 0x10_0000, "memory_size": KVMReplay.length,
      "userspace_addr": memory.address, "guest_memfd_offset": KVMReplay.length,
      "guest_memfd": UInt64(KVMReplay.descriptor),
    ]
  }

  /// The length of the slot in bytes; the guest_memfd is four times as long.
  private static let length: UInt64 = 0x1_0000
  /// The number of the guest_memfd in the thread's own descriptor table.
  private static let descriptor: Int32 = 100

  /// REGION2 with guest_memfd is VER1; a kernel without it has the old ioctl alone.
  package func version(under scheme: Scheme) -> Int? {
    switch scheme.name {
    case "static-pad": abilities.userMemory2 ? (abilities.guestMemfd ? 1 : 0) : nil
    case "new-ioctl": abilities.userMemory2 && abilities.guestMemfd ? 1 : abilities.userMemory2 ? nil : 0
    default: nil
    }
  }

  /// Sets a slot by the ioctl of the struct's size, then tries to bind the whole guest_memfd to another slot:
  /// that fails if the first is bound to any of it.
  package func call(_ user: [UInt8], under scheme: Scheme) throws -> Matrix.ReplayAnswer {
    let abilities = abilities
    return try withPrivateDescriptors {
      let vm = try KVM().createVM()
      var file: GuestMemfd?
      if abilities.guestMemfd {
        let made = try vm.createGuestMemfd(size: 4 * KVMReplay.length)
        try made.descriptor.duplicate(onto: 0)
        try made.descriptor.duplicate(onto: KVMReplay.descriptor)
        file = made
      }
      let number = user.count == 32 ? KVMIoctl.setUserMemoryRegion : KVMIoctl.setUserMemoryRegion2
      let buffer = try GuardedBuffer(user)
      if let errno = vm.ioctl(number.rawValue, buffer) { return Matrix.ReplayAnswer(errno: errno) }
      guard file != nil else { return Matrix.ReplayAnswer() }
      return Matrix.ReplayAnswer(honoured: try isBound(to: vm) ? [0] : [])
    }
  }

  /// Whether a slot holds any of the guest_memfd, so that no other can have all of it.
  private func isBound(to vm: VM) throws -> Bool {
    var region = KVMUserspaceMemoryRegion()
    region.slot = 2
    region.flags = .guestMemfd
    region.guestPhysAddr = 0x1000_0000
    region.memorySize = 4 * KVMReplay.length
    region.userspaceAddr = memory.address
    region.guestMemfd = UInt32(KVMReplay.descriptor)
    let bytes = try StructCodec<KVMUserspaceMemoryRegion>(.staticPad(to: 160)).encode(region)
    switch vm.ioctl(KVMIoctl.setUserMemoryRegion2.rawValue, try GuardedBuffer(bytes)) {
    case nil: return false
    case .EINVAL, .EEXIST: return true
    case let errno?: throw SystemError("binding of a guest_memfd to a second slot", errno)
    }
  }
}
