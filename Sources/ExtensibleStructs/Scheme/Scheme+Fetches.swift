extension Scheme {
  /// How a kernel fetches a struct of which it learns the size from the struct itself.
  public enum Fetches: Hashable, Sendable {
    /// The size or the flags alone, with `get_user`; then the whole struct from its first byte.
    case alone(then: SecondFetch)
    /// All bytes of the first version, which hold size and flags, with `copy_from_user`; then the whole struct
    /// from its first byte.
    case version0(then: SecondFetch)
    /// All bytes of the first version, and never anything else, as VFIO does with its `minsz`.
    case version0Only
  }

  /// What is made of a struct that was fetched twice.
  public struct SecondFetch: Hashable, Sendable {
    /// What is compared; a difference is `EINVAL`.
    public var recheck: Recheck
    /// Which fetch the kernel goes on with.
    public var used: UsedFetch

    /// Makes a second fetch that is not compared with the first, and that the kernel goes on with.
    @inlinable
    @inline(__always)
    public init(recheck: Recheck = .none, used: UsedFetch = .second) {
      self.recheck = recheck
      self.used = used
    }
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

  /// Whose size and flags the kernel goes on with.
  public enum UsedFetch: String, Hashable, Sendable {
    /// Those of the second fetch: whatever memory held then.
    case second
    /// Those of the first: they are put back into the kernel's struct, as `perf_event_open` does with the size.
    case first
  }
}

extension Scheme.Fetches {
  /// The second fetch; nil if there is none. Nothing can be assigned where there is none.
  @inlinable
  @inline(__always)
  public var second: Scheme.SecondFetch? {
    get {
      switch self {
      case .alone(let second), .version0(let second): second
      case .version0Only: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .alone: self = .alone(then: newValue)
      case .version0: self = .version0(then: newValue)
      case .version0Only: break
      }
    }
  }

  /// Whether the first fetch takes all of the first version.
  @inlinable
  @inline(__always)
  public var takesVersion0: Bool {
    if case .alone = self { false } else { true }
  }
}
