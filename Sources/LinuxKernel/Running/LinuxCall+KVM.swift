internal import ExtensibleStructs

extension LinuxCall {
  /// The ioctls of a virtual machine that has no memory and no processor. EBADF and EAGAIN are for
  /// descriptors that are not open and for a machine that has no interrupt controller yet.
  static let machine: [LinuxCall] = [
    machineIoctl("kvm_set_user_memory_region", .write, 0x46) { try regionSamples($0) },
    machineIoctl("kvm_set_user_memory_region2", .write, 0x49, passes: [.EBADF]) { try regionSamples($0) },
    machineIoctl("kvm_create_guest_memfd", [.read, .write], 0xd4, makes: .descriptor) { _ in
      ["size": 0x1000, "flags": 0]
    },
    machineIoctl("kvm_enable_cap", .write, 0xa3) { _ in ["cap": harmlessCapability, "flags": 0, "args": 0] },
    machineIoctl("kvm_irqfd", .write, 0x76, passes: [.EBADF, .EAGAIN], interrupts: true) { _ in
      ["fd": 0xffff_ffff, "gsi": 1, "flags": 0, "resamplefd": 0xffff_ffff]
    },
    machineIoctl("kvm_ioeventfd", .write, 0x79, passes: [.EBADF]) { _ in
      ["datamatch": 0, "addr": 0x1000, "len": 4, "fd": 0xffff_ffff, "flags": 0]
    },
    // KVM_CREATE_DEVICE_TEST of KVM_DEV_TYPE_VFIO. Without the flag a device is made, whose descriptor goes with
    // the table of the thread that the call is made on.
    machineIoctl("kvm_create_device", [.read, .write], 0xe0, makes: .hiddenDescriptor) {
      _ in ["type": 4, "fd": 0, "flags": 1]
    },
    machineIoctl("kvm_set_clock", .write, 0x7b) { _ in
      ["clock": 0, "flags": 0, "realtime": 0, "host_tsc": 0]
    },
  ]

  /// What the success of an ioctl leaves in the descriptor table.
  enum Product: Sendable {
    case nothing, descriptor, hiddenDescriptor
  }

  /// The size is in the ioctl number, so a size that does not fit its 14 bits makes no number at all.
  private static func machineIoctl(
    _ interface: String, _ direction: IoctlNumber.Direction, _ number: UInt8, passes: Set<Errno> = [],
    makes product: Product = .nothing, interrupts: Bool = false,
    samples: @escaping @Sendable (CallResources) throws -> [String: UInt64]
  ) -> LinuxCall {
    LinuxCall(interface, passes: passes, samples: samples) { resources, given in
      guard let size = Int(exactly: given.usize),
        let command = IoctlNumber(direction, type: 0xae, number: number, size: size)
      else { return Answer(errno: .ENOTTY) }
      return Answer(
        errno: try resources.machineIoctl(command, at: given.address, makes: product, interrupts: interrupts))
    }
  }

  /// A slot on memory of this process; the guest_memfd is not open.
  private static func regionSamples(_ resources: CallResources) throws -> [String: UInt64] {
    [
      "slot": 1, "flags": 0, "guest_phys_addr": 0x10_0000, "memory_size": 0x1000,
      "userspace_addr": try resources.address(of: .guestMemory), "guest_memfd_offset": 0,
      "guest_memfd": 0x7fff_ffff,
    ]
  }

  /// KVM_CAP_DISABLE_QUIRKS, or KVM_CAP_MANUAL_DIRTY_LOG_PROTECT2 where there is no such thing.
  private static var harmlessCapability: UInt64 {
    #if arch(x86_64)
      116
    #else
      168
    #endif
  }
}
