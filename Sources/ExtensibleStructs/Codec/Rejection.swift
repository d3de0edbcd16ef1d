/// Why a kernel rejects a call: which check failed, at which byte, and the errno that answers.
public struct Rejection: Error, Hashable, Sendable {
  /// The checks, in the order in which they are made.
  public enum Check: String, Hashable, Sendable, CaseIterable {
    /// The call does not exist in this kernel.
    case absent = "no such call"
    /// A flag bit that is an argument of the call is not known.
    case outsideFlag = "unknown flag outside the struct"
    /// The pointer is NULL, and that is looked at.
    case nullPointer = "NULL pointer"
    /// The size or flags could not be fetched.
    case firstFetch = "fault in the first fetch"
    /// The ioctl number's size is none of the published ones.
    case dispatch = "unpublished size"
    /// The size is below the least.
    case minimum = "size below the minimum"
    /// The size is above the greatest.
    case maximum = "size above the maximum"
    /// The user's tail has a byte that is not zero.
    case tail = "non-zero tail"
    /// The struct could not be copied.
    case copy = "fault in the copy"
    /// Size or flags changed between two fetches.
    case recheck = "changed between two fetches"
    /// A flag bit is not known.
    case unknownFlag = "unknown flag"
    /// Two flag bits exclude each other.
    case flagConflict = "conflicting flags"
    /// A gate is open, and its bytes lie beyond the user's size.
    case flagBeyondSize = "flag demands a greater size"
    /// A member has a value that the edition's rules refuse.
    case member = "refused value"
    /// A reserved byte is not zero.
    case pad = "non-zero pad"
    /// A byte is not zero whose gate is closed.
    case closedGate = "bytes set without their flag"
    /// What the call has to say could not be written.
    case answer = "fault in the answer"
  }

  /// Which check failed.
  public var check: Check
  /// What the kernel answers.
  public var errno: Errno
  /// The byte it failed at, from the user's pointer: of the size or flags member, where those are at fault.
  public var offset: Int

  /// Makes a rejection.
  @inlinable
  public init(_ check: Check, _ errno: Errno, at offset: Int) {
    self.check = check
    self.errno = errno
    self.offset = offset
  }
}

extension Rejection: CustomStringConvertible {
  /// One line, such as `E2BIG: non-zero tail at byte 51`.
  public var description: String { "\(errno): \(check.rawValue) at byte \(offset)" }
}
