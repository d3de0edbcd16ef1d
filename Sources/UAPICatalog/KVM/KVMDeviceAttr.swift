public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_device_attr`: an attribute of a device, of a machine or of a processor. 24 bytes.
public struct KVMDeviceAttr: ExtensibleStruct, Hashable {
  /// None is known, and none is looked at.
  public var flags: UInt32 = 0
  /// Which group of attributes.
  public var group: UInt32 = 0
  /// Which attribute of the group.
  public var attr: UInt64 = 0
  /// The address of its value.
  public var addr: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(Self.self, "kvm_device_attr", flags: \.flags, known: 0) {
    Published("VER0", through: \.addr)
  }
}

extension Catalog {
  /// `KVM_SET_DEVICE_ATTR`, 0x4018aee1, on a processor of x86 (Linux 5.16): the offset of its time stamp counter.
  public static func kvmSetDeviceAttr() throws(InterfaceError) -> Interface {
    try processorAttr(
      "kvm_set_device_attr", "sets an attribute of a guest's processor; flags are not looked at", number: 0xe1
    )
  }

  /// `KVM_HAS_DEVICE_ATTR`, 0x4018aee3, on a processor of x86 (Linux 5.16). The value's address is not looked at.
  public static func kvmHasDeviceAttr() throws(InterfaceError) -> Interface {
    try processorAttr(
      "kvm_has_device_attr", "says whether a guest's processor has an attribute; flags are not looked at",
      number: 0xe3)
  }

  private static func processorAttr(
    _ name: String, _ summary: String, number: UInt8
  ) throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "arch/x86/kvm/x86.c at 5.19 to 6.17.0, and not at 5.12.9; that it was 5.16 is assumed")
    return try described(
      name, KVMDeviceAttr.self, summary,
      call: CallShape(
        .ioctl(on: .virtualProcessor, .write, type: 0xae, number: number), samples: ["addr": .room(8)],
        keepsMachine: true, unmodelled: number == 0xe1 ? ["addr": .max] : [:]),
      [
        Fact(until: Release(5, 16), .absent(.EINVAL), source),
        Fact(
          since: Release(5, 16), .call(version: 0, processorIoctl.with { $0.input?.unknownFlags = .ignored }),
          source),
        Fact(since: Release(5, 16), .rule(MemberRule("group", .noneOf(.max), else: .ENXIO)), source),
        Fact(since: Release(5, 16), .rule(MemberRule("attr", .noneOf(.max), else: .ENXIO)), source),
      ])
  }
}
