package import LinuxSystem

/// A virtual CPU. One thread at a time may run it.
package final class VCPU {
  /// The machine that this is a processor of, kept as long as it.
  package let vm: VM

  let descriptor: FileDescriptor
  /// The memory that KVM shares with whoever runs the processor: `struct kvm_run` and what follows it.
  private let shared: Mapping

  init(vm: VM, descriptor: consuming FileDescriptor, shared: Mapping) {
    self.vm = vm
    self.descriptor = descriptor
    self.shared = shared
  }

  /// Runs the guest until it exits; again if a signal interrupts it.
  ///
  /// - Throws: what the kernel answered, such as EFAULT where the guest's memory cannot be had, or ENOEXEC
  ///   where the processor was not set up.
  ///
  /// The corresponding C constant is `KVM_RUN`.
  package func run() throws(SystemError) -> Exit {
    _ = try descriptor.ioctl("KVM_RUN", KVMIoctl.run)
    let reason = try shared.load(UInt32.self, at: KVMRunPage.exitReason)
    return switch reason {
    case KVMRunPage.Exit.halt: .hlt
    case KVMRunPage.Exit.mmio: try mmio()
    case KVMRunPage.Exit.io: try io()
    case KVMRunPage.Exit.shutdown: .shutdown
    case KVMRunPage.Exit.internalError:
      .internalError(suberror: try shared.load(UInt32.self, at: KVMRunPage.suberror))
    default: .other(reason: reason)
    }
  }

  private func mmio() throws(SystemError) -> Exit {
    let length = try shared.load(UInt32.self, at: KVMRunPage.mmioLength)
    return .mmio(
      address: try shared.load(UInt64.self, at: KVMRunPage.mmioAddress),
      bytes: try shared.read(at: KVMRunPage.mmioData, count: Int(min(length, 8))),
      isWrite: try shared.load(UInt8.self, at: KVMRunPage.mmioIsWrite) != 0)
  }

  private func io() throws(SystemError) -> Exit {
    let size = try shared.load(UInt8.self, at: KVMRunPage.ioSize)
    let count = try shared.load(UInt32.self, at: KVMRunPage.ioCount)
    let offset = try shared.load(UInt64.self, at: KVMRunPage.ioDataOffset)
    return .io(
      port: try shared.load(UInt16.self, at: KVMRunPage.ioPort),
      bytes: try shared.read(at: Int(clamping: offset), count: Int(size) * Int(count)),
      isWrite: try shared.load(UInt8.self, at: KVMRunPage.ioDirection) == KVMRunPage.out)
  }
}

extension VM {
  /// Makes a virtual CPU.
  ///
  /// - Parameter id: its number, from 0.
  /// - Throws: EEXIST if the machine has a processor of that number, EINVAL if it can have none.
  ///
  /// The corresponding C constant is `KVM_CREATE_VCPU`.
  package func createVCPU(id: UInt64 = 0) throws(SystemError) -> VCPU {
    let number = try descriptor.ioctl("KVM_CREATE_VCPU", KVMIoctl.createVCPU, id)
    let vcpu = FileDescriptor(owning: number)
    let shared = try Mapping(sharing: vcpu, length: vcpuMapSize)
    return VCPU(vm: self, descriptor: vcpu, shared: shared)
  }
}
