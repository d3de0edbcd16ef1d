public import ExtensibleStructs
public import KernelInterfaces

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
  /// `KVM_IRQFD`, 0x4020ae76 (Linux 2.6.32): DEASSIGN and RESAMPLE, others are EINVAL.
  public static func kvmIrqfd() throws(InterfaceError) -> Interface {
    let lax = Scheme.newIoctl.with { $0.input?.unknownFlags = .ignored }
    return try described(
      "kvm_irqfd", KVMIrqfd.self, "interrupts a guest by an event; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(interruptController: true), .write, type: 0xae, number: 0x76),
        passing: [
          .init(.EBADF, .missingObject, "the event's descriptor is not open"),
          .init(.EAGAIN, .state, "the machine has no interrupt controller"),
        ],
        samples: ["fd": 0xffff_ffff, "gsi": 1, "resamplefd": 0xffff_ffff],
        // Small numbers are open descriptors of something else, which is EINVAL.
        unmodelled: ["fd": 0xff]),
      [
        Fact(
          since: Release(2, 6, 32), .call(version: 0, lax),
          .source("virt/kvm/eventfd.c at 2.6.32.67 and 2.6.37; not in 2.6.31.3")),
        Fact(
          since: Release(3, 6), .call(version: 0, .newIoctl),
          .source("unknown flags are refused: virt/kvm/eventfd.c at 3.6.5; 3.5 may do so as well")),
        Fact(since: Release(2, 6, 32), .flags(0b01), .source("virt/kvm/eventfd.c at 2.6.32.67")),
        Fact(
          since: Release(3, 7), .flags(0b10),
          .source("RESAMPLE: virt/kvm/eventfd.c at 3.14.1, and not at 3.6.5; that it was 3.7 is assumed")),
      ])
  }
}
