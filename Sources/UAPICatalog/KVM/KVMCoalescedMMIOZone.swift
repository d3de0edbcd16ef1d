public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_coalesced_mmio_zone`: guest addresses whose writes are collected. 16 bytes.
///
/// Its last word was pad that no kernel looked at; since Linux 4.20 it says which address space is meant, without a flag,
/// so that a caller who leaves it unset is refused, or means another address space.
public struct KVMCoalescedMMIOZone: ExtensibleStruct, Hashable {
  /// Where the zone begins.
  public var addr: UInt64 = 0
  /// Its length in bytes.
  public var size: UInt32 = 0
  /// Whether it lies in port space; pad before Linux 4.20.
  public var pio: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One size; its last word got a meaning that no flag opens.
  public static let history = Declaration(Self.self, "kvm_coalesced_mmio_zone") {
    Published("VER0", through: \.pio)
  }
}

extension Catalog {
  /// `KVM_REGISTER_COALESCED_MMIO`, 0x4010ae67 (Linux 2.6.27).
  public static func kvmRegisterCoalescedMMIO() throws(InterfaceError) -> Interface {
    try coalescedMMIO(
      "kvm_register_coalesced_mmio", "collects a guest's writes; pad got a meaning without a flag",
      number: 0x67)
  }

  /// `KVM_UNREGISTER_COALESCED_MMIO`, 0x4010ae68 (Linux 2.6.27). A zone that was never registered is no error.
  public static func kvmUnregisterCoalescedMMIO() throws(InterfaceError) -> Interface {
    try coalescedMMIO(
      "kvm_unregister_coalesced_mmio",
      "collects a guest's writes no longer; pad got a meaning without a flag",
      number: 0x68)
  }

  private static func coalescedMMIO(
    _ name: String, _ summary: String, number: UInt8
  ) throws(InterfaceError) -> Interface {
    let given = Evidence.source(
      "virt/kvm/coalesced_mmio.c at 5.0, and not at 4.19; that it was 4.20 is assumed")
    return try described(
      name, KVMCoalescedMMIOZone.self, summary,
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: number), keepsMachine: number == 0x68),
      [
        unread(before: Release(2, 6, 31)),
        Fact(
          since: Release(2, 6, 31), .call(version: 0, .newIoctl),
          .source("virt/kvm/kvm_main.c at 2.6.31.3 to 6.17.0")),
        Fact(since: Release(4, 20), .rule(MemberRule("pio", .within(0...1))), given),
      ])
  }
}
