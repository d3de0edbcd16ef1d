import ExtensibleStructs
import LinuxSystem
import SystemTestSupport
import Testing

@testable import KVMBackend

@Suite("No descriptor is left open", .needsKVM)
struct LeakTests {
  @Test("by machines, processors, guest memory and everything that fails")
  func leaks() throws {
    let (before, during, after) = try withPrivateDescriptors {
      let before = FileDescriptor.openCount()
      let during = try use()
      return (before, during, FileDescriptor.openCount())
    }
    #expect(during == before + 3)
    #expect(after == before)
  }

  private func use() throws -> Int {
    let kvm = try KVM()
    let vm = try kvm.createVM()
    let vcpu = try vm.createVCPU()
    defer { withExtendedLifetime(vcpu) {} }
    _ = try? KVM(path: "/dev/null")
    _ = try? KVM(path: "/nowhere")
    _ = try? kvm.createVM(type: 99)
    _ = try? vm.createVCPU()
    _ = try? vm.createGuestMemfd(size: 1)
    if try vm.checkExtension(.guestMemfd) > 0 {
      let file = try vm.createGuestMemfd(size: UInt64(Mapping.pageSize))
      let slot = MemorySlot(
        0, at: 0, try GuestMemory(length: 1), guestMemfd: MemorySlot.GuestMemfdRange(file))
      try vm.setMemory(slot)
      try vm.removeMemory(slot: 0)
    }
    try failingVCPU(try kvm.createVM())
    #if arch(x86_64)
      for claim in Proof.Claim.allCases {
        _ = try kvm.proof(claim, using: .region)
        _ = try kvm.proof(claim, using: .region, sabotaged: true)
      }
    #endif
    return FileDescriptor.openCount()
  }

  /// A processor whose shared memory cannot be mapped: the number it got must not stay.
  private func failingVCPU(_ vm: VM) throws {
    try vm.descriptor.duplicate(onto: 1000)
    let mapless = VM(descriptor: FileDescriptor(owning: 1000), vcpuMapSize: 0)
    let failure = errno { () throws(SystemError) in try mapless.createVCPU() }
    #expect(failure == .EINVAL)
  }
}
