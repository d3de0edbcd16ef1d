public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_translation`: where a guest's address leads. 24 bytes.
public struct KVMTranslation: ExtensibleStruct {
  /// The address, as the guest's programs say it.
  public var linearAddress: UInt64 = 0
  /// Handed back: where it leads.
  public var physicalAddress: UInt64 = 0
  /// Handed back: whether it leads anywhere.
  public var valid: UInt8 = 0
  /// Handed back: whether it can be written.
  public var writeable: UInt8 = 0
  /// Handed back: whether programs may use it.
  public var usermode: UInt8 = 0
  /// Handed back as it was.
  public var pad: InlineArray<5, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_translation") {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_TRANSLATE`, 0xc018ae85: the struct is copied in whole, so that the pad comes back as it was.
  public static func kvmTranslate() throws(InterfaceError) -> Interface {
    try described(
      "kvm_translate", KVMTranslation.self,
      "says where a guest's address leads; pad is handed back as it was",
      call: CallShape(
        .ioctl(on: .virtualProcessor, [.read, .write], type: 0xae, number: 0x85), keepsMachine: true,
        filledIn: ["physical_address", "valid", "writeable", "usermode"]),
      [
        unread(before: Release(2, 6, 31)),
        Fact(
          since: Release(2, 6, 31),
          .call(version: 0, processorIoctl.with { $0.input?.copiesBack = true }),
          .source("virt/kvm/kvm_main.c at 2.6.31.3 to 6.9.0")),
      ])
  }
}
