import ExtensibleStructs
import LinuxSystem
import SystemTestSupport
import Testing

@testable import KVMBackend

@Suite("Negotiation")
struct NegotiationTests {
  private let page = Mapping.pageSize
  private static let new = KVMAbilities(userMemory2: true, guestMemfd: true)
  private static let old = KVMAbilities()

  @Test("takes the new ioctl where there is one, else the old one")
  func choice() throws {
    let slot = MemorySlot(0, at: 0, try GuestMemory(length: 1), flags: .readonly)
    #expect(try Self.new.ioctl(for: slot) == .region2)
    #expect(try Self.old.ioctl(for: slot) == .region)
  }

  @Test(
    "refuses to leave out a guest_memfd",
    arguments: [
      (KVMAbilities(), "KVM_CAP_USER_MEMORY2"),
      (KVMAbilities(guestMemfd: true), "KVM_CAP_USER_MEMORY2"),
      (KVMAbilities(userMemory2: true), "KVM_CAP_GUEST_MEMFD"),
    ])
  func refusal(abilities: KVMAbilities, missing: String) throws {
    let file = GuestMemfd(owning: try FileDescriptor(opening: "/dev/null"))
    let memory = try GuestMemory(length: 1)
    let byRange = MemorySlot(0, at: 0, memory, guestMemfd: MemorySlot.GuestMemfdRange(file))
    let byFlag = MemorySlot(0, at: 0, memory, flags: .guestMemfd)
    for slot in [byRange, byFlag] {
      #expect(throws: KVMError.guestMemfdUnavailable(missing: missing)) { try abilities.ioctl(for: slot) }
    }
    #expect(KVMError.guestMemfdUnavailable(missing: missing).description.contains(missing))
  }

  @Test("refuses before the kernel is asked", .needsKVM)
  func refusedUnasked() throws {
    let vm = try KVM().createVM()
    let slot = MemorySlot(0, at: 0, try GuestMemory(length: 1), flags: .guestMemfd)
    #expect(throws: KVMError.guestMemfdUnavailable(missing: "KVM_CAP_USER_MEMORY2")) {
      try vm.setMemory(slot, abilities: Self.old)
    }
    #expect(errno { () throws(SystemError) in try vm.removeMemory(slot: 0) } == .EINVAL)
  }

  @Test("falls back to the old ioctl, and the slot is set", .needsKVM)
  func fallback() throws {
    let vm = try KVM().createVM()
    let slot = MemorySlot(3, at: 0x10_0000, try GuestMemory(length: 2 * page), flags: .logDirtyPages)
    #expect(try vm.setMemory(slot, abilities: Self.old) == .region)
    #expect(try vm.dirtyLog(slot: 3, pages: 2) == [])
    try vm.removeMemory(slot: 3)
    #expect(errno { () throws(SystemError) in try vm.dirtyLog(slot: 3, pages: 2) } == .ENOENT)
  }

  @Test("asks the running kernel", .needsKVM)
  func running() throws {
    let vm = try KVM().createVM()
    let abilities = try vm.readAbilities()
    let slot = MemorySlot(0, at: 0, try GuestMemory(length: 1))
    #expect(try vm.setMemory(slot) == (abilities.userMemory2 ? .region2 : .region))
    #expect(abilities.numberOfMemslots > 1)
  }

  @Test("lets two slots not overlap, and a slot move", .needsKVM)
  func overlap() throws {
    let vm = try KVM().createVM()
    let memory = try GuestMemory(length: 2 * page)
    try vm.setMemory(MemorySlot(0, at: 0, memory))
    #expect(throws: KVMError.self) { try vm.setMemory(MemorySlot(1, at: UInt64(page), memory)) }
    try vm.setMemory(MemorySlot(0, at: 0x10_0000, memory))
    try vm.setMemory(MemorySlot(1, at: UInt64(page), memory))
    let outside = MemorySlot(2, at: 0x20_0000, memory, range: page..<3 * page)
    #expect(throws: KVMError.self) { try vm.setMemory(outside) }
  }

  @Test("keeps a slot's memory for as long as a guest may see it", .needsKVM)
  func kept() throws {
    weak var first: GuestMemory?
    weak var second: GuestMemory?
    do {
      let vm = try KVM().createVM()
      first = try set(on: vm)
      #expect(first != nil)
      #expect(throws: KVMError.self) { try vm.setMemory(MemorySlot(0, at: 1, GuestMemory(length: 1))) }
      #expect(first != nil)
      // A slot's memory is the kernel's for good: another is refused, and the first is kept.
      #expect(throws: KVMError.self) { second = try set(on: vm) }
      #expect(first != nil)
      try vm.removeMemory(slot: 0)
      #expect(first == nil)
      second = try set(on: vm)
      #expect(second != nil)
      withExtendedLifetime(vm) {}
    }
    #expect(second == nil)
  }

  private func set(on vm: VM) throws -> GuestMemory {
    let memory = try GuestMemory(length: 1)
    try vm.setMemory(MemorySlot(0, at: 0, memory))
    return memory
  }
}
