public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_clear_dirty_log`: which pages of a slot are clean again. 24 bytes and no reserved word.
public struct KVMClearDirtyLog: ExtensibleStruct, Hashable {
  /// The slot; the high 16 bits name an address space.
  public var slot: UInt32 = 0
  /// How many pages.
  public var numPages: UInt32 = 0
  /// The first page; a multiple of 64.
  public var firstPage: UInt64 = 0
  /// The address of a bit for each page.
  public var dirtyBitmap: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; no flag.
  public static let history = Declaration(Self.self, "kvm_clear_dirty_log") {
    Published("VER0", through: \.dirtyBitmap)
  }
}

extension Catalog {
  /// `KVM_CLEAR_DIRTY_LOG`, 0xc018aec0 (Linux 5.0), on a machine without memory.
  public static func kvmClearDirtyLog() throws(InterfaceError) -> Interface {
    let source = Evidence.source("virt/kvm/kvm_main.c at 5.2.1 to 6.17.0, and not at 4.20.0")
    return try described(
      "kvm_clear_dirty_log", KVMClearDirtyLog.self, "says which pages of a guest are clean again",
      call: CallShape(
        .ioctl(on: .virtualMachine(), [.read, .write], type: 0xae, number: 0xc0),
        passing: [.init(.ENOENT, .missingObject, "the machine has no such slot")],
        unmodelled: ["slot": .max]),
      [
        Fact(since: Release(5, 0), .call(version: 0, .newIoctl), source),
        Fact(since: Release(5, 0), .rule(MemberRule("first_page", .noneOf(0x3f))), source),
      ])
  }
}
