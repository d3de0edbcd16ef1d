import ExtensibleStructs
import KVMBackend
import LinuxSystem
import Testing

@Suite("Availability")
struct AvailabilityTests {
  @Test("is a reason to skip where there is no device")
  func missing() throws {
    #expect(try KVMAvailability.probe(path: "/nowhere/kvm") == .unavailable(.noDevice))
    #expect(
      KVMAvailability.unavailable(.noDevice).description
        == "skipped, because open(/dev/kvm): No such file or directory (ENOENT); load the kvm module, or run where /dev/kvm exists"
    )
  }

  @Test("is an error for any other errno")
  func error() {
    #expect(throws: KVMError.system(SystemError("open(/dev/null/kvm)", .ENOTDIR))) {
      try KVMAvailability.probe(path: "/dev/null/kvm")
    }
    #expect(throws: KVMError.system(SystemError("ioctl(KVM_GET_API_VERSION)", .ENOTTY))) {
      try KVMAvailability.probe(path: "/dev/null")
    }
  }

  @Test("knows five reasons")
  func reasons() {
    let errnos: [LinuxErrno] = [.ENOENT, .EACCES, .EPERM, .ENODEV, .ENOSYS]
    #expect(KVMAvailability.Reason.allCases.map(\.errno) == errnos)
  }

  @Test("comes with version 12, and a VM of a type that no kernel has is refused", .needsKVM)
  func version() throws {
    let kvm = try KVM()
    #expect(try kvm.readAPIVersion() == KVM.apiVersion)
    #expect(try kvm.checkExtension(.userMemory) == 1)
    #expect(try kvm.checkExtension(Capability(rawValue: .max)) == 0)
    #expect(throws: SystemError("ioctl(KVM_CREATE_VM)", .EINVAL)) { _ = try kvm.createVM(type: 99) }
  }
}
