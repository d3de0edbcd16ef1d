public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_interrupt`: an interrupt for a guest's processor. 4 bytes.
public struct KVMInterrupt: ExtensibleStruct, Hashable {
  /// Its vector.
  public var irq: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_interrupt") { Published("VER0", through: \.irq) }
}

extension Catalog {
  /// `KVM_INTERRUPT`, 0x4004ae86, for a processor without an interrupt controller in the kernel.
  public static func kvmInterrupt() throws(InterfaceError) -> Interface {
    let source = Evidence.source("arch/x86/kvm/x86.c at 2.6.31.3 to 6.17.0")
    return try described(
      "kvm_interrupt", KVMInterrupt.self, "interrupts a guest's processor",
      call: CallShape(.ioctl(on: .virtualProcessor, .write, type: 0xae, number: 0x86), keepsMachine: true),
      [
        unread(before: Release(2, 6, 31)),
        Fact(since: Release(2, 6, 31), .call(version: 0, processorIoctl), source),
        Fact(since: Release(2, 6, 31), .rule(MemberRule("irq", .within(0...255))), source),
      ])
  }
}
