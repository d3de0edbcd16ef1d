import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing
import UAPICatalog
import UserSide

/// Kernels that lack the call: an older one carries what it can, and nothing is lost on the way.
struct OlderCallTests {
  private func region(_ values: [String: UInt64]) throws -> [UInt8] {
    let valid: [String: UInt64] = ["slot": 1, "guest_phys_addr": 0x10_0000, "memory_size": 0x1000]
    return try bytes(
      of: Catalog.kvmSetUserMemoryRegion2(), valid.merging(values, uniquingKeysWith: { $1 }))
  }

  @Test(arguments: [("6.7", "kvm_set_user_memory_region"), ("6.8", "kvm_set_user_memory_region2")])
  func `the old ioctl is called where the new one is lacking`(release: String, name: String) throws {
    var negotiation = try Negotiation(Catalog.kvmSetUserMemoryRegion2(), bytes: region(["flags": 2]))
    let kernel = SimulatedKernel(.release(try #require(Release(release))))
    var sent: [UInt8] = []
    while let attempt = negotiation.attempt {
      if attempt.query == nil { sent = attempt.call.memory.content }
      negotiation.learn(try kernel.answer(attempt.call))
    }
    let agreement = try #require(try negotiation.agreement())
    #expect(agreement.interface.name == name)
    // Both structs begin alike: the slot, the flags, the address and the size of the memory.
    #expect(sent.count == (release == "6.7" ? 32 : 160))
    #expect(sent.prefix(8) == [1, 0, 0, 0, 2, 0, 0, 0])
    #expect(sent[8..<24] == [0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0])
  }

  @Test func `a guest_memfd is not left out unless the program says so`() throws {
    let interface = try Catalog.kvmSetUserMemoryRegion2()
    let given = try region(["flags": 4, "guest_memfd": 5, "guest_memfd_offset": 0x1000])
    let old = SimulatedKernel(.release(Release(6, 7)))
    let found = try negotiate(interface, given, on: old)
    #expect(
      found.end == .noCall("kvm_set_user_memory_region", dropping: ["guest_memfd", "guest_memfd_offset"]))
    #expect(
      found.error?.description
        == "kvm_set_user_memory_region2: the kernel lacks the call (ENOTTY); there is kvm_set_user_memory_region, "
        + "which would drop guest_memfd_offset, guest_memfd (bytes 32-43)")
    let dropped = try negotiate(interface, given, dropping: [.flags(4)], on: old)
    #expect(dropped.end == .agreed(0, dropped: ["guest_memfd", "guest_memfd_offset"]))
    #expect(try negotiate(interface, given, on: SimulatedKernel(.release(Release(6, 8)))).end == .agreed(1))
  }

  @Test func `a call without a struct is named, with what it would drop`() throws {
    func end(_ interface: Interface, _ values: [String: UInt64], _ release: Release) throws -> End {
      try negotiate(interface, bytes(of: interface, values), on: SimulatedKernel(.release(release))).end
    }
    let (clone3, openat2) = (try Catalog.clone3(), try Catalog.openat2())
    #expect(try end(clone3, ["exit_signal": 17], Release(5, 2)) == .noCall("clone"))
    #expect(
      try end(clone3, ["flags": 0x2_0000_0000, "cgroup": 5], Release(5, 2))
        == .noCall("clone", dropping: ["cgroup"]))
    // CLONE_CLEAR_SIGHAND has no bit in clone's flags.
    #expect(
      try end(clone3, ["flags": 0x1_0000_0000], Release(5, 2)) == .noCall("clone", dropping: ["flags"]))
    #expect(try end(openat2, ["flags": 0], Release(5, 5)) == .noCall("openat"))
    #expect(try end(openat2, ["resolve": 8], Release(5, 5)) == .noCall("openat", dropping: ["resolve"]))
  }
}
