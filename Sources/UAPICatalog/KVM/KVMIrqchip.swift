public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_irqchip`: the state of one of a guest's interrupt controllers. 520 bytes.
public struct KVMIrqchip: ExtensibleStruct {
  /// 0 and 1: the two 8259; 2: the I/O APIC.
  public var chipId: UInt32 = 0
  /// Not looked at.
  public var pad: UInt32 = 0
  /// The controller's registers.
  public var chip: InlineArray<512, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_irqchip") {
    Published("VER0", through: \.chip)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_SET_IRQCHIP`, 0x8208ae63: its number says that the kernel writes the struct, which it reads. x86 alone.
  public static func kvmSetIrqchip() throws(InterfaceError) -> Interface {
    let source = Evidence.source("arch/x86/kvm/x86.c at 2.6.31.3 to 6.9.0")
    return try described(
      "kvm_set_irqchip", KVMIrqchip.self, "sets a guest's interrupt controller; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(interruptController: true), .read, type: 0xae, number: 0x63),
        keepsMachine: true),
      [
        unread(before: Release(2, 6, 31)),
        Fact(since: Release(2, 6, 31), .call(version: 0, .newIoctl), source),
        Fact(since: Release(2, 6, 31), .rule(MemberRule("chip_id", .within(0...2))), source),
      ])
  }
}
