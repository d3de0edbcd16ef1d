/// What a kernel makes of flags that are an argument of the call, beside the pointer to the struct.
public enum OutsideFlags: Hashable, Sendable {
  /// There are none, or they are not modelled.
  case none
  /// Those not in `known` fail the call before anything else is looked at.
  case rejectedFirst(known: UInt64, Errno)
  /// Those not in `known` fail the call once the struct was copied, as in `cachestat`.
  case rejectedAfterCopy(known: UInt64, Errno)
}

/// What a kernel reads of the user's struct before it hands its own out.
public enum Request: String, Hashable, Sendable {
  /// Nothing.
  case none
  /// The flags: an extension whose gate the user did not open is handed out as zeros, and so is a flag bit
  /// that was not asked for and is not one of the first version, as in `PIDFD_GET_INFO`.
  case flags
}

/// What a kernel copies back to the user on the success of a call that took a struct in.
public enum CopyBack: String, Hashable, Sendable {
  /// Nothing.
  case none
  /// The struct as the kernel holds it, so that read-only memory fails a call that was carried out.
  case whole
}
