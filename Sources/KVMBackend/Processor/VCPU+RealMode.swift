import ExtensibleStructs

#if arch(x86_64)
  package import LinuxSystem

  extension VCPU {
    /// Puts the processor into 16-bit real mode, about to execute at `code`.
    ///
    /// - Parameters:
    ///   - code: the guest physical address of the first instruction, below 64 KiB.
    ///   - data: the guest physical address that data addresses count from, a multiple of 16 below 1 MiB.
    /// - Throws: EINVAL if an address is out of its bounds, or what the kernel answered.
    ///
    /// The corresponding C constants are `KVM_SET_SREGS` and `KVM_SET_REGS`.
    package func enterRealMode(code: UInt64, data: UInt64) throws(SystemError) {
      guard code < 0x1_0000, data < 0x10_0000, data % 16 == 0 else {
        throw SystemError("real mode with code at \(code), data at \(data)", .EINVAL)
      }
      var system = [UInt8](repeating: 0, count: KVMRegisterLayout.systemSize)
      _ = try descriptor.ioctl("KVM_GET_SREGS", KVMIoctl.getSystemRegisters, updating: &system)
      system.put(UInt64(0), at: KVMRegisterLayout.codeBase)
      system.put(UInt16(0), at: KVMRegisterLayout.codeSelector)
      system.put(data, at: KVMRegisterLayout.dataBase)
      system.put(UInt16(data >> 4), at: KVMRegisterLayout.dataSelector)
      _ = try descriptor.ioctl("KVM_SET_SREGS", KVMIoctl.setSystemRegisters, updating: &system)

      var general = [UInt8](repeating: 0, count: KVMRegisterLayout.generalSize)
      general.put(code, at: KVMRegisterLayout.instructionPointer)
      general.put(UInt64(2), at: KVMRegisterLayout.flags)  // The one bit that is always set.
      _ = try descriptor.ioctl("KVM_SET_REGS", KVMIoctl.setRegisters, updating: &general)
    }
  }

  extension [UInt8] {
    /// Puts a little-endian integer into the bytes.
    fileprivate mutating func put<T: FixedWidthInteger & UnsignedInteger>(_ value: T, at offset: Int) {
      for index in 0..<MemoryLayout<T>.size {
        self[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
      }
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
