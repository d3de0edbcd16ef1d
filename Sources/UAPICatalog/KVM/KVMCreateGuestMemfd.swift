public import ExtensibleStructs

/// `struct kvm_create_guest_memfd` (Linux 6.8): 64 bytes.
public struct KVMCreateGuestMemfd: ExtensibleStruct {
  /// The length of the memory in bytes, a multiple of the page size.
  public var size: UInt64 = 0
  /// `GUEST_MEMFD_FLAG_*`.
  public var flags: UInt64 = 0
  /// Reserved words; not looked at, as run on Linux 6.18.
  public var reserved: InlineArray<6, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version. `size` is the length of the memory, not of the struct.
  public static let history = Declaration(
    Self.self, "kvm_create_guest_memfd", flags: \.flags
  ) {
    Published("VER0", through: \.reserved)
    Reserved(\.reserved)
  }
}
