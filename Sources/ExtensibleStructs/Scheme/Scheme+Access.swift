// The payloads of a scheme's enums, to be read and changed in place. Each is nil where the scheme has no such
// policies; assigning through optional chaining then changes nothing, as there is nothing to say.

extension Scheme {
  /// The size member's policies; nil if the size comes from elsewhere.
  @inlinable
  @inline(__always)
  public var member: Member? {
    get { if case .member(let member) = size { member } else { nil } }
    set { if let newValue, case .member = size { size = .member(newValue) } }
  }

  /// How the struct is fetched; nil unless its size is learnt from the struct.
  @inlinable
  @inline(__always)
  public var fetches: Fetches? {
    get {
      switch size {
      case .member(let member): member.fetches
      case .flags(let fetches): fetches
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch size {
      case .member(var member):
        member.fetches = newValue
        size = .member(member)
      case .flags: size = .flags(newValue)
      default: break
      }
    }
  }

  /// What is made of the second fetch; nil if there is none.
  @inlinable
  @inline(__always)
  public var second: SecondFetch? {
    get { fetches?.second }
    set { fetches?.second = newValue }
  }

  /// The sizes that are taken; nil where no size is compared with bounds.
  @inlinable
  @inline(__always)
  public var bounds: Bounds? {
    get {
      switch size {
      case .member(let member): member.bounds
      case .argument(let bounds), .command(.anySize(let bounds)): bounds
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch size {
      case .member(var member):
        member.bounds = newValue
        size = .member(member)
      case .argument: size = .argument(newValue)
      case .command(.anySize): size = .command(.anySize(newValue))
      default: break
      }
    }
  }

  /// What is made of a struct that is taken in; nil if it is handed out.
  @inlinable
  @inline(__always)
  public var input: Input? {
    get { if case .takesIn(let input) = direction { input } else { nil } }
    set { if let newValue, case .takesIn = direction { direction = .takesIn(newValue) } }
  }

  /// What is made of a struct that is handed out; nil if it is taken in.
  @inlinable
  @inline(__always)
  public var output: Output? {
    get { if case .handsOut(let output) = direction { output } else { nil } }
    set { if let newValue, case .handsOut = direction { direction = .handsOut(newValue) } }
  }
}
