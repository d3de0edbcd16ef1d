internal import ExtensibleStructs

/// How one interface is called on the running kernel.
struct LinuxCall: Sendable {
  /// The interface's name in the catalog.
  let interface: String

  /// Makes the call on raw memory: the address, and the size where it travels outside the struct.
  let call: @Sendable (CallResources, _ address: UInt64, _ usize: UInt64) throws -> Errno?

  /// Every interface that can be called.
  static let all: [LinuxCall] = [
    // The size is in the ioctl number, so a size that does not fit its 14 bits makes no number at all.
    machineIoctl("kvm_set_user_memory_region", .write, 0x46),
    machineIoctl("kvm_set_user_memory_region2", .write, 0x49),
    machineIoctl("kvm_create_guest_memfd", [.read, .write], 0xd4),
    LinuxCall(interface: "sched_setattr") { _, address, _ in
      try Scheduler.onFreshThread { $0.setattr(at: address) }
    },
    LinuxCall(interface: "sched_getattr") { _, address, usize in
      try Scheduler.onFreshThread { $0.getattr(at: address, size: UInt32(truncatingIfNeeded: usize)) }
    },
  ]

  /// An ioctl of a virtual machine. A descriptor that it returns is closed.
  private static func machineIoctl(
    _ interface: String, _ direction: IoctlNumber.Direction, _ number: UInt8
  ) -> LinuxCall {
    LinuxCall(interface: interface) { resources, address, usize in
      guard let size = Int(exactly: usize),
        let command = IoctlNumber(direction, type: 0xae, number: number, size: size)
      else { return .ENOTTY }
      return try resources.ioctl(command, at: address, returnsDescriptor: direction.contains(.read))
    }
  }
}
