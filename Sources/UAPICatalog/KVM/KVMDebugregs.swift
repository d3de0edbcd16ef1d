public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_debugregs`: the debug registers of a guest's processor. 128 bytes.
public struct KVMDebugregs: ExtensibleStruct {
  /// DR0 to DR3.
  public var db: InlineArray<4, UInt64> = .init(repeating: 0)
  /// DR6.
  public var dr6: UInt64 = 0
  /// DR7.
  public var dr7: UInt64 = 0
  /// Must be zero.
  public var flags: UInt64 = 0
  /// Not looked at.
  public var reserved: InlineArray<9, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(Self.self, "kvm_debugregs", flags: \.flags, known: 0) {
    Published("VER0", through: \.reserved)
    Reserved(\.reserved)
  }
}

extension Catalog {
  /// `KVM_SET_DEBUGREGS`, 0x4080aea2 (Linux 2.6.35): x86 alone.
  public static func kvmSetDebugregs() throws(InterfaceError) -> Interface {
    let first = Evidence.source(
      "arch/x86/kvm/x86.c at 2.6.37; not in 2.6.32.67; that it was 2.6.35 is assumed")
    let halves = Evidence.source("arch/x86/kvm/x86.c at 4.10.1, and not at 4.4.0; that it was 4.5 is assumed")
    return try described(
      "kvm_set_debugregs", KVMDebugregs.self,
      "sets the debug registers of a guest's processor; reserved words are not looked at",
      call: CallShape(.ioctl(on: .virtualProcessor, .write, type: 0xae, number: 0xa2), keepsMachine: true),
      [
        // An ioctl that a processor does not know is EINVAL, where a machine says ENOTTY.
        Fact(until: Release(2, 6, 35), .absent(.EINVAL), first),
        Fact(
          since: Release(2, 6, 35),
          .call(version: 0, .newIoctl.with { $0.size = .command(.publishedSizes(otherwise: .EINVAL)) }), first
        ),
        // The registers are 64 bits wide, and the upper half is reserved by the processor.
        Fact(since: Release(4, 5), .rule(MemberRule("dr6", .within(0...UInt64(UInt32.max)))), halves),
        Fact(since: Release(4, 5), .rule(MemberRule("dr7", .within(0...UInt64(UInt32.max)))), halves),
      ])
  }
}
