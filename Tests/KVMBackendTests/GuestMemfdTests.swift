import ExtensibleStructs
import KernelInterfaces
import LinuxSystem
import SystemTestSupport
import Testing

@testable import KVMBackend

@Suite("guest_memfd", .needsKVM, .needs(.guestMemfd, "KVM_CAP_GUEST_MEMFD"))
struct GuestMemfdTests {
  private let page = Mapping.pageSize

  @Test("backs a slot, and one range of it only one slot")
  func bound() throws {
    let vm = try KVM().createVM()
    let file = try vm.createGuestMemfd(size: UInt64(4 * page))
    let memory = try GuestMemory(length: 4 * page)
    let half = 0..<2 * page
    let first = MemorySlot(0, at: 0, memory, range: half, guestMemfd: MemorySlot.GuestMemfdRange(file))
    #expect(try vm.setMemory(first) == .region2)
    var second = first
    second.slot = 1
    second.guestAddress = 0x10_0000
    #expect(throws: KVMError.system(SystemError("ioctl(KVM_SET_USER_MEMORY_REGION2)", .EINVAL))) {
      try vm.setMemory(second)
    }
    second.guestMemfd?.offset = UInt64(2 * page)
    try vm.setMemory(second)
  }

  @Test("that is no such file is refused")
  func wrongFile() throws {
    let vm = try KVM().createVM()
    let null = GuestMemfd(owning: try FileDescriptor(opening: "/dev/null"))
    let slot = MemorySlot(
      0, at: 0, try GuestMemory(length: 1), guestMemfd: MemorySlot.GuestMemfdRange(null))
    #expect(throws: KVMError.self) { try vm.setMemory(slot) }
  }

  @Test("has a size of whole pages and flags that the kernel knows")
  func create() throws {
    let vm = try KVM().createVM()
    for (size, flags): (UInt64, UInt64) in [(0, 0), (UInt64(page) - 1, 0), (UInt64(page), 1 << 63)] {
      let refused = errno { () throws(SystemError) in try vm.createGuestMemfd(size: size, flags: flags) }
      #expect(refused == .EINVAL)
    }
  }

  @Test("can be descriptor 0, which zeroed bytes name, on a thread of its own")
  func descriptorZero() throws {
    let before = identity(of: 0)
    let answers = try withPrivateDescriptors {
      let vm = try KVM().createVM()
      let file = try vm.createGuestMemfd(size: UInt64(page))
      var slot = MemorySlot(
        0, at: 0, try GuestMemory(length: 1), guestMemfd: MemorySlot.GuestMemfdRange(file))
      slot.guestMemfd?.descriptor = 0
      let bytes = RegionBytes.region(slot, as: .region2)
      var copy = bytes
      let without = try vm.ioctl(RegionIoctl.region2.number.rawValue, bytes: &copy)
      try file.descriptor.duplicate(onto: 0)
      let with = try vm.ioctl(RegionIoctl.region2.number.rawValue, bytes: &copy)
      return (without, with)
    }
    #expect(answers.0 != nil)
    #expect(answers.1 == nil)
    #expect(identity(of: 0) == before)
  }
}
