public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_irq_level`: the level of an interrupt line of a guest. 8 bytes.
public struct KVMIrqLevel: ExtensibleStruct, Hashable {
  /// The line. Handed back: what became of the interrupt.
  public var irq: UInt32 = 0
  /// Its level.
  public var level: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version; no flag and no pad.
  public static let history = Declaration(Self.self, "kvm_irq_level") {
    Published("VER0", through: \.level)
  }
}

extension Catalog {
  /// `KVM_IRQ_LINE_STATUS`, 0xc008ae67 (Linux 2.6.30), the second ioctl with this struct: it is KVM_IRQ_LINE that hands
  /// the struct back.
  public static func kvmIrqLineStatus() throws(InterfaceError) -> Interface {
    try described(
      "kvm_irq_line_status", KVMIrqLevel.self, "sets a guest's interrupt line, and says what became of it",
      call: CallShape(
        .ioctl(on: .virtualMachine(interruptController: true), [.read, .write], type: 0xae, number: 0x67),
        keepsMachine: true,
        filledIn: ["irq"]),
      [
        Fact(
          since: Release(2, 6, 30), .call(version: 0, .newIoctl.with { $0.input?.copiesBack = true }),
          .source("arch/x86/kvm/x86.c at 2.6.31.3 to 3.6.5; that it was 2.6.30 is assumed"))
      ])
  }
}
