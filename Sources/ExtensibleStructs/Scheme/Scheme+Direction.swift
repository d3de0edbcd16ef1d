extension Scheme {
  /// Which way the struct travels, with the policies that exist on that way only.
  public enum Direction: Hashable, Sendable {
    /// The user hands it in.
    case takesIn(Input)
    /// The kernel hands it out.
    case handsOut(Output)
  }

  /// What a kernel makes of the bytes and flags of a struct that it takes in.
  public struct Input: Hashable, Sendable {
    /// How many bytes are fetched before the size is judged, of structs that have them, and then forgotten, as
    /// `setsockopt` does with an `int`; 0 for none. Only for a size that travels outside the struct. A size that
    /// is negative as an `int` is left to the maximum, without them.
    public var peek = 0
    /// The user's bytes beyond the kernel's struct.
    public var tail = Tail.mustBeZero(else: .E2BIG)
    /// Reserved words, and pad that the kernel's version gives no meaning.
    public var pad = UnusedBytes.ignored
    /// Bytes of an extension whose gate is closed.
    public var closedGate = UnusedBytes.ignored
    /// Flag bits that the kernel's version does not know, and bits that exclude each other.
    public var unknownFlags = FlagPolicy.rejected(.EINVAL)
    /// A gate that is open while the user's size ends before its bytes do.
    public var flagBeyondSize = FlagPolicy.rejected(.EINVAL)
    /// Whether the struct is copied back on success as the kernel holds it, so that read-only memory fails a call
    /// that was carried out.
    public var copiesBack = false
    /// The one member that is written on success, in structs that are long enough to have it; nil for none.
    public var writtenMember: IntegerMember?
    /// What becomes of the user's struct when its content is refused.
    public var refusal = Refusal.leftAlone

    /// Every policy at its default.
    @inlinable
    @inline(__always)
    public init() {}
  }

  /// What a kernel makes of a struct that it hands out.
  public struct Output: Hashable, Sendable {
    /// The user's bytes beyond the kernel's struct.
    public var tail: OutputTail
    /// Whether the struct's size member says how many bytes were handed out: the lesser of both sizes, as
    /// `sched_getattr` does.
    public var reportsCopiedBytes: Bool
    /// Whether the user's flags are fetched first and decide what is handed out: an extension whose gate the user
    /// did not open is handed out as zeros, and so is a flag bit that was not asked for and is not one of the first
    /// version, as in `PIDFD_GET_INFO`.
    public var fetchesRequest: Bool

    /// Makes policies for a struct that is handed out.
    @inlinable
    @inline(__always)
    public init(
      tail: OutputTail = .zeroed, reportsCopiedBytes: Bool = false, fetchesRequest: Bool = false
    ) {
      self.tail = tail
      self.reportsCopiedBytes = reportsCopiedBytes
      self.fetchesRequest = fetchesRequest
    }
  }

  /// What becomes of the user's struct when its content is refused: its flags, its members, its reserved bytes.
  public enum Refusal: Hashable, Sendable {
    /// Nothing.
    case leftAlone
    /// It is copied back as it is, as `drm_ioctl` does; a fault on the way is `EFAULT`.
    case copiedBack
    /// It is zeroed, as `UFFDIO_API` does; a fault on the way is `EFAULT`.
    case zeroed
    /// It is copied back with the errno in this member, as a negative number, and the call succeeds, as in
    /// `io_uring`'s queries; a fault on the way is `EFAULT`. The errno counts as the call's here.
    case inMember(IntegerMember)
  }

  /// What happens to the user's trailing bytes on the way in.
  public enum Tail: Hashable, Sendable {
    /// They are not looked at, and not fetched.
    case ignored
    /// They are fetched with the rest in one copy, so that they have to be mapped, and then not looked at, as DRM
    /// does. Only for a size in the ioctl number, whose 14 bits bound the copy.
    case fetched
    /// One that is not zero fails the call.
    case mustBeZero(else: LinuxErrno)
  }

  /// What happens to the user's trailing bytes on the way out.
  public enum OutputTail: String, Hashable, Sendable {
    /// They are zeroed, before the head is copied.
    case zeroed
    /// They keep what the user had there.
    case leftAlone
  }

  /// What happens to bytes of the struct that the kernel has no use for.
  public enum UnusedBytes: Hashable, Sendable {
    /// They are not looked at.
    case ignored
    /// One that is not zero fails the call.
    case mustBeZero(else: LinuxErrno)
  }

  /// What happens to a flag bit that the kernel does not know, or that does not fit the rest.
  public enum FlagPolicy: Hashable, Sendable {
    /// It has no effect.
    case ignored
    /// It has no effect, since flags are only handed out: what the user has there is not looked at.
    case handedOut
    /// It fails the call.
    case rejected(LinuxErrno)
  }
}
