internal import CLinux

extension FileDescriptor {
  /// Opens KVM and makes a virtual machine without memory and without a processor.
  ///
  /// - Parameters:
  ///   - interrupts: whether it has the interrupt controllers of a PC, where there are such.
  ///   - timer: whether it has a PC's timer, which needs them.
  /// - Throws: what the kernel answered, such as ENOENT where there is no `/dev/kvm`.
  ///
  /// The corresponding C constants are `KVM_CREATE_VM`, `KVM_CREATE_IRQCHIP` and `KVM_CREATE_PIT2`.
  package static func virtualMachine(
    interrupts: Bool, timer: Bool = false
  ) throws(SystemError) -> FileDescriptor {
    let kvm = try FileDescriptor(opening: "/dev/kvm")
    let vm = FileDescriptor(
      owning: try kvm.ioctl("KVM_CREATE_VM", clinux_KVM_CREATE_VM))
    #if arch(x86_64)
      if interrupts {
        _ = try vm.ioctl("KVM_CREATE_IRQCHIP", clinux_KVM_CREATE_IRQCHIP)
      }
      if timer {
        var config = [UInt8](repeating: 0, count: 64)
        _ = try vm.ioctl("KVM_CREATE_PIT2", clinux_KVM_CREATE_PIT2, updating: &config)
      }
    #endif
    return vm
  }

  /// Makes a virtual machine and its one processor, which has not run. The machine lasts as long as the processor.
  ///
  /// The corresponding C constant is `KVM_CREATE_VCPU`.
  package static func virtualProcessor() throws(SystemError) -> FileDescriptor {
    let vm = try virtualMachine(interrupts: false)
    return FileDescriptor(owning: try vm.ioctl("KVM_CREATE_VCPU", clinux_KVM_CREATE_VCPU))
  }
}
