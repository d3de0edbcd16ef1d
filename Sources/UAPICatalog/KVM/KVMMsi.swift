public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_msi`: a message-signalled interrupt for a guest. 32 bytes.
public struct KVMMsi: ExtensibleStruct {
  /// The message's address, low half.
  public var addressLo: UInt32 = 0
  /// The message's address, high half.
  public var addressHi: UInt32 = 0
  /// The message's data.
  public var data: UInt32 = 0
  /// `KVM_MSI_VALID_DEVID`.
  public var flags: UInt32 = 0
  /// The device that sends it; a part of the pad at first.
  public var devid: UInt32 = 0
  /// Not looked at.
  public var pad: InlineArray<12, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One size; VALID_DEVID gives the first word of the pad a meaning.
  public static let history = Declaration(Self.self, "kvm_msi", flags: \.flags, known: 0) {
    Published("VER0", through: \.flags)
    Published("VER1", through: \.devid, gate: 0b1)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_SIGNAL_MSI`, 0x4020aea5 (Linux 3.5). The machine has to have interrupt controllers; without them any struct is
  /// EINVAL.
  public static func kvmSignalMsi() throws(InterfaceError) -> Interface {
    let padded = Scheme.staticPad(to: 32)
    return try described(
      "kvm_signal_msi", KVMMsi.self, "sends a guest a message-signalled interrupt; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(interruptController: true), .write, type: 0xae, number: 0xa5),
        passing: [.init(.EPERM, .missingObject, "the machine has no processor that takes it")],
        keepsMachine: true),
      [
        Fact(
          since: Release(3, 5), .call(version: 0, padded),
          .source("virt/kvm/irq_comm.c at 3.6.5; that it was 3.5 is assumed")),
        Fact(
          since: Release(4, 8), .call(version: 1, padded),
          .source("VALID_DEVID: virt/kvm/irqchip.c at 4.10.1, and not at 4.4.0; that it was 4.8 is assumed")),
      ])
  }
}
