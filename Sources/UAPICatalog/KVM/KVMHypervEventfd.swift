public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_hyperv_eventfd`: an event for a connection of a guest that expects Hyper-V. 24 bytes.
public struct KVMHypervEventfd: ExtensibleStruct {
  /// The connection; 24 bits.
  public var connId: UInt32 = 0
  /// The event's descriptor.
  public var fd: Int32 = 0
  /// KVM_HYPERV_EVENTFD_DEASSIGN.
  public var flags: UInt32 = 0
  /// Not looked at.
  public var padding: InlineArray<3, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; DEASSIGN.
  public static let history = Declaration(Self.self, "kvm_hyperv_eventfd", flags: \.flags, known: 0b1) {
    Published("VER0", through: \.padding)
    Reserved(\.padding)
  }
}

extension Catalog {
  /// `KVM_HYPERV_EVENTFD`, 0x4018aebd (Linux 4.17): x86 alone.
  public static func kvmHypervEventfd() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "arch/x86/kvm/x86.c at 4.20 to 6.17.0, and not at 4.15.18; that it was 4.17 is assumed")
    return try described(
      "kvm_hyperv_eventfd", KVMHypervEventfd.self, "signals a guest's message; padding is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0xbd),
        passing: [
          .init(.EBADF, .missingObject, "the event's descriptor is not open"),
          .init(.ENOENT, .missingObject, "the connection has no event"),
        ],
        samples: ["fd": 0xffff_ffff],
        // Small numbers are open descriptors of something else, which is EINVAL.
        unmodelled: ["fd": 0xff]),
      [
        Fact(since: Release(4, 17), .call(version: 0, .newIoctl), source),
        Fact(since: Release(4, 17), .rule(MemberRule("conn_id", .noneOf(0xff00_0000))), source),
      ])
  }
}
