public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_x86_mce`: a machine check for a guest. 64 bytes.
public struct KVMX86MCE: ExtensibleStruct {
  /// The bank's status.
  public var status: UInt64 = 0
  /// The address.
  public var addr: UInt64 = 0
  /// More of it.
  public var misc: UInt64 = 0
  /// The processor's status.
  public var mcgStatus: UInt64 = 0
  /// The bank.
  public var bank: UInt8 = 0
  /// Not looked at.
  public var pad1: InlineArray<7, UInt8> = .init(repeating: 0)
  /// Not looked at.
  public var pad2: InlineArray<3, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(Self.self, "kvm_x86_mce") {
    Published("VER0", through: \.pad2)
    Reserved(\.pad1)
    Reserved(\.pad2)
  }
}

extension Catalog {
  /// `KVM_X86_SET_MCE`, 0x4040ae9e (Linux 2.6.32), for a processor with 32 banks, as it is made.
  public static func kvmSetMCE() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "arch/x86/kvm/x86.c at 2.6.37 to 6.17.0; not in 2.6.31.3; that it was 2.6.32 is assumed")
    return try described(
      "kvm_x86_set_mce", KVMX86MCE.self, "makes a machine check in a guest; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualProcessor, .write, type: 0xae, number: 0x9e),
        samples: ["status": .constant(1 << 63)], keepsMachine: true),
      [
        Fact(until: Release(2, 6, 32), .absent(.EINVAL), source),
        Fact(since: Release(2, 6, 32), .call(version: 0, processorIoctl), source),
        Fact(since: Release(2, 6, 32), .rule(MemberRule("bank", .within(0...31))), source),
        Fact(since: Release(2, 6, 32), .rule(MemberRule("status", .allOf(1 << 63))), source),
      ])
  }
}
