public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_create_device`: a device in a guest. 12 bytes and no reserved word.
public struct KVMCreateDevice: ExtensibleStruct, Hashable {
  /// `KVM_DEV_TYPE_*`.
  public var type: UInt32 = 0
  /// The new device's descriptor; only handed out.
  public var fd: UInt32 = 0
  /// KVM_CREATE_DEVICE_TEST: only says whether there is the type.
  public var flags: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_create_device", flags: \.flags, known: 0b1) {
    Published("VER0", through: \.flags)
  }
}

extension Catalog {
  /// `KVM_CREATE_DEVICE`, 0xc00caee0 (Linux 3.10): flags but KVM_CREATE_DEVICE_TEST are not looked at, and the struct is
  /// copied back, so that read-only memory is EFAULT when the work is done.
  public static func kvmCreateDevice() throws(InterfaceError) -> Interface {
    let scheme = Scheme.newIoctl.with {
      $0.input?.unknownFlags = .ignored
      $0.input?.copiesBack = true
    }
    return try described(
      "kvm_create_device", KVMCreateDevice.self, "makes a device; unknown flags are not looked at",
      call: kvmCreateDeviceCall,
      [
        Fact(
          since: Release(3, 10), .call(version: 0, scheme),
          .source("virt/kvm/kvm_main.c at 3.14.1, and not at 3.6.5; that it was 3.10 is assumed"))
      ])
  }

  /// KVM_CREATE_DEVICE_TEST of KVM_DEV_TYPE_VFIO. Without the flag a device is made, whose descriptor is written
  /// into the struct.
  private static let kvmCreateDeviceCall = CallShape(
    .ioctl(on: .virtualMachine(), [.read, .write], type: 0xae, number: 0xe0),
    samples: ["type": 4, "flags": 1], setting: .ownDescriptors, unmodelled: ["type": .max, "flags": 1])
}
