/// Where a kernel learns how long the user's struct is.
public enum SizeSource: String, Hashable, Sendable, CaseIterable {
  /// Nowhere: it reads as many bytes as it was compiled with.
  case fixed
  /// A member of the struct, as in `sched_attr` and `perf_event_attr`.
  case member
  /// An argument of the call, as in `openat2` and `clone3`.
  case argument
  /// The size bits of the ioctl number (`_IOC_SIZE`).
  case command
  /// The flags: the newest extension whose gate is open ends the struct.
  case flags
  /// An argument that is not a size but a number of elements, each as long as the kernel's struct: minimum and
  /// maximum count elements, as in `futex_waitv`.
  case elements
  /// A word that a second pointer leads to; the kernel writes the size that it needs there before it judges
  /// the user's, and takes none that is smaller, as `lsm_list_modules` does.
  case pointer

  /// Whether the size travels outside the struct, so that a call has to carry it.
  public var isOutside: Bool {
    switch self {
    case .argument, .command, .elements, .pointer: true
    case .fixed, .member, .flags: false
    }
  }
}

/// What the first of two fetches takes.
public enum FirstFetch: String, Hashable, Sendable {
  /// The size or the flags alone, with `get_user`.
  case steering
  /// All bytes of the first version, which hold size and flags, with `copy_from_user`.
  case version0
}

/// What the kernel fetches once it knows the size.
public enum SecondFetch: String, Hashable, Sendable {
  /// The whole struct again from its first byte, as `sched_setattr` does.
  case whole
  /// Nothing: the first fetch is all that is ever read, as VFIO does with its `minsz`.
  case none
}

/// Which values of two fetches must be the same, else `EINVAL`.
public enum Recheck: String, Hashable, Sendable, CaseIterable {
  /// None: the second fetch is not compared.
  case none
  /// Those that decided the size: the size, or the gates among the flag bits.
  case deciding
  /// Every bit of the size and the flags that was fetched twice.
  case all
}

/// Which of two fetches the kernel goes on with.
public enum SecondRead: String, Hashable, Sendable {
  /// The second: whatever memory held then.
  case wins
  /// The first: its size and flags are put back into the kernel's struct, as `perf_event_open` does.
  case firstIsPutBack
}
