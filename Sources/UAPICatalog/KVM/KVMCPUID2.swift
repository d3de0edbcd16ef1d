public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_cpuid2`: the head of what `cpuid` answers in a guest; `nent` entries follow. 8 bytes.
public struct KVMCPUID2: ExtensibleStruct, Hashable {
  /// How many entries follow.
  public var nent: UInt32 = 0
  /// Not looked at.
  public var padding: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_cpuid2") {
    Published("VER0", through: \.padding)
    Reserved(\.padding)
  }
}

extension Catalog {
  /// `KVM_SET_CPUID2`, 0x4008ae90 (Linux 2.6.26), the second ioctl of its kind, with no entry: x86 alone.
  public static func kvmSetCPUID2() throws(InterfaceError) -> Interface {
    func most(_ count: UInt64) -> Fact.Statement {
      .rule(MemberRule("nent", .within(0...count), else: .E2BIG))
    }
    return try described(
      "kvm_set_cpuid2", KVMCPUID2.self, "says what cpuid answers in a guest; padding is not looked at",
      call: CallShape(
        .ioctl(on: .virtualProcessor, .write, type: 0xae, number: 0x90), keepsMachine: true,
        // So many entries are read behind the struct.
        unmodelled: ["nent": 0x1ff]),
      [
        unread(before: Release(2, 6, 37)),
        Fact(
          since: Release(2, 6, 37), .call(version: 0, processorIoctl),
          .source("arch/x86/kvm/x86.c at 2.6.31.3 to 6.17.0")),
        Fact(
          since: Release(2, 6, 37), until: Release(5, 10), most(80),
          .assumed("asm/kvm_host.h of some release before")),
        Fact(
          since: Release(5, 10), most(256), .reported("the commit 3f4e3eb417b1, in the first pull for 5.10")),
      ])
  }
}
