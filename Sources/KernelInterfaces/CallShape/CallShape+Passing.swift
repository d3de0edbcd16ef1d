public import ExtensibleStructs

extension CallShape {
  /// An error that comes after every check that the interface describes, so that it counts as success.
  public struct Passing: Hashable, Sendable {
    /// Why the kernel stops there.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// The caller may not do it.
      case privilege
      /// The kernel was built without it.
      case configuration
      /// What the call or the struct names does not exist.
      case missingObject
      /// A limit is reached.
      case limit
      /// Something is in another state than the call needs, such as a futex with another value.
      case state
    }

    /// The error.
    public var errno: LinuxErrno
    /// Why the kernel stops there.
    public var kind: Kind
    /// The reason in a few words, such as `the path is empty`.
    public var reason: String

    /// Describes an error.
    public init(_ errno: LinuxErrno, _ kind: Kind, _ reason: String) {
      self.errno = errno
      self.kind = kind
      self.reason = reason
    }
  }

  /// Bits of a member that only some kernels of a release take: it depends on how they were built or configured.
  public struct ConfiguredBits: Hashable, Sendable {
    /// The member's C name.
    public var member: String
    /// The bits.
    public var bits: UInt64
    /// What other kernels of the release answer.
    public var errno: LinuxErrno
    /// What takes them, such as `a virtual machine with private memory`.
    public var reason: String

    /// Describes bits.
    public init(_ member: String, _ bits: UInt64, else errno: LinuxErrno = .EINVAL, _ reason: String) {
      self.member = member
      self.bits = bits
      self.errno = errno
      self.reason = reason
    }

    /// The rule of a kernel that does not take them.
    public var refusal: MemberRule { MemberRule(member, .noneOf(bits), else: errno) }
  }

  /// Where a call is made.
  public enum Setting: String, Hashable, Sendable, CaseIterable {
    /// On the calling thread.
    case here
    /// On a new thread that ends after the call: what the call changes of the thread goes with it.
    case ownThread
    /// On a new thread whose PID namespace has ended: it can make no process, and the kernel answers ENOMEM.
    case threadWithoutProcesses
    /// On a new thread with a descriptor table of its own: what the call opens goes with the thread.
    case ownDescriptors
  }

  /// What a successful call leaves behind.
  public enum Product: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case nothing
    /// A descriptor, which the call returns; it has to be closed.
    case descriptor
    /// A child process, in which the call returns 0; it has to end at once, and has to be waited for.
    case child
  }
}
