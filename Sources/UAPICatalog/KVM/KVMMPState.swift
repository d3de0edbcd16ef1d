public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_mp_state`: whether a guest's processor runs. 4 bytes.
public struct KVMMPState: ExtensibleStruct, Hashable {
  /// `KVM_MP_STATE_*`.
  public var mpState: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_mp_state") { Published("VER0", through: \.mpState) }
}

extension Catalog {
  /// `KVM_SET_MP_STATE`, 0x4004ae99 (Linux 2.6.26), for a processor without an interrupt controller in the kernel: it can
  /// only run.
  public static func kvmSetMPState() throws(InterfaceError) -> Interface {
    let refused = Evidence.source(
      "arch/x86/kvm/x86.c at 3.14.1 to 6.17.0, and not at 3.6.5; that it was 3.10 is assumed")
    return try described(
      "kvm_set_mp_state", KVMMPState.self, "says whether a guest's processor runs",
      call: CallShape(.ioctl(on: .virtualProcessor, .write, type: 0xae, number: 0x99), keepsMachine: true),
      [
        unread(before: Release(2, 6, 31)),
        Fact(
          since: Release(2, 6, 31), .call(version: 0, processorIoctl),
          .source("virt/kvm/kvm_main.c at 2.6.31.3 to 6.17.0")),
        Fact(since: Release(3, 10), .rule(MemberRule("mp_state", .noneOf(.max))), refused),
      ])
  }
}
