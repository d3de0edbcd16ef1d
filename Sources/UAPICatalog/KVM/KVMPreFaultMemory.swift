public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_pre_fault_memory`: guest memory to map before it is touched. 64 bytes.
public struct KVMPreFaultMemory: ExtensibleStruct {
  /// Where the range begins in the guest, in bytes; a multiple of the page size. Handed back: what is left.
  public var gpa: UInt64 = 0
  /// The range's length in bytes, a multiple of the page size. Handed back: what is left.
  public var size: UInt64 = 0
  /// Must be zero.
  public var flags: UInt64 = 0
  /// Not looked at.
  public var padding: InlineArray<5, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(Self.self, "kvm_pre_fault_memory", flags: \.flags, known: 0) {
    Published("VER0", through: \.padding)
    Reserved(\.padding)
  }
}

extension Catalog {
  /// `KVM_PRE_FAULT_MEMORY`, 0xc040aed5 (Linux 6.11), on a machine without memory.
  ///
  /// The struct is copied back after a refusal too, so that read-only memory is EFAULT for any content.
  public static func kvmPreFaultMemory() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "virt/kvm/kvm_main.c at 6.17.0, and not at 6.9.0; that it was 6.11 is assumed")
    // The range is of whole pages, and not empty.
    let rules = [
      MemberRule("gpa", .noneOf(0xfff)), MemberRule("size", .noneOf(0xfff)), MemberRule("size", .anyOf(.max)),
    ]
    return try described(
      "kvm_pre_fault_memory", KVMPreFaultMemory.self,
      "maps guest memory before it is touched; copied back even when refused",
      call: CallShape(
        .ioctl(on: .virtualProcessor, [.read, .write], type: 0xae, number: 0xd5),
        passing: [
          .init(.ENOENT, .missingObject, "the machine has no memory there"),
          .init(.ENOSPC, .limit, "a machine without memory has no page tables"),
          .init(.EOPNOTSUPP, .configuration, "the host has no two-dimensional paging"),
        ],
        samples: ["size": 0x1000],
        // The end of the range must not be below its beginning.
        unmodelled: ["gpa": 1 << 63, "size": 1 << 63]),
      [
        Fact(until: Release(6, 11), .absent(.EINVAL), source),
        Fact(
          since: Release(6, 11),
          .call(
            version: 0,
            processorIoctl.with {
              $0.input?.copiesBack = true
              $0.input?.refusal = .copiedBack
            }),
          source),
      ] + rules.map { Fact(since: Release(6, 11), .rule($0), source) })
  }
}
