/// Something that a kernel's KVM may be able to do, by the number that asks for it.
///
/// The answer is a count or bits for some, and 1 for most; 0 says no, and so does a kernel that never heard
/// of the number.
package struct Capability: RawRepresentable, Hashable, Sendable {
  /// The number that `KVM_CHECK_EXTENSION` takes.
  package var rawValue: UInt32
  /// Takes any number, known here or not.
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Memory slots from user memory. The corresponding C constant is `KVM_CAP_USER_MEMORY`.
  package static var userMemory: Capability { Capability(rawValue: 3) }
  /// How many memory slots a VM has. The corresponding C constant is `KVM_CAP_NR_MEMSLOTS`.
  package static var numberOfMemslots: Capability { Capability(rawValue: 10) }
  /// Slots that the guest cannot write. The corresponding C constant is `KVM_CAP_READONLY_MEM`.
  package static var readonlyMemory: Capability { Capability(rawValue: 81) }
  /// Asking a VM, not only the system. The corresponding C constant is `KVM_CAP_CHECK_EXTENSION_VM`.
  package static var checkExtensionVM: Capability { Capability(rawValue: 105) }
  /// Slots set from 160 bytes (Linux 6.8). The corresponding C constant is `KVM_CAP_USER_MEMORY2`.
  package static var userMemory2: Capability { Capability(rawValue: 231) }
  /// Private and shared guest memory, bits. The corresponding C constant is `KVM_CAP_MEMORY_ATTRIBUTES`.
  package static var memoryAttributes: Capability { Capability(rawValue: 233) }
  /// Files of guest memory (Linux 6.8). The corresponding C constant is `KVM_CAP_GUEST_MEMFD`.
  package static var guestMemfd: Capability { Capability(rawValue: 234) }
  /// The types of VM, bits. The corresponding C constant is `KVM_CAP_VM_TYPES`.
  package static var vmTypes: Capability { Capability(rawValue: 235) }
  /// The flags that making a guest_memfd takes, bits. The corresponding C constant is
  /// `KVM_CAP_GUEST_MEMFD_FLAGS`.
  package static var guestMemfdFlags: Capability { Capability(rawValue: 244) }
}
