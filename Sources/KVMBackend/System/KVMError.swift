package import LinuxSystem

/// Why something asked of KVM was not done.
package enum KVMError: Error, Hashable, Sendable {
  /// The kernel answered with an errno.
  case system(SystemError)
  /// The interface has another version than 12, the only one since 2007.
  case wrongAPIVersion(Int32)
  /// Memory backed by a guest_memfd was asked for, and the kernel lacks what it takes. It is refused here:
  /// an older ioctl would succeed, with the guest's memory in the wrong place.
  case guestMemfdUnavailable(missing: String)

  /// Passes an errno on as one of these.
  static func wrapping<R: ~Copyable>(_ body: () throws(SystemError) -> R) throws(KVMError) -> R {
    do { return try body() } catch { throw .system(error) }
  }
}

extension KVMError: CustomStringConvertible {
  /// What happened, and what to do where that is known.
  package var description: String {
    switch self {
    case .system(let error): error.description
    case .wrongAPIVersion(let version): "KVM speaks version \(version) of its interface; 12 is needed"
    case .guestMemfdUnavailable(let missing):
      "this kernel lacks \(missing), so the memory cannot be backed by a guest_memfd; leaving the guest_memfd "
        + "out must be asked for, it is not done silently (Linux 6.8 is the first that can)"
    }
  }
}
