#if arch(x86_64)
  package import LinuxSystem

  /// A program of a few bytes for a guest in 16-bit real mode, and the machine that it runs on.
  ///
  ///     guest physical    0x1000   one page of code, slot 0
  ///                       0x50000  the 64 KiB of data that the program works on, whatever slot shows them
  ///
  /// Every program is a straight line to a halt, and a run is cut off after a few exits: none goes on for
  /// ever.
  package struct RealModeGuest: Hashable, Sendable {
    /// The machine code.
    package let code: [UInt8]

    /// A program of these bytes. It has to come to a halt or an exit: a loop without one runs for ever. For
    /// that reason others have only the programs below.
    init(code: [UInt8]) { self.code = code }

    /// Reads the byte at `offset` of the data, and puts it out on a port.
    package static func reading(at offset: UInt16, port: UInt8 = port) -> RealModeGuest {
      // mov al, [offset]; out port, al; hlt
      RealModeGuest(code: [0xa0] + bytes(offset) + [0xe6, port, 0xf4])
    }

    /// Stores a byte at `offset` of the data.
    package static func storing(_ value: UInt8, at offset: UInt16) -> RealModeGuest {
      // mov byte [offset], value; hlt
      RealModeGuest(code: [0xc6, 0x06] + bytes(offset) + [value, 0xf4])
    }

    /// Where the code is, a guest physical address.
    package static let codeAddress: UInt64 = 0x1000
    /// Where the data starts, a guest physical address.
    package static let dataAddress: UInt64 = 0x5_0000
    /// The number of the slot that holds the code.
    package static let codeSlot: UInt32 = 0
    /// The port that programs put bytes out on.
    package static let port: UInt8 = 0x10

    /// Runs the program on a machine whose data slots are set, and lists why it came back each time.
    ///
    /// - Parameters:
    ///   - vm: a machine without a processor and without memory at the code's address.
    ///   - ioctl: what sets the slot of the code.
    ///   - limit: how many exits to wait for the halt.
    /// - Returns: the exits. The last one is `.hlt` if all went well.
    /// - Throws: what the kernel answered.
    package func run(on vm: VM, using ioctl: RegionIoctl, limit: Int = 4) throws(SystemError) -> [VCPU.Exit] {
      let page = try GuestMemory(length: code.count)
      try page.write(code, at: 0)
      try vm.setMemory(MemorySlot(Self.codeSlot, at: Self.codeAddress, page), using: ioctl)
      try vm.placeTaskState()
      let vcpu = try vm.createVCPU()
      try vcpu.enterRealMode(code: Self.codeAddress, data: Self.dataAddress)
      var exits: [VCPU.Exit] = []
      while exits.count < limit {
        let exit = try vcpu.run()
        exits.append(exit)
        switch exit {
        case .mmio, .io: continue
        default: return exits
        }
      }
      return exits
    }

    private static func bytes(_ offset: UInt16) -> [UInt8] {
      [UInt8(truncatingIfNeeded: offset), UInt8(offset >> 8)]
    }
  }
#endif
