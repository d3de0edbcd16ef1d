import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import TestSupport
import Testing
import UAPICatalog

@Suite("What releases of Linux answer")
struct ReleaseBehaviourTests {
  private func answer(_ interface: Interface, _ release: String, _ call: (inout KernelCall) -> Void) throws
    -> KernelCall.Outcome
  {
    let release = try #require(Release(release))
    var made = KernelCall(interface, memory: KernelCall.Memory([]))
    call(&made)
    return try SimulatedKernel(.release(release)).answer(made)
  }

  /// A thread's attributes with both utilisation clamps set, in 56 bytes.
  private func attr(size: UInt64, flags: UInt64 = 0x60, clamps: UInt64 = 100) -> [UInt8] {
    StructBytes(
      .u32("size", size), .u32("sched_policy"), .u64("sched_flags", flags), .u32("sched_nice"),
      .u32("sched_priority"), .u64("sched_runtime"), .u64("sched_deadline"), .u64("sched_period"),
      .u32("sched_util_min", clamps), .u32("sched_util_max", clamps)
    ).bytes
  }

  @Test(arguments: ["3.14", "3.14.79", "4.0", "5.2", "5.2.21"])
  func `sched_setattr of 56 bytes on a kernel of 48`(release: String) throws {
    let interface = try Catalog.schedSetattr()
    let set = try answer(interface, release) { $0.memory = KernelCall.Memory(attr(size: 56)) }
    #expect(set.errno == .E2BIG && set.rejection == Rejection(.tail, .E2BIG, at: 48))
    #expect(set.memory == attr(size: 48))
    let zero = try answer(interface, release) {
      $0.memory = KernelCall.Memory(attr(size: 56, flags: 1, clamps: 0))
    }
    #expect(zero.errno == nil && zero.kernelStruct == Array(attr(size: 56, flags: 1).prefix(48)))
    #expect(zero.memory == attr(size: 56, flags: 1, clamps: 0))
  }

  @Test(arguments: ["5.3", "5.3.0", "6.1", "6.18.44"])
  func `sched_setattr of 56 bytes on a kernel that knows them`(release: String) throws {
    let interface = try Catalog.schedSetattr()
    let set = try answer(interface, release) { $0.memory = KernelCall.Memory(attr(size: 56)) }
    #expect(set.errno == nil && set.kernelStruct == attr(size: 56))
    // A clamp is meant, and its bytes lie beyond the size.
    let old = try answer(interface, release) { $0.memory = KernelCall.Memory(attr(size: 48, flags: 0x20)) }
    #expect(old.rejection == Rejection(.flagBeyondSize, .EINVAL, at: 8))
    let zero = try answer(interface, release) { $0.memory = KernelCall.Memory(attr(size: 0, flags: 0)) }
    #expect(zero.received == Received(usize: 48, flags: 0))
    let null = try answer(interface, release) { $0.pointer = .null }
    #expect(null.rejection == Rejection(.nullPointer, .EINVAL, at: 0) && null.accesses.isEmpty)
    let kernel = try answer(interface, release) { $0.pointer = .kernel }
    #expect(kernel.rejection == Rejection(.firstFetch, .EFAULT, at: 0))
  }

  @Test(arguments: ["3.13", "3.13.11", "2.6.39"])
  func `a release without the call`(release: String) throws {
    let outcome = try answer(Catalog.schedSetattr(), release) {
      $0.memory = KernelCall.Memory(attr(size: 56))
    }
    #expect(outcome.rejection == Rejection(.absent, .ENOSYS, at: 0) && outcome.accesses.isEmpty)
    #expect(outcome.memory == attr(size: 56))
  }

  @Test(arguments: [
    (release: "6.1", isZeroed: false), ("6.1.176", false), ("6.12", false), ("6.12.99", false),
    ("6.13.0", true), ("6.13", true), ("6.18.44", true),
  ])
  func `sched_getattr and the user's tail`(release: String, isZeroed: Bool) throws {
    let outcome = try answer(Catalog.schedGetattr(), release) {
      $0.memory = KernelCall.Memory([UInt8](repeating: 0xee, count: 64))
      $0.usize = 64
      $0.kernelStruct = attr(size: 0)
    }
    #expect(outcome.errno == nil)
    #expect(Array(outcome.memory.prefix(56)) == attr(size: 56))
    #expect(Array(outcome.memory.suffix(8)) == [UInt8](repeating: isZeroed ? 0 : 0xee, count: 8))
    #expect(
      outcome.accesses == (isZeroed ? [Access(.clearUser, offset: 56, count: 8)] : [])
        + [Access(.copyToUser, offset: 0, count: 56)])
  }

  @Test func `sched_getattr of other sizes`() throws {
    let interface = try Catalog.schedGetattr()
    for (usize, check) in [(0, .minimum), (47, .minimum), (4097, .maximum)] as [(UInt64, Checks.Step.Name)] {
      let outcome = try answer(interface, "6.18") {
        $0.memory = KernelCall.Memory([], mapped: 5000)
        $0.usize = usize
      }
      #expect(outcome.rejection == Rejection(check, .EINVAL, at: 0))
    }
    for (release, filled) in [("4.0", 48), ("5.3", 52)] {
      let outcome = try answer(interface, release) {
        $0.memory = KernelCall.Memory([UInt8](repeating: 0xee, count: 52))
        $0.usize = 52
        $0.kernelStruct = attr(size: 0)
      }
      let left = [UInt8](repeating: 0xee, count: 52 - filled)
      #expect(outcome.memory == Array(attr(size: UInt64(filled)).prefix(filled)) + left)
    }
  }

  /// A slot of guest memory, in 160 bytes.
  private func region(flags: UInt64, memfd: UInt64 = 0) -> [UInt8] {
    StructBytes(
      .u32("slot", 1), .u32("flags", flags), .u64("guest_phys_addr", 0x1000), .u64("memory_size", 0x2000),
      .u64("userspace_addr", 0x7f00_0000_0000), .u64("guest_memfd_offset", memfd), .u32("guest_memfd", memfd),
      .u32("pad1", 0xffff_ffff)
    ).bytes + [UInt8](repeating: 0xff, count: 112)
  }

  @Test func `REGION2 is unknown to 6.1`() throws {
    for release in ["6.1", "6.1.176", "6.7.12"] {
      let outcome = try answer(Catalog.kvmSetUserMemoryRegion2(), release) {
        $0.memory = KernelCall.Memory(region(flags: 0))
        $0.usize = 160
      }
      #expect(outcome.rejection == Rejection(.absent, .ENOTTY, at: 0) && outcome.accesses.isEmpty)
    }
  }

  @Test(arguments: ["6.8", "6.8.0", "6.18.44"])
  func `REGION2 on a kernel that has it`(release: String) throws {
    func call(_ bytes: [UInt8], usize: UInt64 = 160) throws -> KernelCall.Outcome {
      try answer(Catalog.kvmSetUserMemoryRegion2(), release) {
        $0.memory = KernelCall.Memory(bytes)
        $0.usize = usize
      }
    }
    // Pad, and the members behind the closed gate, are not looked at.
    for flags in [0, 1, 2, 3, 4] as [UInt64] {
      #expect(
        try call(region(flags: flags, memfd: 0x7000)).kernelStruct == region(flags: flags, memfd: 0x7000))
    }
    // The offset of a guest_memfd is of a page; without one it is not looked at.
    #expect(try call(region(flags: 0, memfd: 7)).errno == nil)
    #expect(try call(region(flags: 4, memfd: 7)).errno == .EINVAL)
    for flags in [5, 6, 7] as [UInt64] {
      #expect(try call(region(flags: flags)).rejection == Rejection(.flagConflict, .EINVAL, at: 4))
    }
    #expect(try call(region(flags: 8)).rejection == Rejection(.unknownFlag, .EINVAL, at: 4))
    #expect(try call(Array(region(flags: 0).prefix(32))).rejection == Rejection(.copy, .EFAULT, at: 32))
    for usize in [32, 48, 159, 161] as [UInt64] {
      #expect(try call(region(flags: 0), usize: usize).rejection == Rejection(.dispatch, .ENOTTY, at: 0))
    }
  }

  @Test(arguments: ["3.7", "6.1", "6.18"])
  func `the old REGION takes 32 bytes and the flags that need no more`(release: String) throws {
    func call(_ flags: UInt64, usize: UInt64 = 32) throws -> KernelCall.Outcome {
      try answer(Catalog.kvmSetUserMemoryRegion(), release) {
        $0.memory = KernelCall.Memory(Array(region(flags: flags).prefix(32)))
        $0.usize = usize
      }
    }
    for flags in [0, 1, 2, 3] as [UInt64] {
      #expect(try call(flags).kernelStruct == Array(region(flags: flags).prefix(32)))
    }
    for flags in [4, 8, 1 << 31] as [UInt64] {
      #expect(try call(flags).rejection == Rejection(.unknownFlag, .EINVAL, at: 4))
    }
    #expect(try call(0, usize: 48).rejection == Rejection(.dispatch, .ENOTTY, at: 0))
  }

  @Test func `guest_memfd's flags came with 6.18`() throws {
    for (release, flags, errno) in [
      ("6.17", 1, .EINVAL), ("6.17.9", 2, .EINVAL), ("6.18", 3, nil), ("6.18.0", 3, nil), ("6.18.44", 1, nil),
      ("6.18", 4, .EINVAL), ("6.8", 0, nil), ("6.7", 0, .ENOTTY),
    ] as [(String, UInt64, LinuxErrno?)] {
      let bytes =
        StructBytes(.u64("size", 4096), .u64("flags", flags)).bytes + [UInt8](repeating: 1, count: 48)
      let outcome = try answer(Catalog.kvmCreateGuestMemfd(), release) {
        $0.memory = KernelCall.Memory(bytes)
        $0.usize = 64
      }
      #expect(outcome.errno == errno, "\(release), flags \(flags)")
    }
  }
}
