public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_enable_cap`: a capability to turn on. 104 bytes.
public struct KVMEnableCap: ExtensibleStruct {
  /// `KVM_CAP_*`.
  public var cap: UInt32 = 0
  /// None is known.
  public var flags: UInt32 = 0
  /// What the capability takes.
  public var args: InlineArray<4, UInt64> = .init(repeating: 0)
  /// Not looked at.
  public var pad: InlineArray<64, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_enable_cap", flags: \.flags) {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_ENABLE_CAP` of a virtual machine, 0x4068aea3 (Linux 4.4 on x86): flags are EINVAL.
  public static func kvmEnableCap() throws(InterfaceError) -> Interface {
    try described(
      "kvm_enable_cap", KVMEnableCap.self, "turns a capability on; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0xa3), samples: ["cap": harmlessCapability],
        unmodelled: ["cap": .max]),
      [
        Fact(
          since: Release(3, 15), until: Release(4, 4),
          .notDescribed("which architectures have it for a machine, and not for a vCPU alone"), .assumed()),
        Fact(
          since: Release(4, 4), .call(version: 0, .newIoctl),
          .source("arch/x86/kvm/x86.c at 4.4.0, and not at 3.18.30")),
      ])
  }

  /// KVM_CAP_DISABLE_QUIRKS, or KVM_CAP_MANUAL_DIRTY_LOG_PROTECT2 where there is no such thing.
  private static var harmlessCapability: CallShape.Value {
    #if arch(x86_64)
      116
    #else
      168
    #endif
  }
}
