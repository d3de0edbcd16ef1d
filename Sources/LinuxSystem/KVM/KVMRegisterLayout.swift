#if arch(x86_64)
  internal import CLinux

  /// Where registers are in the structs of `KVM_SET_SREGS` and `KVM_SET_REGS`, in bytes from their start.
  package enum KVMRegisterLayout {
    /// The number of bytes of `struct kvm_sregs`.
    package static var systemSize: Int { MemoryLayout<kvm_sregs>.size }
    /// The code segment's base, 64 bits.
    package static var codeBase: Int { Int(clinux_kvm_sregs_cs_base) }
    /// The code segment's selector, 16 bits.
    package static var codeSelector: Int { Int(clinux_kvm_sregs_cs_selector) }
    /// The data segment's base, 64 bits.
    package static var dataBase: Int { Int(clinux_kvm_sregs_ds_base) }
    /// The data segment's selector, 16 bits.
    package static var dataSelector: Int { Int(clinux_kvm_sregs_ds_selector) }

    /// The number of bytes of `struct kvm_regs`.
    package static var generalSize: Int { MemoryLayout<kvm_regs>.size }
    /// The instruction pointer, 64 bits.
    package static var instructionPointer: Int { Int(clinux_kvm_regs_rip) }
    /// The flags, 64 bits.
    package static var flags: Int { Int(clinux_kvm_regs_rflags) }
  }
#endif
