/// What happens to bytes that the kernel has no use for.
public enum UnknownBytes: Hashable, Sendable {
  /// They are not looked at; a tail is not even fetched.
  case ignored
  /// They are fetched with the rest, so that a tail has to be mapped, and then not looked at, as DRM does.
  case fetched
  /// One that is not zero fails the call.
  case mustBeZero(else: Errno)
}

/// What happens to a user's tail when the kernel hands out a shorter struct.
public enum TailOut: String, Hashable, Sendable {
  /// It is zeroed, before the head is copied.
  case zeroed
  /// It keeps what the user had there.
  case leftAlone
}

/// What happens to a flag bit that the kernel does not know, or that does not fit the rest.
public enum FlagPolicy: Hashable, Sendable {
  /// It has no effect.
  case ignored
  /// It fails the call.
  case rejected(Errno)
}

/// What happens to a NULL pointer.
public enum NullPointer: Hashable, Sendable {
  /// It is read like any other, and faults where memory is first touched: sizes are judged before.
  case faultsWhenRead
  /// It fails the call before anything else is looked at.
  case rejectedFirst(Errno)
  /// It fails the call once the size has passed, as in `PIDFD_GET_INFO`.
  case rejectedAfterSize(Errno)
}
