import CLinux
import ExtensibleStructs
import KVMBackend
import KernelInterfaces
import Testing

@Suite("Ioctl numbers")
struct IoctlNumberTests {
  @Test("are those that linux/kvm.h makes")
  func againstHeader() {
    var table: [(IoctlNumber, UInt32)] = [
      (KVMIoctl.getAPIVersion, clinux_KVM_GET_API_VERSION),
      (KVMIoctl.createVM, clinux_KVM_CREATE_VM),
      (KVMIoctl.checkExtension, clinux_KVM_CHECK_EXTENSION),
      (KVMIoctl.getVCPUMapSize, clinux_KVM_GET_VCPU_MMAP_SIZE),
      (KVMIoctl.createVCPU, clinux_KVM_CREATE_VCPU),
      (KVMIoctl.getDirtyLog, clinux_KVM_GET_DIRTY_LOG),
      (KVMIoctl.setUserMemoryRegion, clinux_KVM_SET_USER_MEMORY_REGION),
      (KVMIoctl.setTSSAddress, clinux_KVM_SET_TSS_ADDR),
      (KVMIoctl.setUserMemoryRegion2, clinux_KVM_SET_USER_MEMORY_REGION2),
      (KVMIoctl.createGuestMemfd, clinux_KVM_CREATE_GUEST_MEMFD),
      (KVMIoctl.run, clinux_KVM_RUN),
    ]
    #if arch(x86_64)
      table += [
        (KVMIoctl.createInterruptChip, clinux_KVM_CREATE_IRQCHIP),
        (KVMIoctl.getRegisters, clinux_KVM_GET_REGS), (KVMIoctl.setRegisters, clinux_KVM_SET_REGS),
        (KVMIoctl.getSystemRegisters, clinux_KVM_GET_SREGS),
        (KVMIoctl.setSystemRegisters, clinux_KVM_SET_SREGS),
      ]
    #endif
    for (ours, header) in table { #expect(ours == IoctlNumber(rawValue: header)) }
  }

  @Test("of the two region ioctls differ in number and size alone")
  func regions() {
    let old = RegionIoctl.region.number
    let new = RegionIoctl.region2.number
    #expect(old.rawValue == 0x4020_ae46)
    #expect(new.rawValue == 0x40a0_ae49)
    #expect(new.description == "0x40a0ae49")
    #expect((old.number, old.size) == (0x46, 32))
    #expect((new.number, new.size) == (0x49, 160))
    #expect(old.type == 0xae && new.type == 0xae)
    #expect(old.direction == .write && new.direction == .write)
  }

  @Test("come apart into what they were made of")
  func roundTrip() throws {
    for direction: IoctlNumber.Direction in [[], .read, .write, [.read, .write]] {
      for size in [0, 1, 160, 16383] {
        let number = try #require(IoctlNumber(direction, type: 0xff, number: 0xfe, size: size))
        #expect(number.direction == direction && number.size == size)
        #expect(number.type == 0xff && number.number == 0xfe)
      }
    }
  }

  @Test("have 14 bits for the size", arguments: [-1, 16384, Int.max, Int.min])
  func sizeLimit(size: Int) {
    #expect(IoctlNumber(.write, type: 0xae, number: 0, size: size) == nil)
  }
}
