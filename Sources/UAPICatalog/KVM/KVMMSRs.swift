public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_msrs`: the head of a list of model-specific registers; `nmsrs` entries follow. 8 bytes.
public struct KVMMSRs: ExtensibleStruct, Hashable {
  /// How many entries follow.
  public var nmsrs: UInt32 = 0
  /// Not looked at.
  public var pad: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_msrs") {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_SET_MSRS`, 0x4008ae89, with no entry: x86 alone.
  public static func kvmSetMSRs() throws(InterfaceError) -> Interface {
    let source = Evidence.source("arch/x86/kvm/x86.c at 3.6.5 to 6.17.0; that it was 3.3 is assumed")
    return try described(
      "kvm_set_msrs", KVMMSRs.self, "sets registers of a guest's processor; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualProcessor, .write, type: 0xae, number: 0x89), keepsMachine: true,
        // So many entries are read behind the struct.
        unmodelled: ["nmsrs": 0xff]),
      [
        Fact(
          until: Release(3, 3),
          .notDescribed("an empty list was ENOMEM at 2.6.31.3, and nobody asked later ones"),
          .assumed()),
        Fact(since: Release(3, 3), .call(version: 0, processorIoctl), source),
        Fact(since: Release(3, 3), .rule(MemberRule("nmsrs", .within(0...255), else: .E2BIG)), source),
      ])
  }
}
