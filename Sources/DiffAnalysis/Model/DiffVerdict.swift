/// What a change means for the programs that are there already, and for those to come.
public enum DiffVerdict: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Every program and every kernel go on as before.
  case unchanged
  /// It grew by the rules: old and new users and kernels understand each other.
  case grown
  /// It is sound only if the kernel does what the finding says.
  case hazard
  /// Some program or some kernel reads or writes the wrong bytes, or is refused.
  case broken

  /// Whether one is less bad than the other.
  public static func < (left: DiffVerdict, right: DiffVerdict) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .unchanged: 0
    case .grown: 1
    case .hazard: 2
    case .broken: 3
    }
  }

  /// What the verdict means, in a sentence.
  public var meaning: String {
    switch self {
    case .unchanged: "Binaries and kernels go on as before."
    case .grown: "It grew by the rules: old and new users and kernels understand each other."
    case .hazard: "It is sound only if the kernel does what the finding says."
    case .broken: "A program or a kernel takes the wrong bytes, or is refused."
    }
  }
}

/// Who is affected by a change.
public enum DiffParty: String, Hashable, Sendable, CaseIterable {
  /// A program that was compiled with the old header, on a kernel built with the new one.
  case oldUser = "old user on a new kernel"
  /// A program that was compiled with the new header, on a kernel built with the old one.
  case newUser = "new user on an old kernel"
  /// A 32-bit program on a 64-bit kernel.
  case narrowUser = "32-bit callers"
  /// Programs and kernels of big-endian machines.
  case bigEndian = "big-endian"
  /// Programs that are compiled again; binaries go on.
  case source = "source code"
}
