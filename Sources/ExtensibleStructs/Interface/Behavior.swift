/// What the kernels of one release do with an interface: the facts that hold in it, put together.
public struct Behavior: Hashable, Sendable {
  /// The index of the newest version of the struct that they know.
  public var version: Int
  /// How they treat the struct.
  public var scheme: Scheme
  /// The flag bits that they know beside the gates of the version.
  public var knownFlags: UInt64
  /// What else they demand of members, in the order in which they look.
  public var rules: [MemberRule]
  /// How each part of it is known.
  public var bases: Bases

  /// How the parts of a behaviour are known.
  public struct Bases: Hashable, Sendable {
    /// The call, its version and scheme.
    public var call: Evidence.Basis
    /// Which flag bits are known.
    public var flags: Evidence.Basis
    /// Each rule.
    public var rules: [Evidence.Basis]

    /// Makes bases.
    public init(call: Evidence.Basis, flags: Evidence.Basis, rules: [Evidence.Basis] = []) {
      self.call = call
      self.flags = flags
      self.rules = rules
    }
  }

  /// Makes a behaviour that nobody has seen. ``Interface`` and ``Codec`` check it.
  public init(version: Int, scheme: Scheme, knownFlags: UInt64 = 0, rules: [MemberRule] = []) {
    self.version = version
    self.scheme = scheme
    self.knownFlags = knownFlags
    self.rules = rules
    bases = Bases(
      call: .assumed, flags: .assumed, rules: Array(repeating: .assumed, count: rules.count))
  }
}

extension Behavior {
  /// Adds a rule that is looked at before the others, as a kernel was seen to do.
  public mutating func refuse(_ rule: MemberRule) {
    rules.insert(rule, at: 0)
    bases.rules.insert(.ran, at: 0)
  }
}

/// What is known of a release and an interface.
public enum ReleaseStatus: Hashable, Sendable {
  /// The release has the call, and does this with it.
  case described(Behavior)
  /// The release does not have the call: it answers with this errno, and with the other one if the pointer is NULL.
  case absent(Errno, null: Errno, Evidence.Basis)
  /// Nobody has looked what the release does, for this reason.
  case notDescribed(String)
  /// The release came after the newest one that is described.
  case beyond(newest: Release)

  /// Why nothing can be said of the release; nil if something can.
  ///
  /// - Parameter release: what to call it.
  public func whyNotDescribed(_ release: String) -> String? {
    switch self {
    case .described, .absent: nil
    case .notDescribed(let reason): "\(release) is not described: \(reason)"
    case .beyond(let newest): "\(release) is not described: the newest release that is, is \(newest)"
    }
  }

  /// What the release does, if that is known and it has the call.
  public var behavior: Behavior? { if case .described(let behavior) = self { behavior } else { nil } }
}
