import KernelInterfaces

#if arch(x86_64)
  internal import CLinux
  internal import ExtensibleStructs

  extension VCPU {
    /// Puts the processor into 16-bit real mode, about to execute at `code`.
    ///
    /// - Parameters:
    ///   - code: the guest physical address of the first instruction, below 64 KiB.
    ///   - data: the guest physical address that data addresses count from, a multiple of 16 below 1 MiB.
    /// - Throws: EINVAL if an address is out of its bounds, or what the kernel answered.
    ///
    /// The corresponding C constants are `KVM_SET_SREGS` and `KVM_SET_REGS`.
    public func enterRealMode(code: UInt64, data: UInt64) throws(SystemError) {
      guard code < 0x1_0000, data < 0x10_0000, data % 16 == 0 else {
        throw SystemError("real mode with code at \(code), data at \(data)", .EINVAL)
      }
      var system = try get("KVM_GET_SREGS", KVMIoctl.getSystemRegisters, kvm_sregs())
      system.cs.base = 0
      system.cs.selector = 0
      system.ds.base = data
      system.ds.selector = UInt16(data >> 4)
      try set("KVM_SET_SREGS", KVMIoctl.setSystemRegisters, system)

      var registers = kvm_regs()
      registers.rip = code
      registers.rflags = 2  // The one bit that is always set.
      try set("KVM_SET_REGS", KVMIoctl.setRegisters, registers)
    }

    private func get<T: BitwiseCopyable>(
      _ name: String, _ request: IoctlNumber, _ empty: T
    ) throws(SystemError) -> T {
      var bytes = [UInt8](repeating: 0, count: MemoryLayout<T>.size)
      _ = try descriptor.ioctl(name, request, updating: &bytes)
      // Sound: a C struct of integers, and there are exactly its bytes.
      return unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(as: T.self) }
    }

    private func set<T: BitwiseCopyable>(
      _ name: String, _ request: IoctlNumber, _ value: T
    ) throws(SystemError) {
      // Sound: a C struct of integers; its padding, if any, is not looked at.
      var bytes = unsafe withUnsafeBytes(of: value) { unsafe Array($0) }
      _ = try descriptor.ioctl(name, request, updating: &bytes)
    }
  }

  extension VM {
    /// Gives Intel processors that cannot run real mode by themselves the three pages that they need for it.
    /// A kernel that has no use for them takes them all the same, or says that it does not know the call.
    ///
    /// The corresponding C constant is `KVM_SET_TSS_ADDR`.
    func placeTaskState() throws(SystemError) {
      do {
        _ = try descriptor.ioctl("KVM_SET_TSS_ADDR", KVMIoctl.setTSSAddress, 0xfffb_d000)
      } catch  where error.errno == .ENOTTY {}
    }
  }
#endif
