import ExtensibleStructs
package import KernelInterfaces

/// The ioctls of KVM that are used here, by the descriptor that takes them. The C names carry `KVM_` in front.
package enum KVMIoctl {
  // The system descriptor.

  /// Answers the version of the interface, 12. The corresponding C constant is `KVM_GET_API_VERSION`.
  package static let getAPIVersion = kvm([], 0x00)
  /// Makes a virtual machine. The corresponding C constant is `KVM_CREATE_VM`.
  package static let createVM = kvm([], 0x01)
  /// Asks for one capability; a VM's descriptor takes it too. The corresponding C constant is
  /// `KVM_CHECK_EXTENSION`.
  package static let checkExtension = kvm([], 0x03)
  /// Answers the size of a vCPU's shared memory. The corresponding C constant is `KVM_GET_VCPU_MMAP_SIZE`.
  package static let getVCPUMapSize = kvm([], 0x04)

  // A VM's descriptor.

  /// Makes a virtual CPU. The corresponding C constant is `KVM_CREATE_VCPU`.
  package static let createVCPU = kvm([], 0x41)
  /// Answers and clears which pages of a slot were written. The corresponding C constant is
  /// `KVM_GET_DIRTY_LOG`.
  package static let getDirtyLog = kvm(.write, 0x42, size: 16)
  /// Sets a memory slot from 32 bytes. The corresponding C constant is `KVM_SET_USER_MEMORY_REGION`.
  package static let setUserMemoryRegion = kvm(.write, 0x46, size: 32)
  /// Places three pages that some Intel processors need. The corresponding C constant is `KVM_SET_TSS_ADDR`.
  package static let setTSSAddress = kvm([], 0x47)
  /// Sets a memory slot from 160 bytes. The corresponding C constant is `KVM_SET_USER_MEMORY_REGION2`.
  package static let setUserMemoryRegion2 = kvm(.write, 0x49, size: 160)
  #if arch(x86_64)
    /// Makes the interrupt controllers of a PC. The corresponding C constant is `KVM_CREATE_IRQCHIP`.
    package static let createInterruptChip = kvm([], 0x60)
  #endif
  /// Makes a file of guest memory from 64 bytes. The corresponding C constant is `KVM_CREATE_GUEST_MEMFD`.
  package static let createGuestMemfd = kvm([.read, .write], 0xd4, size: 64)

  // A vCPU's descriptor.

  /// Runs the guest until it exits. The corresponding C constant is `KVM_RUN`.
  package static let run = kvm([], 0x80)
  #if arch(x86_64)
    /// Reads the general registers. The corresponding C constant is `KVM_GET_REGS`.
    package static let getRegisters = kvm(.read, 0x81, size: 144)
    /// Writes the general registers. The corresponding C constant is `KVM_SET_REGS`.
    package static let setRegisters = kvm(.write, 0x82, size: 144)
    /// Reads the segments and control registers. The corresponding C constant is `KVM_GET_SREGS`.
    package static let getSystemRegisters = kvm(.read, 0x83, size: 312)
    /// Writes the segments and control registers. The corresponding C constant is `KVM_SET_SREGS`.
    package static let setSystemRegisters = kvm(.write, 0x84, size: 312)
  #endif

  private static func kvm(
    _ direction: IoctlNumber.Direction, _ number: UInt8, size: UInt16 = 0
  ) -> IoctlNumber {
    guard let ioctl = IoctlNumber(direction, type: 0xae, number: number, size: Int(size)) else {
      preconditionFailure("a struct of \(size) bytes does not fit an ioctl number")
    }
    return ioctl
  }
}
