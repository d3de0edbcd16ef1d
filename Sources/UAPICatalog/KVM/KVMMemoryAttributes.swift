public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_memory_attributes`: what a range of guest memory is. 32 bytes since Linux 6.8.
public struct KVMMemoryAttributes: ExtensibleStruct, Hashable {
  /// Where the range begins in the guest, in bytes; a multiple of the page size.
  public var address: UInt64 = 0
  /// The range's length in bytes, a multiple of the page size.
  public var size: UInt64 = 0
  /// `KVM_MEMORY_ATTRIBUTE_*`.
  public var attributes: UInt64 = 0
  /// Must be zero.
  public var flags: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(
    Self.self, "kvm_memory_attributes", flags: \.flags, known: 0
  ) {
    Published("VER0", through: \.flags)
  }
}

extension Catalog {
  /// `KVM_SET_MEMORY_ATTRIBUTES`, 0x4020aed2 (Linux 6.8), on a machine without private memory: it knows no attribute.
  public static func kvmSetMemoryAttributes() throws(InterfaceError) -> Interface {
    let source = Evidence.source("virt/kvm/kvm_main.c at 6.8.1 and 6.17.0, and not at 6.6.9")
    // The range is not empty, and of whole pages.
    let rules = [
      MemberRule("attributes", .noneOf(.max)), MemberRule("size", .anyOf(.max)),
      MemberRule("address", .noneOf(0xfff)), MemberRule("size", .noneOf(0xfff)),
    ]
    return try described(
      "kvm_set_memory_attributes", KVMMemoryAttributes.self,
      "says what a range of guest memory is; no flag is known",
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0xd2), samples: ["size": 0x1000],
        // The end of the range must not be below its beginning.
        unmodelled: ["address": ~0xfff, "size": ~0xfff]),
      // 6.18.44 was built without it.
      [Fact(since: Release(6, 8), .call(version: 0, .newIoctl), source)]
        + rules.map { Fact(since: Release(6, 8), .rule($0), source) })
  }
}
