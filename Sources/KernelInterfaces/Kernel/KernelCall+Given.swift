import ExtensibleStructs

extension KernelCall {
  /// What a program gives a call of its own, in place of the call shape's harmless values.
  ///
  ///     KernelCall.Given(["dfd": .descriptor(folder), "filename": .string("../etc/passwd")])
  ///
  /// An argument that is left out keeps the integer that the call shape has for it, such as the command of `bpf` or the
  /// pid 0 of `sched_setattr`. A path, memory and a descriptor have no default. The struct, its size and the flags
  /// argument are not among the arguments: ``KernelCall`` has them.
  public struct Given: Hashable, Sendable {
    /// The values of arguments, by their C names.
    public var arguments: [String: CallShape.Value]
    /// The values of members of the struct, by their C names, for those that hold the address of memory: they are
    /// written into the struct before the call.
    public var members: [String: CallShape.Value]
    /// Whether the call is made again when a signal interrupts it. If not, EINTR is an answer like any other.
    public var restarts: Bool

    /// Gives values.
    public init(
      _ arguments: [String: CallShape.Value] = [:], members: [String: CallShape.Value] = [:],
      restarts: Bool = false
    ) {
      self.arguments = arguments
      self.members = members
      self.restarts = restarts
    }
  }

  /// What a program gave a call that no kernel can be handed; an ``InterfaceError`` with the interface is thrown.
  public enum GivenError: Hashable, Sendable {
    /// The call has no argument of this name, or it is not one to be given; these are.
    case noSuchArgument(String, these: [String])
    /// This argument has no default.
    case missing(String)
    /// The string for this argument or member holds a zero byte, which ends it in C.
    case zeroInString(String)
    /// The memory for this argument or member is outside 0 to 16 MiB.
    case impossibleRoom(String, Int)
    /// The struct has no such member of up to 8 bytes within the bytes that are handed in.
    case noSuchMember(String)
    /// The value for this argument or member does not fit into so many bytes.
    case tooWide(String, bytes: Int)
  }
}

extension KernelCall.GivenError: CustomStringConvertible {
  /// What cannot be handed over, and what to do about it.
  public var description: String {
    switch self {
    case .noSuchArgument(let name, let these):
      "the call takes no argument \(name) beside the struct, its size and the flags; "
        + (these.isEmpty ? "it takes none" : "give \(these.joined(separator: ", "))")
    case .missing(let name): "the call needs the argument \(name); give it a value"
    case .zeroInString(let name): "the string for \(name) holds a zero byte; cut it there"
    case .impossibleRoom(let name, let count):
      "\(count) bytes of memory for \(name); give it 0 to \(KernelCall.Given.roomLimit)"
    case .noSuchMember(let name): "no member \(name) of up to 8 bytes is in the struct that is handed in"
    case .tooWide(let name, let bytes): "the value for \(name) does not fit into \(bytes) bytes"
    }
  }
}

extension KernelCall.Given {
  /// The most memory that an argument or a member gets: 16 MiB.
  public static let roomLimit = 16 << 20

  /// Whether `interface` can be called so.
  ///
  /// - Parameter bytes: how many bytes the struct has.
  /// - Throws: ``InterfaceError`` with what is wrong.
  package func check(for interface: Interface, bytes: Int) throws(InterfaceError) {
    if let error = error(for: interface, bytes: bytes) { throw InterfaceError(interface.name, .given(error)) }
  }

  private func error(for interface: Interface, bytes: Int) -> KernelCall.GivenError? {
    let own = interface.call?.arguments.filter { if case .value = $0.role { true } else { false } } ?? []
    for name in arguments.keys.sorted() where !own.contains(where: { $0.name == name }) {
      return .noSuchArgument(name, these: own.map(\.name))
    }
    for argument in own {
      guard let value = arguments[argument.name] else {
        if case .value(let sample) = argument.role, sample.isMadeUp {
          return .missing(argument.name)
        }
        continue
      }
      if let wrong = Self.error(value, argument.name, bytes: argument.type.bytes(on: .native)) {
        return wrong
      }
    }
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      guard let field = interface.history.layout.field(name), field.size <= 8, field.range.upperBound <= bytes
      else { return .noSuchMember(name) }
      if let wrong = Self.error(value, name, bytes: field.size) { return wrong }
    }
    return nil
  }

  private static func error(_ value: CallShape.Value, _ name: String, bytes: Int) -> KernelCall.GivenError? {
    switch value {
    case .constant(let integer):
      guard bytes < 8 else { return nil }
      let limit = Int64(1) << Int64(8 * bytes - 1)
      // As an unsigned number, or as one whose sign is kept in 64 bits.
      let isFitting = integer < 1 << UInt64(8 * bytes) || -limit..<0 ~= Int64(bitPattern: integer)
      return isFitting ? nil : .tooWide(name, bytes: bytes)
    case .string(let text) where text.utf8.contains(0): return .zeroInString(name)
    case .bytes(let content) where content.count > roomLimit: return .impossibleRoom(name, content.count)
    case .room(let count) where !(0...roomLimit ~= count): return .impossibleRoom(name, count)
    case .string, .bytes, .room:
      return bytes < CallShape.CType.pointer.bytes(on: .native) ? .tooWide(name, bytes: bytes) : nil
    case .file: return nil
    }
  }
}

extension CallShape.Value {
  /// A descriptor that the program holds.
  public static func descriptor(_ number: Int32) -> CallShape.Value {
    .constant(UInt64(bitPattern: Int64(number)))
  }

  /// A descriptor that a call returned to this program.
  public static func descriptor(_ owned: OwnedDescriptor) -> CallShape.Value { .descriptor(owned.rawValue) }

  /// An integer with a sign, which it keeps in 64 bits.
  public static func integer(_ value: some BinaryInteger) -> CallShape.Value {
    .constant(UInt64(truncatingIfNeeded: value))
  }

  /// Whether the package makes it up, so that a program has to give its own.
  fileprivate var isMadeUp: Bool {
    switch self {
    case .constant, .file(.path): false
    case .string, .bytes, .room, .file: true
    }
  }
}
