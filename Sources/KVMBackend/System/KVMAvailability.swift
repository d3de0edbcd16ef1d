package import ExtensibleStructs
internal import LinuxSystem

/// Whether KVM can be used here, found by opening it once.
package enum KVMAvailability: Hashable, Sendable {
  /// KVM is there, and speaks version 12.
  case available
  /// KVM is not there for a reason that is no fault: what needs it is skipped.
  case unavailable(Reason)

  /// The reasons for which KVM may be missing. The list is closed: every other errno is an error.
  package enum Reason: Hashable, Sendable, CaseIterable {
    /// There is no device: the module is not loaded, or a container hides it. ENOENT.
    case noDevice
    /// The user may not open it. EACCES.
    case noAccess
    /// A security policy forbids it. EPERM.
    case forbidden
    /// The device node is there and nothing is behind it. ENODEV.
    case noDriver
    /// The kernel lacks the call. ENOSYS.
    case noSystemCall

    /// The errno that says so.
    package var errno: LinuxErrno {
      switch self {
      case .noDevice: .ENOENT
      case .noAccess: .EACCES
      case .forbidden: .EPERM
      case .noDriver: .ENODEV
      case .noSystemCall: .ENOSYS
      }
    }
  }

  /// Opens KVM and closes it again.
  ///
  /// - Throws: the error, if it is none of the reasons above.
  package static func probe(path: String = "/dev/kvm") throws(KVMError) -> KVMAvailability {
    do {
      _ = try KVM(path: path)
      return .available
    } catch {
      guard case .system(let failure) = error,
        let reason = Reason.allCases.first(where: { $0.errno == failure.errno })
      else { throw error }
      return .unavailable(reason)
    }
  }
}

extension KVMAvailability: CustomStringConvertible {
  /// One line for a report.
  package var description: String {
    switch self {
    case .available: "available"
    case .unavailable(let reason): "skipped, because \(reason)"
    }
  }
}

extension KVMAvailability.Reason: CustomStringConvertible {
  /// What failed, and what to do about it.
  package var description: String { SystemError("open(/dev/kvm)", errno).description }
}
