/// What kernels of some releases demand of one member beside the rules on flags: a mask of known bits, a range, or a bit
/// that must or must not be there.
///
///     MemberRule("resolve", .noneOf(~0x3f))
///     MemberRule("mode", .noneOf(.max), unless: "flags", has: 0o100)
///     MemberRule("args[0]", .noneOf(~0x3))
public struct MemberRule: Hashable, Sendable {
  /// What the member's value has to be.
  public enum Demand: Hashable, Sendable {
    /// None of these bits is set.
    case noneOf(UInt64)
    /// All of these bits are set.
    case allOf(UInt64)
    /// One of these bits is set at least.
    case anyOf(UInt64)
    /// The value lies in this range.
    case within(ClosedRange<UInt64>)
    /// Exactly one bit is set.
    case powerOfTwo

    /// Whether a value is such a one.
    @inlinable
    @inline(__always)
    public func isMet(by value: UInt64) -> Bool {
      switch self {
      case .noneOf(let bits): value & bits == 0
      case .allOf(let bits): value & bits == bits
      case .anyOf(let bits): value & bits != 0
      case .within(let range): range.contains(value)
      case .powerOfTwo: value != 0 && value & (value &- 1) == 0
      }
    }
  }

  /// When the rule applies.
  package struct Condition: Hashable, Sendable {
    /// The C name of the member that decides.
    package var field: String
    /// The bits that it is looked at for.
    package var bits: UInt64
    /// Whether the rule applies with any of the bits set, or with none of them.
    package var isSet: Bool

    /// Makes a condition.
    package init(field: String, bits: UInt64, isSet: Bool) {
      self.field = field
      self.bits = bits
      self.isSet = isSet
    }
  }

  /// The flags argument that a rule is limited to.
  package struct Argument: Hashable, Sendable {
    /// The bits that it is looked at for.
    package var bits: UInt64
    /// Whether the rule applies with any of the bits set, or with none of them.
    package var isSet: Bool

    /// Makes a limit.
    package init(bits: UInt64, isSet: Bool) {
      self.bits = bits
      self.isSet = isSet
    }
  }

  /// The member's C name; `args[0]` for an element of an array, `ranges[].flags` for a member of each element.
  public var field: String
  /// What its value has to be.
  public var demand: Demand
  /// When the rule applies; nil for always.
  package var condition: Condition?
  /// With which flags argument the rule applies; nil for any.
  package var argument: Argument?
  /// What breaking it is answered with.
  public var errno: LinuxErrno
  /// The capability of callers to whom the rule does not apply; nil for a rule that applies to everyone.
  public var exempt: Scheme.Capability?

  /// A rule that always applies.
  public init(_ field: String, _ demand: Demand, else errno: LinuxErrno = .EINVAL) {
    self.field = field
    self.demand = demand
    self.errno = errno
  }

  /// A rule that applies where any of `bits` is set in the member `other`.
  public init(
    _ field: String, _ demand: Demand, when other: String, has bits: UInt64, else errno: LinuxErrno = .EINVAL
  ) {
    self.init(field, demand, else: errno)
    condition = Condition(field: other, bits: bits, isSet: true)
  }

  /// A rule that applies where none of `bits` is set in the member `other`.
  public init(
    _ field: String, _ demand: Demand, unless other: String, has bits: UInt64,
    else errno: LinuxErrno = .EINVAL
  ) {
    self.init(field, demand, else: errno)
    condition = Condition(field: other, bits: bits, isSet: false)
  }

  /// The same rule for callers who lack a capability; it does not apply to the others.
  public func unless(_ capability: Scheme.Capability) -> MemberRule {
    var rule = self
    rule.exempt = capability
    return rule
  }

  /// The same rule, which applies only where any of `bits` is set in the call's flags argument.
  public func whenArgument(has bits: UInt64) -> MemberRule { with(Argument(bits: bits, isSet: true)) }

  /// The same rule, which applies only where none of `bits` is set in the call's flags argument.
  public func unlessArgument(has bits: UInt64) -> MemberRule { with(Argument(bits: bits, isSet: false)) }

  private func with(_ argument: Argument) -> MemberRule {
    var rule = self
    rule.argument = argument
    return rule
  }
}
