/// What a kernel does with a call, step by step: the one place where the order of checks is written down.
///
/// The list is made from a scheme, the facts of a release and the kernel's version of the struct
/// (``Codec/checks``). The simulated kernel interprets it, `extstruct explain` prints it, and a ``Rejection`` names
/// its step in it. The unrolled paths of ``Codec`` are tested against it.
///
/// A call that takes a struct in goes through these, as far as its scheme has them:
///
/// 1. the caller's privilege, a flags argument that asks for a number, the flags argument and a NULL pointer, where
///    they are looked at first
/// 2. the first fetch: the size alone, the flags alone, or all of the first version
/// 3. the size: 0 for the first version, the ioctl number, the minimum, the maximum; a NULL pointer, where it is
///    looked at after the size; the privilege, where it is asked for after the size
/// 4. the struct: zeros behind a shorter one, the tail of a longer one, the copy of the head
/// 5. two fetches: the re-check, and what is kept of the first
/// 6. the privilege and the flags argument, where they are looked at after the copy
/// 7. the content: unknown flags, conflicting flags, flags that need a greater size, the rules on members, reserved
///    bytes, bytes behind a closed gate
/// 8. what is written on success
///
/// One that hands a struct out: 1 and 3, then what the user asks for, the tail, the head.
public struct Checks: Hashable, Sendable {
  /// The steps, in the order in which the kernel makes them.
  public let steps: [Step]
  /// Those that judge the size, once it is known.
  @usableFromInline let sizeSteps: Range<Int>
  /// Those that judge the content of the kernel's copy.
  @usableFromInline let contentSteps: Range<Int>
  /// The kernel's size of the struct, in bytes.
  @usableFromInline let ksize: Int
  /// The flags, where the struct has any.
  @usableFromInline let flags: IntegerMember
  /// The flag bits that this kernel knows.
  @usableFromInline let knownFlags: UInt64
  /// The member that holds the user's size, where the struct has one.
  @usableFromInline let sizeMember: IntegerMember
  /// The first version's size, pad included, in bytes.
  @usableFromInline let version0: Int
  /// The extensions, by rising end.
  @usableFromInline let gates: [Codec.Gate]
  /// The sizes that have an ioctl number.
  @usableFromInline let publishedSizes: [Int]
  /// What becomes of the user's struct when its content is refused.
  @usableFromInline let refusal: Scheme.Refusal

  /// The place in the list at which a call was refused; nil if the list has no such step.
  public func index(of rejection: Rejection) -> Int? {
    if let index = rejection.index, steps.indices.contains(index) { return index }
    return steps.firstIndex { $0.name == rejection.step }
  }

  /// How it is known that a call ends so: the least sure of the steps that it went through.
  ///
  /// - Parameter rejection: where it was refused; nil for a call that was not.
  public func basis(of rejection: Rejection?) -> Behavior.Basis {
    let last = rejection.flatMap { index(of: $0) } ?? steps.count - 1
    return steps.prefix(last + 1).map(\.basis).max() ?? .assumed
  }

  /// The number that a call asks for; nil if it asks for none.
  ///
  /// - Parameters:
  ///   - flags: the flags argument.
  ///   - isNull: whether the pointer is NULL.
  package func number(flags: UInt64, usize: UInt64?, isNull: Bool) -> Behavior.Number? {
    guard isNull, usize == 0 else { return nil }
    return numbers.first { $0.flags == flags }
  }

  /// The numbers that a flags argument asks for, in the order in which the kernel looks.
  package var numbers: [Behavior.Number] {
    steps.compactMap { if case .number(let number) = $0.action { number } else { nil } }
  }

  /// How it is known that a call returns a number: the least sure of the steps up to it.
  package func basis(ofNumber number: Behavior.Number) -> Behavior.Basis {
    let last = steps.firstIndex { $0.action == .number(number) } ?? steps.count - 1
    return steps.prefix(last + 1).map(\.basis).max() ?? .assumed
  }

  /// The greatest size that is not negative as an `int`.
  @usableFromInline static var greatestInt: Int { 0x7fff_ffff }

  /// The place of the first step of this kind.
  @usableFromInline
  func index(of name: Step.Name) -> Int? { steps.firstIndex { $0.name == name } }
}

extension Checks {
  /// One step: what is done, what a failure is answered with, and whether the kernel's size is then written back.
  public struct Step: Hashable, Sendable {
    /// What is done.
    @usableFromInline package let action: Action
    /// What a failure is answered with; nil for a step that cannot fail.
    public let errno: LinuxErrno?
    /// The errno on which the kernel writes its own size into the user's size member before it answers; nil if it
    /// never does.
    public let writesBackOn: LinuxErrno?

    /// How it is known that the kernel does so.
    public let basis: Behavior.Basis

    /// Makes a step.
    init(
      _ action: Action, _ errno: LinuxErrno? = nil, writesBackOn: LinuxErrno? = nil,
      basis: Behavior.Basis = .assumed
    ) {
      self.action = action
      self.errno = errno
      self.writesBackOn = writesBackOn
      self.basis = basis
    }

    /// What kind of step it is.
    @inlinable public var name: Name { action.name }
  }
}
