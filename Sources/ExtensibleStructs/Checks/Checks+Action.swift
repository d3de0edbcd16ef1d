extension Checks {
  /// What is done in one step, with the numbers that it needs. Offsets, sizes and ranges are in bytes.
  @usableFromInline
  package enum Action: Hashable, Sendable {
    // Before anything is fetched.

    /// Looks whether the caller has a capability.
    case privilege(Scheme.Capability)
    /// Returns a number to a caller whose flags argument asks for it, and who has neither a struct nor a size.
    case number(Behavior.Number)
    /// Compares the flags argument with the known bits.
    case flagsArgument(known: UInt64)
    /// Compares the pointer with NULL.
    case nullPointer
    /// Compares the pointer with NULL where there is a size.
    case nullWithSize
    /// Ends the call well if the pointer is NULL: it is one without a struct.
    case withoutStruct

    // The first fetch.

    /// Fetches the size alone.
    case fetchSize(IntegerMember)
    /// Fetches the flags alone.
    case fetchFlags(IntegerMember)
    /// Fetches all of the first version: this many bytes.
    case fetchVersion0(Int)

    /// Fetches this many bytes of a struct that has them, and forgets them.
    /// A size that is negative as an `int` is refused without.
    case peek(Int)

    // The size.

    /// Takes the end of the newest open extension for the size.
    case sizeOfFlags
    /// Takes this size for 0.
    case zeroSize(Int)
    /// Looks up the ioctl number of a published size.
    case publishedSize
    /// Compares the size with what an ioctl number holds.
    case commandSize(Int)
    /// Compares the size, or number of elements, with the least.
    case minimum(Int)
    /// Compares the size, or number of elements, with the greatest.
    case maximum(Int)
    /// Writes the size that the kernel needs to the word that a second pointer leads to.
    case writeNeededSize

    // The struct.

    /// Repeats the steps up to this index for each element of an array.
    case eachElement(end: Int)
    /// Zeroes what a shorter struct of the user does not have.
    case zeroFill
    /// Looks at the user's tail.
    case tail
    /// Copies what both sides have.
    case copy
    /// Copies all that the user has in one fetch, and forgets the tail.
    case copyAll
    /// Zeroes the kernel's struct from this byte on.
    case zeroBehind(Int)
    /// Compares the size of both fetches.
    case recheckSize(IntegerMember)
    /// Compares these bits of the flags of both fetches.
    case recheckFlags(IntegerMember, UInt64)
    /// Puts the size of the first fetch back into the kernel's struct.
    case keepSize(IntegerMember)
    /// Puts the flags of the first fetch back into the kernel's struct.
    case keepFlags(IntegerMember)

    // The content of the kernel's copy.

    /// Compares the flags with the known bits.
    case unknownFlags(IntegerMember, known: UInt64)
    /// Looks for flag bits that exclude each other.
    case flagConflict(IntegerMember, UInt64, excludes: UInt64)
    /// Compares the size with the end of what a flag opens.
    case flagBeyondSize(IntegerMember, UInt64, end: Int)
    /// Compares a member's value with a rule.
    case member(Rule)
    /// Looks at reserved bytes.
    case pad(Range<Int>)
    /// Looks at bytes that none of these flags opens.
    case closedGate(UInt64, Range<Int>)

    // What is written on success.

    /// Copies the kernel's struct back.
    case copyBack
    /// Writes one member of the kernel's struct back, where the user's struct has it.
    case writeMember(IntegerMember)
    /// Writes the size that the kernel needs over a smaller one.
    case reportNeededSize(IntegerMember)

    // A struct that is handed out.

    /// Fetches the flags, and drops from the kernel's struct what they do not ask for.
    case fetchRequest(IntegerMember)
    /// Puts the number of copied bytes into the kernel's struct.
    case reportCopiedBytes(IntegerMember)
    /// Zeroes the user's tail.
    case clearTail
    /// Copies what both sides have to the user.
    case copyOut
    /// Writes the kernel's struct one element of this many bytes after the other.
    case writeElements(Int)
  }

  /// A ``MemberRule`` with its members found.
  @usableFromInline
  package struct Rule: Hashable, Sendable {
    /// The member.
    @usableFromInline package let member: IntegerMember
    /// What its value has to be.
    @usableFromInline package let demand: MemberRule.Demand
    /// The member that decides whether the rule applies; of width 0 if it always does.
    @usableFromInline package let condition: IntegerMember
    /// The bits that it is looked at for.
    @usableFromInline package let conditionBits: UInt64
    /// Whether the rule applies with any of the bits set, or with none of them.
    @usableFromInline package let conditionIsSet: Bool
    /// The capability of callers to whom it does not apply; nil if it applies to everyone.
    @usableFromInline package let exempt: Scheme.Capability?
    /// The bits of the flags argument that decide whether the rule applies; 0 if none does.
    @usableFromInline package let argumentBits: UInt64
    /// Whether the rule applies with any of them set, or with none of them.
    @usableFromInline package let argumentIsSet: Bool

    init(_ rule: MemberRule, in layout: Layout) {
      member = IntegerMember(layout.field(rule.field))
      demand = rule.demand
      condition = IntegerMember(rule.condition.flatMap { layout.field($0.field) })
      conditionBits = rule.condition?.bits ?? 0
      conditionIsSet = rule.condition?.isSet ?? false
      exempt = rule.exempt
      argumentBits = rule.argument?.bits ?? 0
      argumentIsSet = rule.argument?.isSet ?? false
    }

    /// Whether the struct, which holds both members, meets the rule.
    @inlinable
    func isMet(by bytes: RawSpan, at base: Int, argument: UInt64, isPrivileged: Bool) -> Bool {
      if exempt != nil, isPrivileged { return true }
      if argumentBits != 0, (argument & argumentBits != 0) != argumentIsSet { return true }
      if condition.width > 0 {
        let isSet = bytes.value(of: condition, at: base) & conditionBits != 0
        guard isSet == conditionIsSet else { return true }
      }
      return demand.isMet(by: bytes.value(of: member, at: base))
    }
  }
}

extension RawSpan {
  /// The member's value in a struct that begins at `base`; 0 if it does not lie inside.
  @inlinable
  @inline(__always)
  func value(of member: IntegerMember, at base: Int = 0) -> UInt64 {
    integer(at: base &+ member.offset, width: member.width) ?? 0
  }
}
