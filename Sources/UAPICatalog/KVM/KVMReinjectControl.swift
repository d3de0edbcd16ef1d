public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_reinject_control`: whether a guest's timer makes up for lost ticks. 32 bytes.
public struct KVMReinjectControl: ExtensibleStruct {
  /// Whether it does.
  public var pitReinject: UInt8 = 0
  /// Not looked at.
  public var reserved: InlineArray<31, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(Self.self, "kvm_reinject_control") {
    Published("VER0", through: \.reserved)
    Reserved(\.reserved)
  }
}

extension Catalog {
  /// `KVM_REINJECT_CONTROL`, 0xae71 (Linux 2.6.31): x86 alone. Its number holds no size and no direction.
  public static func kvmReinjectControl() throws(InterfaceError) -> Interface {
    try described(
      "kvm_reinject_control", KVMReinjectControl.self,
      "says whether a guest's timer makes up for lost ticks; 31 reserved bytes are not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(interruptController: true, timer: true), type: 0xae, number: 0x71),
        keepsMachine: true),
      [
        unread(before: Release(2, 6, 31)),
        Fact(
          since: Release(2, 6, 31), .call(version: 0, .unversioned),
          .source("arch/x86/kvm/x86.c at 2.6.31.3 to 6.17.0")),
      ])
  }
}
