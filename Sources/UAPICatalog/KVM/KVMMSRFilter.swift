public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_msr_filter`: which of a guest's accesses to model-specific registers go to user space. 392 bytes.
public struct KVMMSRFilter: ExtensibleStruct {
  /// `KVM_MSR_FILTER_DEFAULT_DENY`.
  public var flags: UInt32 = 0
  /// Not looked at; the compiler's pad in C, without a name.
  public var pad: UInt32 = 0
  /// 16 ranges of 24 bytes, each with flags, a number of registers, the first one, and the address of a bit for each.
  public var ranges: InlineArray<48, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; DEFAULT_DENY.
  public static let history = Declaration(Self.self, "kvm_msr_filter", flags: \.flags, known: 0b1) {
    Published("VER0", through: \.ranges)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_X86_SET_MSR_FILTER`, 0x4188aec6 (Linux 5.10), with no range: then DEFAULT_DENY is refused. The flags of the
  /// ranges are not described. x86 alone.
  public static func kvmSetMSRFilter() throws(InterfaceError) -> Interface {
    let lax = Scheme.newIoctl.with { $0.input?.unknownFlags = .ignored }
    return try described(
      "kvm_x86_set_msr_filter", KVMMSRFilter.self,
      "says which registers a guest may access by itself; pad is not looked at",
      call: CallShape(.ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0xc6)),
      asked: askedSoFar,
      [
        Fact(
          since: Release(5, 10), .call(version: 0, lax),
          .source("arch/x86/kvm/x86.c at 5.12.9 and 5.16.16; linux/kvm.h of 5.9.2 does not have it")),
        Fact(
          since: Release(5, 18), backports: [Release(5, 10, 218)], .call(version: 0, .newIoctl),
          .source(
            "unknown flags are refused: x86.c at 5.19, and not at 5.17-rc5; 5.10.218 was asked; 5.18 is assumed"
          )),
        Fact(since: Release(5, 10), .flags(0b1), .source("arch/x86/kvm/x86.c at 5.12.9")),
        Fact(
          since: Release(5, 10), .rule(MemberRule("flags", .noneOf(0b1))),
          .source("no register at all would be left: arch/x86/kvm/x86.c at 5.12.9 to 6.17.0")),
      ])
  }
}
