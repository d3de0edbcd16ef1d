public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_dirty_log`: which pages of a slot were written. 16 bytes.
public struct KVMDirtyLog: ExtensibleStruct, Hashable {
  /// The slot; the high 16 bits name an address space.
  public var slot: UInt32 = 0
  /// Not looked at.
  public var padding1: UInt32 = 0
  /// The address of a bit for each page.
  public var dirtyBitmap: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(Self.self, "kvm_dirty_log") {
    Published("VER0", through: \.dirtyBitmap)
    Reserved(\.padding1)
  }
}

extension Catalog {
  /// `KVM_GET_DIRTY_LOG`, 0x4010ae42, on a machine without memory.
  public static func kvmGetDirtyLog() throws(InterfaceError) -> Interface {
    let spaces = Evidence.source(
      "virt/kvm/kvm_main.c at 4.4.0 to 6.17.0, and not at 3.14.1; that it was 4.2 is assumed")
    return try described(
      "kvm_get_dirty_log", KVMDirtyLog.self,
      "says which pages of a guest were written; padding is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0x42),
        passing: [.init(.ENOENT, .missingObject, "the machine has no such slot")],
        // How many slots there are depends on the release.
        unmodelled: ["slot": 0xffff],
        // Before 6.8 a kernel built without it had the address space all the same.
        configured: [.init("slot", 0x1_0000, "a kernel that was built with system management mode")]),
      [
        unread(before: Release(2, 6, 31)),
        Fact(
          since: Release(2, 6, 31), .call(version: 0, .newIoctl),
          .source("virt/kvm/kvm_main.c at 2.6.31.3 to 6.17.0")),
        Fact(
          since: Release(2, 6, 31), until: Release(4, 2), .rule(MemberRule("slot", .within(0...0xffff))),
          .source("virt/kvm/kvm_main.c at 2.6.31.3 to 3.14.1")),
        // System management mode has an address space of its own.
        Fact(since: Release(4, 2), .rule(MemberRule("slot", .within(0...0x1_ffff))), spaces),
      ])
  }
}
