internal import CLinux

extension FileDescriptor {
  /// Opens KVM and makes a virtual machine without memory and without a processor.
  ///
  /// - Parameter interrupts: whether it has the interrupt controllers of a PC, where there are such.
  /// - Throws: what the kernel answered, such as ENOENT where there is no `/dev/kvm`.
  ///
  /// The corresponding C constants are `KVM_CREATE_VM` and `KVM_CREATE_IRQCHIP`.
  package static func virtualMachine(interrupts: Bool) throws(SystemError) -> FileDescriptor {
    let kvm = try FileDescriptor(opening: "/dev/kvm")
    let vm = FileDescriptor(
      owning: try kvm.ioctl("KVM_CREATE_VM", clinux_KVM_CREATE_VM))
    #if arch(x86_64)
      if interrupts {
        _ = try vm.ioctl("KVM_CREATE_IRQCHIP", clinux_KVM_CREATE_IRQCHIP)
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
