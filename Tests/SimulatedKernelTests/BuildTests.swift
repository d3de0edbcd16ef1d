import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import TestSupport
import Testing
import UAPICatalog

@Suite("Kernels of other builds")
struct BuildTests {
  private func attr(size: UInt64, policy: UInt64 = 0) -> [UInt8] {
    StructBytes(.u32("size", size), .u32("sched_policy", policy)).bytes + [UInt8](repeating: 0, count: 64)
  }

  @Test func `of every size`() throws {
    let interface = try Catalog.schedSetattr()
    for ksize in 48...80 {
      let kernel = SimulatedKernel(ksize: ksize)
      let call = KernelCall(interface, memory: KernelCall.Memory(attr(size: 72)))
      let outcome = try kernel.answer(call)
      #expect(outcome.kernelStruct == Array(attr(size: 72).prefix(ksize)) + zeros(ksize - 72))
      var set = attr(size: 72)
      set[71] = 1
      let tail = try kernel.answer(KernelCall(interface, memory: KernelCall.Memory(set)))
      #expect(tail.errno == (ksize < 72 ? .E2BIG : nil))
      if ksize < 72 { #expect(Array(tail.memory.prefix(4)) == [UInt8(ksize), 0, 0, 0]) }
    }
    func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: max(0, count)) }
  }

  @Test func `of a size that knows the flags of what fits`() throws {
    let interface = try Catalog.schedSetattr()
    for (ksize, known) in [(48, 0x1f), (55, 0x1f), (56, 0x7f), (100, 0x7f)] as [(Int, UInt64)] {
      #expect(try SimulatedKernel(ksize: ksize).codec(for: interface)?.knownFlags == known)
      #expect(try SimulatedKernel(ksize: ksize).codec(for: interface)?.size == ksize)
    }
    #expect(throws: InterfaceError("sched_setattr", .scheme(.impossibleSize(47, least: 48)))) {
      try SimulatedKernel(ksize: 47).codec(for: interface)
    }
    #expect(try SimulatedKernel(.release(Release(6, 1)), ksize: 64).codec(for: interface)?.size == 64)
    #expect(try SimulatedKernel(.version(0), ksize: 60).codec(for: interface)?.knownFlags == 0x1f)
  }

  @Test func `of a version`() throws {
    let interface = try Catalog.schedSetattr()
    #expect(try SimulatedKernel(.version(0)).codec(for: interface)?.size == 48)
    #expect(try SimulatedKernel(.version(1)).codec(for: interface)?.size == 56)
    #expect(try SimulatedKernel().codec(for: interface)?.size == 56)
    #expect(throws: InterfaceError("sched_setattr", .scheme(.noSuchVersion(2)))) {
      try SimulatedKernel(.version(2)).answer(KernelCall(interface, memory: KernelCall.Memory([])))
    }
    let first = try SimulatedKernel(.version(0)).answer(
      KernelCall(interface, memory: KernelCall.Memory(attr(size: 48))))
    #expect(first.kernelStruct?.count == 48 && first.errno == nil)
  }

  @Test func `have names`() {
    #expect(SimulatedKernel().name == "simulated")
    #expect(SimulatedKernel(.release(Release(6, 1))).name == "simulated 6.1")
    #expect(SimulatedKernel(.release(Release(6, 1, 176))).name == "simulated 6.1.176")
    #expect(SimulatedKernel(.version(1)).name == "simulated version 1")
  }

  @Test func `answer through the protocol`() throws {
    var kernel: any CallableKernel = SimulatedKernel(.release(Release(3, 13)))
    let outcome = try kernel.answer(KernelCall(Catalog.schedGetattr(), memory: KernelCall.Memory([1, 2])))
    #expect(outcome.errno == .ENOSYS && outcome.memory == [1, 2])
  }
}
