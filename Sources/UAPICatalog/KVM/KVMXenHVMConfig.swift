public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_xen_hvm_config`: how a guest that expects Xen finds its calls. 56 bytes.
public struct KVMXenHVMConfig: ExtensibleStruct {
  /// `KVM_XEN_HVM_CONFIG_*`.
  public var flags: UInt32 = 0
  /// The register that the guest writes to.
  public var msr: UInt32 = 0
  /// The address of the page of calls, for 32 bits.
  public var blobAddr_32: UInt64 = 0
  /// The address of the page of calls, for 64 bits.
  public var blobAddr_64: UInt64 = 0
  /// How many pages there are, for 32 bits.
  public var blobSize_32: UInt8 = 0
  /// How many pages there are, for 64 bits.
  public var blobSize_64: UInt8 = 0
  /// Not looked at.
  public var pad2: InlineArray<30, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; INTERCEPT_HCALL, EVTCHN_SEND and PVCLOCK_TSC_UNSTABLE.
  public static let history = Declaration(
    Self.self, "kvm_xen_hvm_config", flags: \.flags, known: 0b1010_0010
  ) {
    Published("VER0", through: \.pad2)
    Reserved(\.pad2)
  }
}

extension Catalog {
  /// `KVM_XEN_HVM_CONFIG`, 0x4038ae7a (Linux 2.6.33): x86 alone.
  public static func kvmXenHVMConfig() throws(InterfaceError) -> Interface {
    let own = Evidence.assumed(
      "5.12 knows INTERCEPT_HCALL: arch/x86/kvm/x86.c at 5.12.9 leaves flags to xen.c")
    // The kernel has no use for a page of calls where it takes the calls itself.
    let unused = ["blob_addr_32", "blob_addr_64", "blob_size_32", "blob_size_64"].map {
      Fact(since: Release(5, 12), .rule(MemberRule($0, .noneOf(.max), when: "flags", has: 0b10)), own)
    }
    return try described(
      "kvm_xen_hvm_config", KVMXenHVMConfig.self, "says how a guest finds Xen's calls; pad is not looked at",
      call: CallShape(.ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0x7a), keepsMachine: true),
      // Debian's 6.1 was built without it.
      [
        Fact(
          since: Release(2, 6, 33), .call(version: 0, .newIoctl),
          .source("arch/x86/kvm/x86.c at 2.6.37; not in 2.6.31.3; that it was 2.6.33 is assumed")),
        Fact(since: Release(2, 6, 33), .flags(0), .source("arch/x86/kvm/x86.c at 2.6.37 to 5.7.14")),
        Fact(since: Release(5, 12), .flags(0b10), own),
        Fact(since: Release(5, 18), .flags(0b10_0000), .assumed("EVTCHN_SEND")),
        Fact(since: Release(6, 8), .flags(0b1000_0000), .assumed("PVCLOCK_TSC_UNSTABLE")),
      ] + unused + [
        Fact(
          since: Release(6, 15),
          .rule(MemberRule("msr", .within(0x4000_0000...0x4fff_ffff), when: "msr", has: .max)),
          .reported("the commit 5c17848134ab of February 2025"))
      ])
  }
}
