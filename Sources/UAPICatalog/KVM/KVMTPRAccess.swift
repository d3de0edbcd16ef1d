public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_tpr_access_ctl`: whether a guest's accesses to the task priority are reported. 40 bytes.
public struct KVMTPRAccess: ExtensibleStruct {
  /// Whether they are.
  public var enabled: UInt32 = 0
  /// Must be zero.
  public var flags: UInt32 = 0
  /// Not looked at.
  public var reserved: InlineArray<8, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(Self.self, "kvm_tpr_access_ctl", flags: \.flags, known: 0) {
    Published("VER0", through: \.reserved)
    Reserved(\.reserved)
  }
}

extension Catalog {
  /// `KVM_TPR_ACCESS_REPORTING`, 0xc028ae92 (Linux 2.6.25): x86 alone. The struct is copied back unchanged.
  public static func kvmTPRAccessReporting() throws(InterfaceError) -> Interface {
    try described(
      "kvm_tpr_access_reporting", KVMTPRAccess.self,
      "reports a guest's accesses to the task priority; reserved words are not looked at",
      call: CallShape(
        .ioctl(on: .virtualProcessor, [.read, .write], type: 0xae, number: 0x92), keepsMachine: true),
      [
        unread(before: Release(2, 6, 31)),
        Fact(
          since: Release(2, 6, 31),
          .call(version: 0, processorIoctl.with { $0.input?.copiesBack = true }),
          .source("arch/x86/kvm/x86.c at 2.6.31.3 to 6.17.0")),
      ])
  }
}
