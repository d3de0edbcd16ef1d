import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing
import UAPICatalog

/// What changed from release to release, and in which stable line earlier.
struct ReleaseTests {
  private func errno(
    _ interface: Interface, _ release: String, size: Int, set: [Int: UInt8] = [:]
  ) throws -> LinuxErrno? {
    var bytes = [UInt8](repeating: 0, count: size)
    for (index, byte) in set { bytes[index] = byte }
    let kernel = SimulatedKernel(.release(try #require(Release(release))))
    return try kernel.answer(KernelCall(interface, memory: KernelCall.Memory(bytes), usize: UInt64(size)))
      .errno
  }

  @Test func `a backport holds in its own stable line alone`() throws {
    let openat2 = try Catalog.openat2()
    for release in ["6.1.115", "6.1.176", "6.1", "5.10.229", "5.15.170", "6.12", "6.18"] {
      #expect(try errno(openat2, release, size: 4097) == .E2BIG, "\(release)")
    }
    for release in ["6.1.114", "5.10.228", "5.14.21", "6.6.58", "6.7"] {
      #expect(try errno(openat2, release, size: 4097) == nil, "\(release)")
    }
    #expect(try errno(openat2, "5.5", size: 24) == .ENOSYS)
  }

  @Test func `openat2's flags: what was cut off, taken off, and refused`() throws {
    let openat2 = try Catalog.openat2()
    func flag(_ bit: Int, _ release: String) throws -> LinuxErrno? {
      try errno(openat2, release, size: 24, set: [bit / 8: 1 << UInt8(bit % 8)])
    }
    #expect(try flag(40, "5.13") == nil && flag(40, "5.14") == .EINVAL && flag(40, "5.10.50") == .EINVAL)
    #expect(try flag(26, "6.13") == nil && flag(26, "6.14") == .EINVAL && flag(26, "6.12.104") == nil)
    #expect(try flag(26, "6.12.105") == .EINVAL && flag(25, "6.12.105") == nil && flag(25, "6.13") == .EINVAL)
    // Since 7.2 bit 26 is O_EMPTYPATH, and bit 32 OPENAT2_REGULAR.
    for bit in [26, 32] { #expect(try flag(bit, "7.1.13") == .EINVAL && flag(bit, "7.2.6") == nil) }
    let directory = try errno(openat2, "7.2", size: 24, set: [2: 1, 4: 1])
    #expect(directory == .EINVAL)
    // What is taken off may be set beside O_PATH.
    func path(and byte: Int, _ bit: UInt8, _ release: String) throws -> LinuxErrno? {
      try errno(openat2, release, size: 24, set: [2: 0x20, byte: bit])
    }
    #expect(try path(and: 3, 4, "6.1") == nil && path(and: 3, 4, "6.14") == .EINVAL)
    #expect(try path(and: 3, 4, "7.2") == nil && path(and: 4, 1, "7.2") == .EINVAL)
    #expect(try path(and: 5, 1, "5.10.49") == nil && path(and: 5, 1, "5.10.50") == .EINVAL)
    #expect(try path(and: 3, 2, "6.12.105") == nil && path(and: 3, 4, "6.12.105") == .EINVAL)
    func resolve(_ bits: UInt8, _ release: String) throws -> LinuxErrno? {
      try errno(openat2, release, size: 24, set: [16: bits])
    }
    #expect(try resolve(0x20, "5.11") == .EINVAL && resolve(0x20, "5.12") == nil)
    #expect(try resolve(0x20, "5.10.161") == .EINVAL && resolve(0x20, "5.10.162") == nil)
    #expect(try resolve(0x18, "5.10.3") == nil && resolve(0x18, "5.11") == .EINVAL)
    // O_DIRECTORY with RESOLVE_CACHED.
    func cached(_ release: String) throws -> LinuxErrno? {
      try errno(openat2, release, size: 24, set: [2: 1, 16: 0x20])
    }
    #expect(try cached("6.4.9") == .EAGAIN && cached("6.4.10") == nil && cached("6.5") == nil)
    #expect(try cached("6.1.44") == .EAGAIN && cached("6.1.45") == nil && cached("5.10.189") == .EAGAIN)
  }

  @Test(
    arguments: [
      ("3.15", 0x01), ("4.12", 0x01), ("4.13", 0x03), ("4.15", 0x03), ("4.16", 0x07), ("5.2", 0x07),
      ("5.3", 0x1f),
      ("6.18", 0x1f),
    ] as [(String, UInt8)])
  func `sched_setattr knew fewer flags`(release: String, known: UInt8) throws {
    let interface = try Catalog.schedSetattr()
    for bit in 0..<8 as Range<UInt8> {
      let taken = try errno(interface, release, size: 48, set: [0: 48, 8: 1 << bit]) == nil
      #expect(taken == (known >> bit & 1 == 1), "bit \(bit)")
    }
  }

  @Test func `KVM's memory region took any flag until 3.7`() throws {
    let region = try Catalog.kvmSetUserMemoryRegion()
    #expect(try errno(region, "2.6.24", size: 32) == .ENOTTY)
    #expect(try errno(region, "3.6", size: 32, set: [4: 0x82]) == nil)
    #expect(try errno(region, "3.7", size: 32, set: [4: 2]) == nil)
    #expect(try errno(region, "3.7", size: 32, set: [4: 0x80]) == .EINVAL)
  }

  @Test func `what no fact describes is an error, and never an errno`() throws {
    func cause(_ interface: Interface, _ release: String) throws -> InterfaceError.Cause? {
      do {
        _ = try errno(interface, release, size: 24)
        return nil
      } catch let error as InterfaceError { return error.cause }
    }
    guard case .notDescribed(Release(4, 19), _)? = try cause(Catalog.perfEventOpen(), "4.19") else {
      Issue.record("perf_event_open in 4.19 is answered")
      return
    }
    #expect(try cause(Catalog.perfEventOpen(), "2.6.30") == nil)
    for interface in try Catalog.interfaces() where interface.newestDescribed != nil {
      #expect(
        try cause(interface, "99.0") == .beyondNewest(Release(99, 0), newest: Catalog.newest),
        "\(interface.name)")
      // Of a point that nobody asked the same is known, on lesser grounds.
      var latest = try #require(interface.status(in: Release(7, 3, 99)).behavior, "\(interface.name)")
      latest.bases = interface.newest.bases
      #expect(latest == interface.newest, "\(interface.name)")
    }
  }

  @Test func `a pidfd that takes no argument yet refuses one before it looks at the command`() throws {
    let info = try Catalog.pidfdGetInfo()
    #expect(try errno(info, "6.12.107", size: 64) == .EINVAL)
    #expect(try errno(info, "6.10", size: 64) == .ENOTTY)
    let null = KernelCall(info, memory: KernelCall.Memory([]), pointer: .null, usize: 64)
    #expect(try SimulatedKernel(.release(Release(6, 12))).answer(null).errno == .ENOTTY)
  }

  @Test(arguments: [
    ("4.14", 48), ("4.15", 72), ("5.10", 120), ("5.15", 128), ("6.1", 144), ("6.12", 152), ("6.18", 168),
  ])
  func `bpf's union grew`(release: String, bytes: Int) throws {
    let bpf = try Catalog.bpf()
    #expect(try errno(bpf, release, size: bytes, set: [bytes - 1: 1]) == .EINVAL)
    #expect(try errno(bpf, release, size: bytes + 1, set: [bytes: 1]) == .E2BIG)
  }

  @Test func `landlock's struct grew three times`() throws {
    let landlock = try Catalog.landlockCreateRuleset()
    #expect(try errno(landlock, "6.1", size: 16, set: [8: 1]) == .E2BIG)
    #expect(try errno(landlock, "6.7", size: 16, set: [8: 1]) == nil)
    #expect(try errno(landlock, "6.11", size: 24, set: [16: 1]) == .E2BIG)
    #expect(try errno(landlock, "6.12", size: 24, set: [16: 1]) == nil)
    #expect(try errno(landlock, "6.1", size: 8, set: [1: 0x80]) == .EINVAL)
    #expect(try errno(landlock, "6.10", size: 8, set: [1: 0x80]) == nil)
    #expect(try errno(landlock, "7.0", size: 8, set: [2: 1]) == .EINVAL)
    #expect(try errno(landlock, "7.1", size: 8, set: [2: 1]) == nil)
    #expect(try errno(landlock, "7.1", size: 16, set: [8: 8]) == .EINVAL)
    #expect(try errno(landlock, "7.2", size: 16, set: [8: 8]) == nil)
  }

  @Test(arguments: [(handled: 0, quiet: 24, last: 16), (8, 32, 3), (16, 40, 1)])
  func `landlock refuses to be quiet of what is not handled`(handled: Int, quiet: Int, last: Int) throws {
    let landlock = try Catalog.landlockCreateRuleset()
    for bit in 0...last {
      let (byte, value) = (bit / 8, UInt8(1) << UInt8(bit % 8))
      let alone = [quiet + byte: value]
      let both = [quiet + byte: value, handled + byte: value]
      #expect(try errno(landlock, "7.1.13", size: 48, set: both) == .E2BIG, "bit \(bit)")
      #expect(try errno(landlock, "7.2", size: 48, set: both) == nil, "bit \(bit)")
      #expect(try errno(landlock, "7.2", size: 48, set: alone) == .EINVAL, "bit \(bit)")
    }
  }

  @Test func `a reserved word that got a meaning changed the errno of a mistake`() throws {
    let statmount = try Catalog.statmount()
    let request: [Int: UInt8] = [0: 24, 12: 1, 4: 0xff]
    #expect(try errno(statmount, "6.17.12", size: 24, set: request) == .EINVAL)
    #expect(try errno(statmount, "6.12.69", size: 24, set: request) == nil)
    #expect(try errno(statmount, "6.18", size: 24, set: request) == nil)
    #expect(try errno(statmount, "6.7", size: 24, set: request) == .ENOSYS)
  }

  @Test func `a size below the first version's became another errno`() throws {
    #expect(try errno(Catalog.pidfdGetInfo(), "6.16", size: 63) == .EINVAL)
    #expect(try errno(Catalog.pidfdGetInfo(), "6.17", size: 63) == .ENOTTY)
    #expect(try errno(Catalog.pidfdGetInfo(), "6.17.0", size: 63) == .EINVAL)
    #expect(try errno(Catalog.pidfdGetInfo(), "6.18.0", size: 63) == .ENOTTY)
    #expect(try errno(Catalog.nsMntGetInfo(), "6.16", size: 15) == .EINVAL)
    #expect(try errno(Catalog.nsMntGetInfo(), "6.17", size: 15) == .ENOTTY)
    #expect(try errno(Catalog.nsMntGetInfo(), "6.17.0", size: 15) == .EINVAL)
    #expect(try errno(Catalog.nsMntGetInfo(), "6.11", size: 16) == .ENOTTY)
  }

  @Test func `clone3 learned a cgroup behind a flag`() throws {
    let clone3 = try Catalog.clone3()
    #expect(try errno(clone3, "5.6", size: 88, set: [4: 2]) == .EINVAL)
    #expect(try errno(clone3, "5.7", size: 88, set: [4: 2]) == nil)
    #expect(try errno(clone3, "5.7", size: 80, set: [4: 2]) == .EINVAL)
    #expect(try errno(clone3, "5.3", size: 80, set: [64: 1, 72: 1]) == .E2BIG)
    // CLONE_NEWTIME is a bit that clone3 took for the exit signal's.
    #expect(try errno(clone3, "6.2.6", size: 88, set: [0: 0x80]) == .EINVAL)
    #expect(try errno(clone3, "6.3", size: 88, set: [0: 0x80]) == nil)
    // What 7.1 added: bits 34, 35 and 37 alone, and 36 with 34 and CLONE_PIDFD.
    for (byte, value) in [(4, 4), (4, 8), (4, 0x20)] as [(Int, UInt8)] {
      #expect(try errno(clone3, "7.0", size: 88, set: [byte: value]) == .EINVAL)
      #expect(try errno(clone3, "7.1", size: 88, set: [byte: value]) == nil)
    }
    #expect(try errno(clone3, "7.1", size: 88, set: [4: 0x10]) == .EINVAL)
    #expect(try errno(clone3, "7.1", size: 88, set: [4: 0x14]) == .EINVAL)
    #expect(try errno(clone3, "7.1", size: 88, set: [1: 0x10, 4: 0x14]) == nil)
    #expect(try errno(clone3, "7.1", size: 88, set: [4: 4, 32: 17]) == .EINVAL)
    #expect(try errno(clone3, "7.1", size: 88, set: [1: 2, 4: 0x20]) == .EINVAL)
    // A stack without a size.
    #expect(try errno(clone3, "5.3.10", size: 64, set: [40: 1]) == nil)
    #expect(try errno(clone3, "5.3.11", size: 64, set: [40: 1]) == .EINVAL)
  }

  @Test(arguments: [("6.18.15", 136), ("6.19.6", 144), ("7.3.4", 144)])
  func `perf_event_attr grew`(release: String, bytes: Int) throws {
    let perf = try Catalog.perfEventOpen()
    let size = UInt8(bytes + 8)
    #expect(try errno(perf, release, size: bytes + 8, set: [4: size, bytes - 1: 1]) == nil)
    #expect(try errno(perf, release, size: bytes + 8, set: [4: size, bytes: 1]) == .E2BIG)
    // defer_callchain and defer_output.
    for bit in [0x40, 0x80] as [UInt8] {
      let isKnown = try errno(perf, release, size: bytes, set: [4: UInt8(bytes), 44: bit]) == nil
      #expect(isKnown == (bytes == 144), "\(bit)")
    }
  }

  @Test(arguments: [("6.17.13", 72), ("6.19.6", 80), ("7.0.13", 80), ("7.1.3", 88)])
  func `pidfd_info grew, and the mask of what is known is its last member`(release: String, bytes: Int) throws
  {
    let info = try Catalog.pidfdGetInfo()
    let kernel = SimulatedKernel(.release(try #require(Release(release))))
    for (mask, isFilled) in [(0x27, true), (0x17, false)] as [(UInt8, Bool)] {
      var user = [UInt8](repeating: 0, count: bytes)
      user[0] = mask
      var held = [UInt8](repeating: 0, count: bytes)
      held[0] = 0x37
      if bytes > 72 { held[bytes - 8] = 0x7f }
      let call = KernelCall(
        info, memory: KernelCall.Memory(user), usize: UInt64(bytes), kernelStruct: held)
      let memory = try kernel.answer(call).memory
      #expect(memory.count == bytes && memory[0] == mask & 0x37)
      if bytes > 72 { #expect(memory[bytes - 8] == (isFilled ? 0x7f : 0)) }
    }
  }

  @Test func `files have more attributes in 7.0 and 7.2`() throws {
    let set = try Catalog.fileSetattr()
    for (byte, value, first) in [(2, 2, 0), (2, 4, 2), (2, 8, 2)] as [(Int, UInt8, Int)] {
      for minor in 0...3 {
        let taken = try errno(set, "7.\(minor)", size: 24, set: [byte: value]) == nil
        #expect(taken == (minor >= first), "7.\(minor), 0x\(String(value, radix: 16))")
      }
    }
  }

  @Test func `io_uring's newest flags`() throws {
    let setup = try Catalog.ioUringSetup()
    func answer(_ flags: UInt32, _ release: String) throws -> LinuxErrno? {
      let bytes = (0..<4).map { (8 + $0, UInt8(truncatingIfNeeded: flags >> UInt32(8 * $0))) }
      return try errno(setup, release, size: 120, set: Dictionary(uniqueKeysWithValues: bytes))
    }
    // SQE_MIXED, which excludes SQE128.
    #expect(try answer(1 << 19, "6.18") == .EINVAL && answer(1 << 19, "6.19") == nil)
    #expect(try answer(1 << 19 | 1 << 10, "6.19") == .EINVAL)
    // SQ_REWIND, which needs NO_SQARRAY and excludes SQPOLL.
    #expect(try answer(1 << 20 | 1 << 16, "6.19") == .EINVAL && answer(1 << 20 | 1 << 16, "7.0") == nil)
    #expect(try answer(1 << 20, "7.0") == .EINVAL && answer(1 << 20 | 1 << 16 | 2, "7.0") == .EINVAL)
  }
}
