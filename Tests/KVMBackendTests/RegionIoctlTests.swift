import ExtensibleStructs
import KernelInterfaces
import LinuxSystem
import SystemTestSupport
import Testing

@testable import KVMBackend

@Suite("The region ioctls, by their raw bytes", .needsKVM)
struct RegionIoctlTests {
  let vm: VM
  let slot: MemorySlot

  init() throws {
    vm = try KVM().createVM()
    slot = MemorySlot(0, at: 0, try GuestMemory(length: 1))
  }

  @Test("are both here, and tested below", .needs(.userMemory2, "KVM_CAP_USER_MEMORY2"))
  func both() {
    #expect(regionIoctls == [.region, .region2])
  }

  @Test("have structs of their number's size", arguments: regionIoctls)
  func size(ioctl: RegionIoctl) {
    #expect(RegionBytes.region(slot, as: ioctl).count == ioctl.number.size)
  }

  @Test("accept a slot, and hand its bytes back as they were", arguments: regionIoctls)
  func accepted(ioctl: RegionIoctl) throws {
    var bytes = RegionBytes.region(slot, as: ioctl)
    let before = bytes
    #expect(try vm.ioctl(ioctl.number.rawValue, bytes: &bytes) == nil)
    #expect(bytes == before)
  }

  @Test("fault exactly where their struct is not mapped", arguments: regionIoctls)
  func fault(ioctl: RegionIoctl) throws {
    // An unknown flag: what is read whole is refused, and nothing is changed.
    var unknown = slot
    unknown.flags = MemorySlot.Flags(rawValue: 1 << 31)
    let bytes = RegionBytes.region(unknown, as: ioctl)
    for mapped in 0..<bytes.count {
      let errno = vm.ioctl(ioctl.number.rawValue, try GuardedBuffer(bytes, mapped: mapped))
      #expect(errno == .EFAULT, "\(mapped) bytes mapped")
    }
    for readOnly in [false, true] {
      let whole = try GuardedBuffer(bytes, readOnly: readOnly)
      #expect(vm.ioctl(ioctl.number.rawValue, whole) == .EINVAL)
    }
    for misalignment in 1...7 {
      let whole = try GuardedBuffer(bytes, misalignment: misalignment)
      #expect(vm.ioctl(ioctl.number.rawValue, whole) == .EINVAL)
    }
  }

  @Test("refuse a flag that no kernel knows", arguments: regionIoctls)
  func flags(ioctl: RegionIoctl) throws {
    var unknown = slot
    unknown.flags = MemorySlot.Flags(rawValue: 1 << 30)
    var bytes = RegionBytes.region(unknown, as: ioctl)
    #expect(try vm.ioctl(ioctl.number.rawValue, bytes: &bytes) == .EINVAL)
    let refused = errno { () throws(SystemError) in try vm.setMemory(unknown, using: ioctl) }
    #expect(refused == .EINVAL)
  }

  @Test("are unknown with another size, direction or number", arguments: regionIoctls)
  func dispatch(ioctl: RegionIoctl) throws {
    let right = ioctl.number
    let memory = try GuardedBuffer(RegionBytes.region(slot, as: ioctl), mapped: 16384)
    for size in [0, 24, right.size - 8, right.size + 8, 16383] {
      let wrong = try #require(IoctlNumber(.write, type: 0xae, number: right.number, size: size))
      #expect(vm.ioctl(wrong.rawValue, memory) == .ENOTTY)
    }
    for direction: IoctlNumber.Direction in [[], .read, [.read, .write]] {
      let wrong = try #require(
        IoctlNumber(direction, type: 0xae, number: right.number, size: right.size))
      #expect(vm.ioctl(wrong.rawValue, memory) == .ENOTTY)
    }
  }

  @Test("let the old one know no guest_memfd")
  func oldFlags() throws {
    var bytes = RegionBytes.region(slot, as: .region)
    bytes[4] = 4
    #expect(try vm.ioctl(RegionIoctl.region.number.rawValue, bytes: &bytes) == .EINVAL)
  }
}
