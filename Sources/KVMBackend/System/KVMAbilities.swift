package import KernelInterfaces
package import LinuxSystem

/// The two ioctls that set a memory slot.
package enum RegionIoctl: Hashable, Sendable, CaseIterable {
  /// The old one, of 32 bytes. The corresponding C constant is `KVM_SET_USER_MEMORY_REGION`.
  case region
  /// The new one, of 160 bytes. The corresponding C constant is `KVM_SET_USER_MEMORY_REGION2`.
  case region2

  /// The ioctl's number.
  package var number: IoctlNumber {
    switch self {
    case .region: KVMIoctl.setUserMemoryRegion
    case .region2: KVMIoctl.setUserMemoryRegion2
    }
  }

  /// The ioctl's C name.
  package var name: String {
    switch self {
    case .region: "KVM_SET_USER_MEMORY_REGION"
    case .region2: "KVM_SET_USER_MEMORY_REGION2"
    }
  }
}

/// What a kernel can do with a VM's memory: a value, so that an older kernel can be stood in for.
package struct KVMAbilities: Hashable, Sendable {
  /// Whether there is `KVM_SET_USER_MEMORY_REGION2`.
  package var userMemory2: Bool
  /// Whether a slot can be backed by a guest_memfd.
  package var guestMemfd: Bool
  /// Whether a slot can be read-only.
  package var readonlyMemory: Bool
  /// How many slots a VM has.
  package var numberOfMemslots: Int

  /// Makes a set of abilities; without arguments, those of a kernel older than Linux 6.8.
  package init(
    userMemory2: Bool = false, guestMemfd: Bool = false, readonlyMemory: Bool = true,
    numberOfMemslots: Int = 509
  ) {
    self.userMemory2 = userMemory2
    self.guestMemfd = guestMemfd
    self.readonlyMemory = readonlyMemory
    self.numberOfMemslots = numberOfMemslots
  }

  /// The ioctl that sets `slot` on such a kernel: the new one where there is one, else the old one.
  ///
  /// - Throws: `KVMError.guestMemfdUnavailable` if the slot is to be backed by a guest_memfd, which the old
  ///   ioctl would leave out without a word.
  package func ioctl(for slot: MemorySlot) throws(KVMError) -> RegionIoctl {
    if slot.guestMemfd != nil || slot.flags.contains(.guestMemfd) {
      guard userMemory2 else { throw .guestMemfdUnavailable(missing: "KVM_CAP_USER_MEMORY2") }
      guard guestMemfd else { throw .guestMemfdUnavailable(missing: "KVM_CAP_GUEST_MEMFD") }
    }
    return userMemory2 ? .region2 : .region
  }
}

extension VM {
  /// What the running kernel can do with this machine's memory.
  ///
  /// The corresponding C constant is `KVM_CHECK_EXTENSION`.
  package func readAbilities() throws(SystemError) -> KVMAbilities {
    KVMAbilities(
      userMemory2: try checkExtension(.userMemory2) > 0,
      guestMemfd: try checkExtension(.guestMemfd) > 0,
      readonlyMemory: try checkExtension(.readonlyMemory) > 0,
      numberOfMemslots: try checkExtension(.numberOfMemslots))
  }
}
