/// Why a kernel rejects a call: which step failed, at which byte, and the errno that answers.
public struct Rejection: Error, Sendable {
  /// Which step failed.
  public var step: Checks.Step.Name
  @usableFromInline let place: UInt16
  /// What the kernel answers.
  public var errno: LinuxErrno
  /// The byte it failed at, from the user's pointer: of the size or flags member, where those are at fault.
  public var offset: Int

  /// Makes a rejection.
  ///
  /// - Parameter index: where the step is in ``Checks/steps``; nil if that is not known.
  @inlinable
  public init(_ step: Checks.Step.Name, _ errno: LinuxErrno, at offset: Int, index: Int? = nil) {
    self.step = step
    self.errno = errno
    self.offset = offset
    place = index.map { UInt16(clamping: $0) } ?? .max
  }

  /// Where the step is in ``Checks/steps``; nil if that is not known. It does not count in comparisons.
  public var index: Int? { place == .max ? nil : Int(place) }
}

extension Rejection: Hashable {
  /// Whether the same step failed at the same byte with the same errno.
  public static func == (left: Rejection, right: Rejection) -> Bool {
    (left.step, left.errno, left.offset) == (right.step, right.errno, right.offset)
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(step)
    hasher.combine(errno)
    hasher.combine(offset)
  }
}

extension Rejection: CustomStringConvertible {
  /// One line, such as `E2BIG: non-zero tail at byte 51`; a step that looks at no byte names none.
  public var description: String {
    let isFault = step == .tail && errno == .EFAULT
    let text = "\(errno): \(isFault ? "fault in the tail" : step.failure)"
    switch step {
    case .absent, .dispatch, .privilege, .flagsArgument, .nullPointer: return text
    default: return "\(text) at byte \(offset)"
    }
  }
}
