public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_pit_config`: a guest's timer. 64 bytes.
public struct KVMPitConfig: ExtensibleStruct {
  /// KVM_PIT_SPEAKER_DUMMY; others are not looked at.
  public var flags: UInt32 = 0
  /// Not looked at.
  public var pad: InlineArray<15, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; SPEAKER_DUMMY.
  public static let history = Declaration(Self.self, "kvm_pit_config", flags: \.flags, known: 0b1) {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_CREATE_PIT2`, 0x4040ae77 (Linux 2.6.32): x86 alone. Neither unknown flags nor the pad are looked at, so that
  /// neither can ever be used.
  public static func kvmCreatePit2() throws(InterfaceError) -> Interface {
    try described(
      "kvm_create_pit2", KVMPitConfig.self,
      "makes a guest's timer; neither unknown flags nor pad are looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(interruptController: true), .write, type: 0xae, number: 0x77)),
      [
        Fact(
          since: Release(2, 6, 32), .call(version: 0, .newIoctl.with { $0.input?.unknownFlags = .ignored }),
          .source("arch/x86/kvm/x86.c at 2.6.37 to 6.17.0; not in 2.6.31.3; that it was 2.6.32 is assumed"))
      ])
  }
}
