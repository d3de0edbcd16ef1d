internal import CLinux

/// Where the parts of a vCPU's shared page are, in bytes from its start: `struct kvm_run` as the installed
/// `linux/kvm.h` lays it out.
package enum KVMRunPage {
  /// Why the guest came back.
  package static var exitReason: Int { Int(clinux_kvm_run_exit_reason) }
  /// Whether a port was read or written.
  package static var ioDirection: Int { Int(clinux_kvm_run_io_direction) }
  /// How many bytes one access to a port has.
  package static var ioSize: Int { Int(clinux_kvm_run_io_size) }
  /// Which port was used.
  package static var ioPort: Int { Int(clinux_kvm_run_io_port) }
  /// How many accesses to a port there were.
  package static var ioCount: Int { Int(clinux_kvm_run_io_count) }
  /// Where the bytes of an access to a port are, from the start of the page.
  package static var ioDataOffset: Int { Int(clinux_kvm_run_io_data_offset) }
  /// The guest physical address of an access where there is no memory.
  package static var mmioAddress: Int { Int(clinux_kvm_run_mmio_phys_addr) }
  /// The bytes of such an access, at most 8.
  package static var mmioData: Int { Int(clinux_kvm_run_mmio_data) }
  /// How many bytes such an access has.
  package static var mmioLength: Int { Int(clinux_kvm_run_mmio_len) }
  /// Whether it was a write.
  package static var mmioIsWrite: Int { Int(clinux_kvm_run_mmio_is_write) }
  /// Why KVM gave up.
  package static var suberror: Int { Int(clinux_kvm_run_internal_suberror) }

  /// The direction of a port that was written. The corresponding C constant is `KVM_EXIT_IO_OUT`.
  package static var out: UInt8 { UInt8(KVM_EXIT_IO_OUT) }

  /// The exit reasons.
  package enum Exit {
    /// The corresponding C constant is `KVM_EXIT_HLT`.
    package static var halt: UInt32 { UInt32(KVM_EXIT_HLT) }
    /// The corresponding C constant is `KVM_EXIT_MMIO`.
    package static var mmio: UInt32 { UInt32(KVM_EXIT_MMIO) }
    /// The corresponding C constant is `KVM_EXIT_IO`.
    package static var io: UInt32 { UInt32(KVM_EXIT_IO) }
    /// The corresponding C constant is `KVM_EXIT_SHUTDOWN`.
    package static var shutdown: UInt32 { UInt32(KVM_EXIT_SHUTDOWN) }
    /// The corresponding C constant is `KVM_EXIT_INTERNAL_ERROR`.
    package static var internalError: UInt32 { UInt32(KVM_EXIT_INTERNAL_ERROR) }
  }
}
