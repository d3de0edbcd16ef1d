import ExtensibleStructs

extension CallShape {
  /// What a call shape lacks, or has too much of, for the interface that it belongs to.
  public enum Mismatch: Hashable, Sendable {
    /// Not exactly one argument is the struct's address.
    case pointers(Int)
    /// A system call has more than six arguments.
    case tooManyArguments(Int)
    /// This scheme takes the size from an argument, and none is the size.
    case noSize(String)
    /// This scheme takes the size from a word, and no argument is the address of one of 1 to 8 bytes.
    case noSizeWord(String)
    /// This scheme takes the size from the ioctl number, and the call is no ioctl.
    case noIoctl(String)
    /// This scheme judges flags that are an argument, and none is the flags.
    case noFlags(String)
    /// An ioctl number cannot hold this size.
    case tooLongForCommand(Int)
    /// An argument is the address of more bytes than 1 MiB, or of less than none.
    case impossibleRoom(Int)
    /// A sample, bits that are not modelled or depend on the configuration, or what the kernel fills in is of a
    /// member that the struct does not have.
    case noSuchMember(String)
  }
}

extension CallShape.Mismatch: CustomStringConvertible {
  /// What does not fit, and what to do about it.
  public var description: String {
    switch self {
    case .pointers(let count): "\(count) arguments are the struct's address; there has to be one"
    case .tooManyArguments(let count): "\(count) arguments; a system call has at most 6"
    case .noSize(let scheme): "\(scheme) takes the size from an argument; give one the role .size"
    case .noSizeWord(let scheme):
      "\(scheme) takes the size from a word; give an argument the role .sizeWord, of 1 to 8 bytes"
    case .noIoctl(let scheme): "\(scheme) takes the size from the ioctl number; the call has to be an ioctl"
    case .noFlags(let scheme): "\(scheme) judges a flags argument; give one the role .flags"
    case .tooLongForCommand(let size):
      "an ioctl number holds a size of 0 to \(IoctlNumber.sizeLimit), not \(size)"
    case .impossibleRoom(let bytes): "room for \(bytes) bytes; 0 to \(CallShape.longestRoom) can be had"
    case .noSuchMember(let name): "the struct has no member \(name)"
    }
  }
}

extension CallShape {
  /// The most bytes that an argument can be the address of.
  static let longestRoom = 1 << 20

  /// How many bytes each argument and sample needs a place for.
  fileprivate var rooms: [Int] {
    var values = Array(samples.values)
    for argument in arguments { if case .value(let value) = argument.role { values.append(value) } }
    return values.map { value in
      switch value {
      case .room(let bytes): bytes
      case .bytes(let bytes): bytes.count
      case .constant, .string, .file: 0
      }
    }
  }
}

extension Interface {
  /// Whether `shape` carries what the schemes of this interface judge.
  func check(_ shape: CallShape) throws(InterfaceError) {
    func refuse(if isWrong: Bool, _ mismatch: CallShape.Mismatch) throws(InterfaceError) {
      if isWrong { throw InterfaceError(name, .callShape(mismatch)) }
    }
    let pointers = shape.arguments.count { $0.role == .structure }
    try refuse(if: pointers != 1, .pointers(pointers))
    try refuse(if: shape.arguments.count > 6, .tooManyArguments(shape.arguments.count))
    for room in shape.rooms { try refuse(if: !(0...CallShape.longestRoom ~= room), .impossibleRoom(room)) }
    var isIoctl = false
    if case .ioctl(let ioctl) = shape.entry {
      isIoctl = true
      try refuse(if: ioctl.command(usize: nil) == nil, .tooLongForCommand(ioctl.size))
    }
    var hasWord = false
    if let index = shape.sizeWordIndex, case .sizeWord(1...8) = shape.arguments[index].role { hasWord = true }
    let schemes = facts.compactMap { if case .call(_, let scheme) = $0.statement { scheme } else { nil } }
    for scheme in schemes {
      switch scheme.size {
      case .argument, .elements: try refuse(if: shape.sizeIndex == nil, .noSize(scheme.name))
      case .pointer: try refuse(if: !hasWord, .noSizeWord(scheme.name))
      case .command: try refuse(if: !isIoctl, .noIoctl(scheme.name))
      case .fixed, .member, .flags: break
      }
      try refuse(if: scheme.flagsArgument != .none && shape.flagsIndex == nil, .noFlags(scheme.name))
    }
    let named = [
      Array(shape.samples.keys), Array(shape.unmodelled.keys), Array(shape.filledIn),
      shape.unmodelledOn.values.flatMap(\.keys), shape.configured.map(\.member),
    ]
    for member in named.joined().sorted() {
      try refuse(if: history.layout.field(member) == nil, .noSuchMember(member))
    }
  }
}
