public import ExtensibleStructs

/// How a call travels: the entry into the kernel, the arguments in their order, and what each of them holds.
///
/// With it a struct can be handed to a kernel in a call that is valid and harmless but for the struct. It is data
/// alone: whoever makes the call, traces it or writes it in C reads the same value. `openat2`:
///
///     CallShape(
///       .systemCall(.everywhere(437)),
///       [
///         Argument("dfd", .int, .value(-100)),             // AT_FDCWD
///         Argument("filename", .pointer, .value(.string(""))),
///         Argument("how", .pointer, .structure),
///         Argument("usize", .size, .size),
///       ],
///       passing: [Passing(.ENOENT, .missingObject, "the path is empty")],
///       product: .descriptor)
public struct CallShape: Hashable, Sendable {
  /// The system call or the ioctl.
  public var entry: Entry
  /// The arguments in their order. Those of an ioctl are the descriptor, the number and the struct's address.
  public var arguments: [Argument]
  /// Values of members, by C name, with which the kernel takes a struct whose other members are zero.
  public var samples: [String: Value]
  /// The errors that come after every check that the interface describes.
  public var passing: [Passing]
  /// Where the call is made.
  public var setting: Setting
  /// What a successful call leaves behind.
  public var product: Product
  /// Whether the virtual machine that a successful call was made on may serve the next one: the call sets nothing that
  /// the next would be judged by.
  public var keepsMachine: Bool
  /// Bits of members, by C name, that the call's surroundings judge and no policy describes: they name other
  /// objects, or need them.
  public var unmodelled: [String: UInt64]
  /// More such bits for programs of another architecture, by architecture.
  public var unmodelledOn: [SystemCallNumber.Architecture: [String: UInt64]]
  /// Members, by C name, that the kernel fills in on success, where it copies the struct back; no policy describes
  /// with what.
  public var filledIn: Set<String>
  /// Bits of members that only some kernels of a release take. The facts are those of a kernel that does.
  public var configured: [ConfiguredBits]
  /// Why the answers to an unprivileged caller are not described; nil if they are.
  public var unprivileged: String?
  /// Why the answers to a program of another architecture are not described, by architecture.
  public var leftOut: [SystemCallNumber.Architecture: String]

  /// Describes a call.
  ///
  /// - Parameter arguments: of a system call. Those of an ioctl follow from `entry`.
  public init(
    _ entry: Entry, _ arguments: [Argument] = [], passing: [Passing] = [], samples: [String: Value] = [:],
    setting: Setting = .here, product: Product = .nothing, keepsMachine: Bool = false,
    unmodelled: [String: UInt64] = [:],
    unmodelledOn: [SystemCallNumber.Architecture: [String: UInt64]] = [:], filledIn: Set<String> = [],
    configured: [ConfiguredBits] = [], unprivileged: String? = nil,
    leftOut: [SystemCallNumber.Architecture: String] = [:]
  ) {
    self.entry = entry
    switch entry {
    case .systemCall: self.arguments = arguments
    case .ioctl(let ioctl): self.arguments = ioctl.arguments
    }
    self.passing = passing
    self.samples = samples
    self.setting = setting
    self.product = product
    self.keepsMachine = keepsMachine
    self.unmodelled = unmodelled
    self.unmodelledOn = unmodelledOn
    self.filledIn = filledIn
    self.configured = configured
    self.unprivileged = unprivileged
    self.leftOut = leftOut
  }

  /// The same call with another value in one argument.
  ///
  /// - Parameter name: the argument's C name. Nothing changes if there is none of this name.
  public func with(_ name: String, _ value: Value) -> CallShape {
    var shape = self
    for index in shape.arguments.indices where shape.arguments[index].name == name {
      shape.arguments[index].role = .value(value)
    }
    return shape
  }

  /// The bits of a member that the call's surroundings judge, for programs of an architecture.
  public func unmodelled(
    _ member: String, on abi: SystemCallNumber.Architecture = .native
  ) -> UInt64 { (unmodelled[member] ?? 0) | (unmodelledOn[abi]?[member] ?? 0) }

  /// Why `errno` means that every check which the interface describes was passed; nil if it does not mean that.
  public func passing(_ errno: LinuxErrno) -> Passing? { passing.first { $0.errno == errno } }

  /// Why the package has no way to make this call; nil if it has one.
  public var unavailable: String? {
    var values = Array(samples.values)
    for argument in arguments { if case .value(let value) = argument.role { values.append(value) } }
    for case .file(.unavailable(let reason)) in values { return reason }
    return nil
  }
}

extension CallShape {
  /// Which argument is the struct's address; nil if none is.
  public var pointerIndex: Int? { arguments.firstIndex { $0.role == .structure } }

  /// Which argument is the size, in bytes or in elements; nil if none is.
  public var sizeIndex: Int? { arguments.firstIndex { $0.role == .size } }

  /// Which argument is the address of the word that the size travels in; nil if none is.
  public var sizeWordIndex: Int? {
    arguments.firstIndex { if case .sizeWord = $0.role { true } else { false } }
  }

  /// Which argument holds the flags; nil if none does.
  public var flagsIndex: Int? { arguments.firstIndex { if case .flags = $0.role { true } else { false } } }

  /// The bits of the flags argument that the call's other arguments judge, and no policy describes.
  public var unmodelledFlags: UInt64 {
    for argument in arguments { if case .flags(_, let bits) = argument.role { return bits } }
    return 0
  }
}
