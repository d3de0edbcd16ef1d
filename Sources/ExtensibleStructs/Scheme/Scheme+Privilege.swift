extension Scheme {
  /// Where the kernel asks whether the caller has a capability.
  public enum Privilege: Hashable, Sendable {
    /// Nowhere, or behind every check that the scheme describes.
    case notAsked
    /// Before anything else is looked at.
    case askedFirst(Capability, else: LinuxErrno)
    /// Once the size has passed and before the struct is read, as in `mount_setattr`.
    case askedAfterSize(Capability, else: LinuxErrno)
    /// Once the struct was copied, before flags and members are looked at, as in `cachestat`.
    case askedAfterCopy(Capability, else: LinuxErrno)
  }

  /// A capability that the kernel asks a caller for. A privileged caller has every one, an unprivileged caller none.
  public enum Capability: String, Hashable, Sendable, CaseIterable {
    /// `CAP_SYS_ADMIN`.
    case sysAdmin = "CAP_SYS_ADMIN"
    /// `CAP_FOWNER`, where the call names a file that the caller neither owns nor may write.
    case fileOwner = "CAP_FOWNER"
    /// `CAP_BPF`, or `CAP_SYS_ADMIN` before Linux 5.8.
    case bpf = "CAP_BPF"
  }
}
