#if arch(x86_64)
  package import LinuxSystem

  extension KVM {
    /// Runs a guest to show one thing about memory slots set with one ioctl.
    ///
    /// - Returns: what was expected and what was seen; a claim that did not hold is no error.
    /// - Throws: what the kernel answered, such as ENOTTY for an ioctl that it lacks.
    package func proof(_ claim: Proof.Claim, using ioctl: RegionIoctl) throws(SystemError) -> Proof {
      try proof(claim, using: ioctl, sabotaged: false)
    }

    /// Runs a proof, or one that must fail: with `sabotaged` the slot is set without what the claim is about.
    func proof(
      _ claim: Proof.Claim, using ioctl: RegionIoctl, sabotaged: Bool
    ) throws(SystemError) -> Proof {
      let stage = try Stage(vm: createVM(), ioctl: ioctl)
      return switch claim {
      case .guestReadsHostMemory: try stage.reading(elsewhere: sabotaged)
      case .readonlyStoreExits: try stage.storing(flags: sabotaged ? [] : .readonly)
      case .dirtyLogNamesPage: try stage.logging(page: sabotaged ? Stage.page - 1 : Stage.page)
      }
    }
  }

  /// A machine with a data slot to be set and nothing more, for one proof.
  ///
  ///     guest physical  0x10000            0x50000    0x52123
  ///                     | page 0 ...       | page 64  | page 66: the byte
  ///                     slot 1 starts      data segment of the program
  private struct Stage {
    /// More pages than one word of a dirty log has bits, and a page that its second word names.
    static let pages = 70
    static let page = 66
    static let slot: UInt32 = 1
    static let slotAddress: UInt64 = 0x1_0000
    /// Where the program finds the byte, from the start of its data; from the start of the slot; and in the
    /// guest's physical memory.
    static let offset: UInt16 = 0x2123
    static let slotOffset = page * 4096 + 0x123
    static let address = RealModeGuest.dataAddress + UInt64(offset)

    let vm: VM
    let ioctl: RegionIoctl
    /// Twice the slot's size: the slot can show either half.
    let memory: GuestMemory

    init(vm: VM, ioctl: RegionIoctl) throws(SystemError) {
      self.vm = vm
      self.ioctl = ioctl
      memory = try GuestMemory(length: 2 * Self.pages * 4096)
    }

    /// The slot shows the half of the memory that holds the byte, not the one that holds another.
    func reading(elsewhere: Bool) throws(SystemError) -> Proof {
      let half = Self.pages * 4096
      try memory.write([0xee], at: Self.slotOffset)
      try memory.write([0x5a], at: half + Self.slotOffset)
      let exits = try run(.reading(at: Self.offset), [], range: elsewhere ? 0..<half : half..<2 * half)
      return proof(
        .guestReadsHostMemory,
        expected: [.io(port: UInt16(RealModeGuest.port), bytes: [0x5a], isWrite: true), .hlt], seen: exits)
    }

    /// The guest stores, and the store does not reach the memory.
    func storing(flags: MemorySlot.Flags) throws(SystemError) -> Proof {
      try memory.write([0x11], at: Self.slotOffset)
      let exits = try run(.storing(0xa7, at: Self.offset), flags)
      return proof(
        .readonlyStoreExits,
        expected: [.mmio(address: Self.address, bytes: [0xa7], isWrite: true), .hlt], "; the memory holds 17",
        seen: exits, "; the memory holds \(try memory.read(at: Self.slotOffset, count: 1)[0])")
    }

    /// The guest stores, and the log says where, once.
    func logging(page: Int) throws(SystemError) -> Proof {
      let exits = try run(.storing(0xa7, at: Self.offset), .logDirtyPages)
      let first = try vm.dirtyLog(slot: Self.slot, pages: Self.pages)
      let second = try vm.dirtyLog(slot: Self.slot, pages: Self.pages)
      let byte = try memory.read(at: Self.slotOffset, count: 1)[0]
      return proof(
        .dirtyLogNamesPage,
        expected: [.hlt], "; pages [\(page)], then []; the memory holds 167",
        seen: exits, "; pages \(first), then \(second); the memory holds \(byte)")
    }

    private func run(
      _ guest: RealModeGuest, _ flags: MemorySlot.Flags, range: Range<Int> = 0..<pages * 4096
    ) throws(SystemError) -> [VCPU.Exit] {
      let slot = MemorySlot(Self.slot, at: Self.slotAddress, memory, range: range, flags: flags)
      try vm.setMemory(slot, using: ioctl)
      return try guest.run(on: vm, using: ioctl)
    }

    private func proof(
      _ claim: Proof.Claim, expected: [VCPU.Exit], _ expectedState: String = "",
      seen: [VCPU.Exit], _ seenState: String = ""
    ) -> Proof {
      let words = { (exits: [VCPU.Exit]) in exits.map(\.description).joined(separator: ", ") }
      return Proof(
        claim: claim, ioctl: ioctl, expected: words(expected) + expectedState, seen: words(seen) + seenState)
    }
  }
#endif
