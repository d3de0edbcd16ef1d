/// The history of a Swift struct, told with key paths; ``History/init(_:)`` checks it.
public struct Declaration<S: DeclaredStruct>: Sendable {
  /// The struct's C name.
  public let name: String
  let published: [Published<S>]
  let flags: Int??
  let known: UInt64
  let conflicts: [FlagsField.Conflict]
  let size: Int??
  let reserved: [Int?]

  /// Declares which members end the published versions, and which ones steer a call.
  ///
  /// - Parameters:
  ///   - name: the struct's C name.
  ///   - size: the member that holds the caller's `sizeof`, if there is one.
  ///   - flags: the member whose bits say what the caller means, if there is one.
  ///   - known: the flag bits of the first version.
  ///   - conflicts: bits that exclude each other.
  ///   - reserved: members that carry no meaning: reserved words, explicit pad.
  ///   - published: the versions, from the first.
  public init(
    _ name: String, size: PartialKeyPath<S>? = nil, flags: PartialKeyPath<S>? = nil, known: UInt64 = 0,
    conflicts: [FlagsField.Conflict] = [], reserved: [PartialKeyPath<S>] = [],
    @DeclarationBuilder<S> published: () -> [Published<S>]
  ) {
    self.name = name
    self.published = published()
    self.flags = flags.map { MemoryLayout<S>.offset(of: $0) }
    self.known = known
    self.conflicts = conflicts
    self.size = size.map { MemoryLayout<S>.offset(of: $0) }
    self.reserved = reserved.map { MemoryLayout<S>.offset(of: $0) }
  }
}

/// One published version of a Swift struct: it ends with the member named.
public struct Published<S: DeclaredStruct>: Sendable {
  let name: String
  let end: Int?
  let gate: UInt64

  /// Publishes the bytes from the start of the struct through the member `last`.
  ///
  /// - Parameters:
  ///   - name: `VER0`, `VER1` and so on, by custom.
  ///   - last: the version's last member.
  ///   - gate: the flag bits of which any one says that the caller means the bytes that this version adds;
  ///     0 if no flag does.
  public init<Value>(_ name: String, through last: KeyPath<S, Value>, gate: UInt64 = 0) {
    self.name = name
    self.end = MemoryLayout<S>.offset(of: last).map { $0 + MemoryLayout<Value>.size }
    self.gate = gate
  }

  /// The same with the gate as an option set or enum, such as `[.utilMin, .utilMax]`.
  public init<Value, Flags: RawRepresentable>(
    _ name: String, through last: KeyPath<S, Value>, gate: Flags
  ) where Flags.RawValue: FixedWidthInteger {
    self.init(name, through: last, gate: UInt64(truncatingIfNeeded: gate.rawValue))
  }
}

/// Lists the versions of a ``Declaration``, one a line.
@resultBuilder
public enum DeclarationBuilder<S: DeclaredStruct> {
  /// One version, whose key path is then one of `S`.
  public static func buildExpression(_ published: Published<S>) -> Published<S> { published }

  /// The versions in the order in which they stand.
  public static func buildBlock(_ published: Published<S>...) -> [Published<S>] { published }
}
