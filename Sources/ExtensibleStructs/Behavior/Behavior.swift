/// What the kernels of one release do with a struct: the version that they know, its scheme, and what else they demand.
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
  package var bases: Bases

  /// How the parts of a behaviour are known.
  package struct Bases: Hashable, Sendable {
    /// The call, its version and scheme.
    package var call: Basis
    /// Which flag bits are known.
    package var flags: Basis
    /// Each rule.
    package var rules: [Basis]

    /// Makes bases.
    package init(call: Basis, flags: Basis, rules: [Basis] = []) {
      self.call = call
      self.flags = flags
      self.rules = rules
    }
  }

  /// Makes a behaviour that nobody has seen. ``Codec`` checks that it fits a history.
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
