#if arch(x86_64)
  import ExtensibleStructs
  import LinuxSystem
  import SystemTestSupport
  import Testing

  @testable import KVMBackend

  @Suite("What a guest proves", .needsKVM)
  struct ProofTests {
    @Test("holds on the running kernel", arguments: Proof.Claim.allCases, regionIoctls)
    func holds(claim: Proof.Claim, ioctl: RegionIoctl) throws {
      let kvm = try KVM()
      let proof = try kvm.proof(claim, using: ioctl)
      #expect(proof.held, "\(proof)")
    }

    @Test("does not hold without it", arguments: Proof.Claim.allCases, regionIoctls)
    func fails(claim: Proof.Claim, ioctl: RegionIoctl) throws {
      let kvm = try KVM()
      let proof = try kvm.proof(claim, using: ioctl, sabotaged: true)
      #expect(!proof.held, "\(proof)")
      #expect(proof.description.contains("FAILED"))
    }

    @Test("says what it saw")
    func words() throws {
      let proof = try KVM().proof(.readonlyStoreExits, using: .region)
      #expect(proof.seen == "MMIO write of 0xa7 at 0x52123, halt; the memory holds 17")
    }

    @Test("takes memory where there is some: a guest without a data slot meets nothing but exits")
    func noMemory() throws {
      let vm = try KVM().createVM()
      let exits = try RealModeGuest.reading(at: 0x10).run(on: vm, using: .region)
      #expect(exits.first == .mmio(address: 0x5_0010, bytes: [0], isWrite: false))
    }

    @Test("ends after a few exits even if the guest does not")
    func limit() throws {
      let vm = try KVM().createVM()
      // out 0x10, al; jmp back
      let exits = try RealModeGuest(code: [0xe6, 0x10, 0xeb, 0xfc]).run(on: vm, using: .region, limit: 7)
      #expect(exits.count == 7)
    }

    @Test("names pages of a log only as far as it was asked for")
    func shortLog() throws {
      let vm = try KVM().createVM()
      try vm.setMemory(
        MemorySlot(0, at: 0, try GuestMemory(length: 65 * Mapping.pageSize), flags: .logDirtyPages))
      #expect(try vm.dirtyLog(slot: 0, pages: 65) == [])
      for (pages, answer): (Int, LinuxErrno) in [(64, .EFAULT), (0, .EFAULT), (-1, .EINVAL), (.max, .EINVAL)]
      {
        #expect(errno { () throws(SystemError) in try vm.dirtyLog(slot: 0, pages: pages) } == answer)
      }
    }

    @Test("needs a log: a slot without one has none")
    func noLog() throws {
      let vm = try KVM().createVM()
      try vm.setMemory(MemorySlot(0, at: 0, try GuestMemory(length: 4096)))
      #expect(errno { () throws(SystemError) in try vm.dirtyLog(slot: 0, pages: 1) } == .ENOENT)
    }
  }
#endif
