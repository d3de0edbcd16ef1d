public import ExtensibleStructs

/// `struct kvm_userspace_memory_region2` as it was merged in Linux 6.8: 160 bytes.
public struct KVMUserspaceMemoryRegion2: ExtensibleStruct {
  /// Which slot to set.
  public var slot: UInt32 = 0
  /// `KVM_MEM_*`.
  public var flags: KVMMemoryFlags = []
  /// Where the slot begins in the guest, in bytes.
  public var guestPhysAddr: UInt64 = 0
  /// The slot's length in bytes; 0 deletes it.
  public var memorySize: UInt64 = 0
  /// Where the host has the memory mapped.
  public var userspaceAddr: UInt64 = 0
  /// Where the slot begins in the guest_memfd, in bytes.
  public var guestMemfdOffset: UInt64 = 0
  /// The descriptor that `KVM_CREATE_GUEST_MEMFD` returned.
  public var guestMemfd: UInt32 = 0
  /// Explicit pad; not looked at.
  public var pad1: UInt32 = 0
  /// Room for later members; not looked at.
  public var pad2: InlineArray<14, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One size of 160 bytes, of which the first version knew 32.
  public static let history = Declaration(
    Self.self, "kvm_userspace_memory_region2", flags: \.flags, known: KVMMemoryFlags.known
  ) {
    Published("VER0", through: \.userspaceAddr)
    Published("VER1", through: \.pad1, gate: KVMMemoryFlags.guestMemfd)
    KVMMemoryFlags.conflict
    Reserved(\.pad1)
    Reserved(\.pad2)
  }
}

/// `struct kvm_userspace_memory_region2` as it was first posted: the old struct and `pad[16]`.
package struct KVMUserspaceMemoryRegion2Posted: ExtensibleStruct {
  /// Which slot to set.
  package var slot: UInt32 = 0
  /// `KVM_MEM_*`.
  package var flags: KVMMemoryFlags = []
  /// Where the slot begins in the guest, in bytes.
  package var guestPhysAddr: UInt64 = 0
  /// The slot's length in bytes; 0 deletes it.
  package var memorySize: UInt64 = 0
  /// Where the host has the memory mapped.
  package var userspaceAddr: UInt64 = 0
  /// Room for later members.
  package var pad: InlineArray<16, UInt64> = .init(repeating: 0)

  /// Every member zero.
  package init() {}

  /// One version: 32 bytes known of 160.
  package static let history = Declaration(
    Self.self, "kvm_userspace_memory_region2_posted", flags: \.flags, known: KVMMemoryFlags.known
  ) {
    Published("VER0", through: \.userspaceAddr)
    Reserved(\.pad)
  }
}
