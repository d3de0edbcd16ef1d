public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_xen_hvm_attr`: an attribute of a guest that expects Xen. 72 bytes.
///
/// It holds one of several values, by its type; the pad behind them is room for longer ones.
public struct KVMXenHVMAttr: ExtensibleStruct {
  /// `KVM_XEN_ATTR_TYPE_*`.
  public var type: UInt16 = 0
  /// Not looked at.
  public var pad: InlineArray<3, UInt16> = .init(repeating: 0)
  /// The value.
  public var value: UInt64 = 0
  /// What longer values have.
  public var longValue: InlineArray<7, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; no flag. What LONG_MODE does not use is reserved here.
  public static let history = Declaration(Self.self, "kvm_xen_hvm_attr") {
    Published("VER0", through: \.longValue)
    Reserved(\.pad)
    Reserved(\.longValue)
  }
}

extension Catalog {
  /// `KVM_XEN_HVM_SET_ATTR`, 0x4048aec9 (Linux 5.12), with KVM_XEN_ATTR_TYPE_LONG_MODE: x86 alone.
  ///
  /// Types up to 7 are not described: which there are depends on the release.
  public static func kvmXenHVMSetAttr() throws(InterfaceError) -> Interface {
    let source = Evidence.source("arch/x86/kvm/x86.c at 5.12.9 to 6.9.0, and not at 5.7.14")
    return try described(
      "kvm_xen_hvm_set_attr", KVMXenHVMAttr.self, "sets an attribute of a guest; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0xc9), keepsMachine: true,
        unmodelled: ["type": 0x7]),
      // Debian's 6.1 was built without it.
      [
        Fact(since: Release(5, 12), .call(version: 0, .newIoctl), source),
        Fact(
          since: Release(5, 12), .rule(MemberRule("type", .within(0...7), else: .ENOENT)),
          .assumed("an unknown type is ENOENT")),
      ])
  }
}
