public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_guest_debug`: how a guest's processor is debugged. 72 bytes.
public struct KVMGuestDebug: ExtensibleStruct {
  /// `KVM_GUESTDBG_*`; others are not looked at.
  public var control: UInt32 = 0
  /// Not looked at.
  public var pad: UInt32 = 0
  /// DR0 to DR7, for KVM_GUESTDBG_USE_HW_BP.
  public var debugreg: InlineArray<8, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; ENABLE, SINGLESTEP, and from bit 16 on what x86 has.
  public static let history = Declaration(
    Self.self, "kvm_guest_debug", flags: \.control, known: 0x1f_0003
  ) {
    Published("VER0", through: \.debugreg)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_SET_GUEST_DEBUG`, 0x4048ae9b (Linux 2.6.30), with x86's registers. x86 does not look at unknown bits; other
  /// architectures refuse them.
  public static func kvmSetGuestDebug() throws(InterfaceError) -> Interface {
    try described(
      "kvm_set_guest_debug", KVMGuestDebug.self,
      "says how a guest's processor is debugged; neither unknown bits nor pad are looked at",
      call: CallShape(.ioctl(on: .virtualProcessor, .write, type: 0xae, number: 0x9b)),
      [
        unread(before: Release(2, 6, 31)),
        Fact(
          since: Release(2, 6, 31),
          .call(version: 0, processorIoctl.with { $0.input?.unknownFlags = .ignored }),
          .source("virt/kvm/kvm_main.c and arch/x86/kvm/x86.c at 2.6.31.3 to 6.17.0")),
      ])
  }
}
