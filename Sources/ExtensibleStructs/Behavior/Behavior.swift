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
  /// Flags arguments that ask for a number, in the order in which the kernel looks; no struct is taken then.
  public var numbers: [Number]
  /// How each part of it is known.
  package var bases: Bases

  /// A number that the call returns where the flags argument has this value, the pointer is NULL and the size is 0.
  public struct Number: Hashable, Sendable {
    /// The flags argument.
    public var flags: UInt64
    /// What is returned; nil if that is not described.
    public var value: Int?

    /// Makes a number.
    public init(flags: UInt64, value: Int?) {
      self.flags = flags
      self.value = value
    }
  }

  /// How the parts of a behaviour are known.
  package struct Bases: Hashable, Sendable {
    /// The call, its version and scheme.
    package var call: Basis
    /// Which flag bits are known.
    package var flags: Basis
    /// Each rule.
    package var rules: [Basis]
    /// Each number.
    package var numbers: [Basis]

    /// Makes bases.
    package init(call: Basis, flags: Basis, rules: [Basis] = [], numbers: [Basis] = []) {
      self.call = call
      self.flags = flags
      self.rules = rules
      self.numbers = numbers
    }
  }

  /// Makes a behaviour that nobody has seen. ``Codec`` checks that it fits a history.
  public init(
    version: Int, scheme: Scheme, knownFlags: UInt64 = 0, rules: [MemberRule] = [], numbers: [Number] = []
  ) {
    self.version = version
    self.scheme = scheme
    self.knownFlags = knownFlags
    self.rules = rules
    self.numbers = numbers
    bases = Bases(
      call: .assumed, flags: .assumed, rules: Array(repeating: .assumed, count: rules.count),
      numbers: Array(repeating: .assumed, count: numbers.count))
  }
}

extension Behavior {
  /// Adds a rule that is looked at before the others, as a kernel was seen to do.
  public mutating func refuse(_ rule: MemberRule) {
    rules.insert(rule, at: 0)
    bases.rules.insert(.ran, at: 0)
  }
}
