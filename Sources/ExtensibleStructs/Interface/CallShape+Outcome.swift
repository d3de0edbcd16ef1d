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
    public var errno: Errno
    /// Why the kernel stops there.
    public var kind: Kind
    /// The reason in a few words, such as `the path is empty`.
    public var reason: String

    /// Describes an error.
    public init(_ errno: Errno, _ kind: Kind, _ reason: String) {
      self.errno = errno
      self.kind = kind
      self.reason = reason
    }
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
