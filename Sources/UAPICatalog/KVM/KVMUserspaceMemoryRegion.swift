public import ExtensibleStructs

/// `struct kvm_userspace_memory_region` and what it grew by: a slot of guest memory.
///
/// The first 32 bytes are the struct of `KVM_SET_USER_MEMORY_REGION` (Linux 2.6.22, flags since 2.6.25 and 3.7). The rest came
/// with Linux 6.8, inside the pad of ``KVMUserspaceMemoryRegion2``; here it is the extension that the
/// discussion was about, so that any scheme can be applied to it.
///
///     0       4       8                16            24               32                    40            44     48
///     ├ slot ─┼ flags ┼ guest_phys_addr┼ memory_size ┼ userspace_addr ┼ guest_memfd_offset ─┼ guest_memfd ┼ pad1 ┤
public struct KVMUserspaceMemoryRegion: ExtensibleStruct, Hashable {
  /// Which slot to set; the high 16 bits name an address space.
  public var slot: UInt32 = 0
  /// `KVM_MEM_*`.
  public var flags: KVMMemoryFlags = []
  /// Where the slot begins in the guest, in bytes; a multiple of the page size.
  public var guestPhysAddr: UInt64 = 0
  /// The slot's length in bytes, a multiple of the page size; 0 deletes it.
  public var memorySize: UInt64 = 0
  /// Where the host has the memory mapped.
  public var userspaceAddr: UInt64 = 0
  /// Where the slot begins in the guest_memfd, in bytes.
  public var guestMemfdOffset: UInt64 = 0
  /// The descriptor that `KVM_CREATE_GUEST_MEMFD` returned.
  public var guestMemfd: UInt32 = 0
  /// Explicit pad.
  public var pad1: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// 32 bytes; then the guest_memfd members behind flag bit 2.
  public static let history = Declaration(
    Self.self, "kvm_userspace_memory_region", flags: \.flags, known: KVMMemoryFlags.known
  ) {
    Published("VER0", through: \.userspaceAddr)
    Published("VER1", through: \.pad1, gate: KVMMemoryFlags.guestMemfd)
    KVMMemoryFlags.conflict
    Reserved(\.pad1)
  }
}

/// `KVM_MEM_*`: how a slot of guest memory behaves.
public struct KVMMemoryFlags: OptionSet, BitwiseCopyable, Hashable, Sendable {
  /// The bits.
  public var rawValue: UInt32

  /// Makes flags from bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Writes are logged. The corresponding C constant is `KVM_MEM_LOG_DIRTY_PAGES`.
  public static let logDirtyPages = KVMMemoryFlags(rawValue: 1 << 0)
  /// Writes exit to the host. The corresponding C constant is `KVM_MEM_READONLY`.
  public static let readonly = KVMMemoryFlags(rawValue: 1 << 1)
  /// The memory has a guest_memfd. The corresponding C constant is `KVM_MEM_GUEST_MEMFD` (Linux 6.8).
  public static let guestMemfd = KVMMemoryFlags(rawValue: 1 << 2)

  /// What the old ioctl knows: the flags that need no byte beyond its 32.
  static let known: UInt64 = 0b11

  /// A guest_memfd slot can be neither read-only nor dirty-logged: EINVAL, as run on Linux 6.18.
  static let conflict = FlagsField.Conflict(0b100, excludes: 0b011)
}
