public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_irq_routing`: the head of a guest's interrupt routing table; `nr` entries follow. 8 bytes.
public struct KVMIrqRouting: ExtensibleStruct, Hashable {
  /// How many entries follow.
  public var nr: UInt32 = 0
  /// Must be zero.
  public var flags: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(Self.self, "kvm_irq_routing", flags: \.flags, known: 0) {
    Published("VER0", through: \.flags)
  }
}

extension Catalog {
  /// `KVM_SET_GSI_ROUTING`, 0x4008ae6a (Linux 2.6.30), with no entry: those have flags and pad of their own, which are not
  /// described.
  public static func kvmSetGsiRouting() throws(InterfaceError) -> Interface {
    func most(_ count: UInt64) -> Fact.Statement { .rule(MemberRule("nr", .within(0...count))) }
    return try described(
      "kvm_set_gsi_routing", KVMIrqRouting.self, "sets a guest's interrupt routing table; no flag is known",
      call: CallShape(
        .ioctl(on: .virtualMachine(interruptController: true), .write, type: 0xae, number: 0x6a),
        keepsMachine: true,
        // So many entries are read behind the struct.
        unmodelled: ["nr": 0x1fff]),
      [
        Fact(
          since: Release(2, 6, 30), .call(version: 0, .newIoctl),
          .source("virt/kvm/kvm_main.c at 2.6.31.3; that it was 2.6.30 is assumed")),
        Fact(
          since: Release(2, 6, 30), until: Release(4, 5), most(1023),
          .source("virt/kvm/kvm_main.c and linux/kvm_host.h at 2.6.31.3 to 4.4.0")),
        Fact(
          since: Release(4, 5), until: Release(4, 15), most(1024),
          .source("virt/kvm/kvm_main.c and linux/kvm_host.h at 4.12; that it was 4.5 is assumed")),
        Fact(since: Release(4, 15), most(4096), .source("linux/kvm_host.h at 4.15.18, and not at 4.12")),
      ])
  }
}
