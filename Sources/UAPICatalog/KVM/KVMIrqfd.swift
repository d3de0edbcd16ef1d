public import ExtensibleStructs

/// `struct kvm_irqfd`: an event that interrupts a guest. 32 bytes.
public struct KVMIrqfd: ExtensibleStruct {
  /// The event's descriptor.
  public var fd: UInt32 = 0
  /// The interrupt.
  public var gsi: UInt32 = 0
  /// DEASSIGN and RESAMPLE.
  public var flags: UInt32 = 0
  /// The event that tells of the end of the interrupt.
  public var resamplefd: UInt32 = 0
  /// Not looked at.
  public var pad: InlineArray<16, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "kvm_irqfd", flags: \.flags, known: 0b11
  ) {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_IRQFD`, 0x4020ae76: DEASSIGN and RESAMPLE, others are EINVAL.
  public static func kvmIrqfd() throws(InterfaceError) -> Interface {
    try machineCall(
      "kvm_irqfd", KVMIrqfd.self, "interrupts a guest by an event; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(interruptController: true), .write, type: 0xae, number: 0x76),
        passing: [
          .init(.EBADF, .missingObject, "the event's descriptor is not open"),
          .init(.EAGAIN, .state, "the machine has no interrupt controller"),
        ],
        samples: ["fd": 0xffff_ffff, "gsi": 1, "resamplefd": 0xffff_ffff]))
  }
}
