import ExtensibleStructs
import KernelInterfaces
import LinuxSystem
import SystemTestSupport
import Testing

@testable import KVMBackend

@Suite("Every request to a descriptor that is not open is EBADF")
struct BadDescriptorTests {
  private let kvm = KVM(descriptor: FileDescriptor(owning: -1))
  private let vm = VM(descriptor: FileDescriptor(owning: -1), vcpuMapSize: 4096)

  private func badf<R: ~Copyable>(
    _ body: () throws(SystemError) -> R, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(errno(of: body) == .EBADF, sourceLocation: location)
  }

  @Test func ofTheSystem() throws {
    badf { () throws(SystemError) in try kvm.readAPIVersion() }
    badf { () throws(SystemError) in try kvm.checkExtension(.userMemory) }
    badf { () throws(SystemError) in try kvm.createVM() }
    #expect(kvm.ioctl(0xae00, try GuardedBuffer([])) == .EBADF)
  }

  @Test func ofAVM() throws {
    let slot = MemorySlot(0, at: 0, try GuestMemory(length: 1))
    badf { () throws(SystemError) in try vm.checkExtension(.userMemory) }
    badf { () throws(SystemError) in try vm.readAbilities() }
    badf { () throws(SystemError) in try vm.createGuestMemfd(size: 4096) }
    badf { () throws(SystemError) in try vm.dirtyLog(slot: 0, pages: 1) }
    badf { () throws(SystemError) in try vm.createVCPU() }
    for ioctl in RegionIoctl.allCases {
      badf { () throws(SystemError) in try vm.setMemory(slot, using: ioctl) }
      var bytes = RegionBytes.region(slot, as: ioctl)
      #expect(try vm.ioctl(ioctl.number.rawValue, bytes: &bytes) == .EBADF)
    }
    #expect(throws: KVMError.system(SystemError("ioctl(KVM_CHECK_EXTENSION)", .EBADF))) {
      try vm.setMemory(slot)
    }
  }

  @Test func ofAVCPU() throws {
    let vcpu = VCPU(vm: vm, descriptor: FileDescriptor(owning: -1), shared: try Mapping(length: 1))
    badf { () throws(SystemError) in try vcpu.run() }
    #if arch(x86_64)
      badf { () throws(SystemError) in try vcpu.enterRealMode(code: 0, data: 0) }
      badf { () throws(SystemError) in try vm.placeTaskState() }
    #endif
  }
}
