/// A struct whose history is declared beside it.
///
///     struct SchedAttr: ExtensibleStruct {
///       var size: UInt32 = 0
///       var policy: UInt32 = 0
///       var flags: UInt64 = 0
///       ...
///       static let history = Declaration(Self.self, "sched_attr", size: \.size, flags: \.flags, known: 0x7) {
///         Published("VER0", through: \.period)
///         Published("VER1", through: \.utilMax, gate: 0x60)
///       }
///     }
///
/// A C struct imported from a header conforms to ``DeclaredStruct`` instead, by an extension.
public protocol ExtensibleStruct: DeclaredStruct, BitwiseCopyable {}

/// A struct with a history, of which the compiler need not know that its bytes are its value.
///
/// This is what a C struct imported from a header conforms to. The compiler makes such a struct `BitwiseCopyable` by
/// itself, unless it has bit-fields or a union, and lets no extension conform it to a protocol that asks for that.
/// ``History/init(_:)`` refuses whatever is not made of integers.
///
///     extension open_how: DeclaredStruct {
///       static var history: Declaration<Self, some DeclarationItem> { ... }
///     }
public protocol DeclaredStruct: Sendable {
  /// A value with every member zero.
  init()

  /// What the struct's declaration lists.
  associatedtype Items: DeclarationItem

  /// How the struct grew.
  static var history: Declaration<Self, Items> { get }
}

// Inside a struct's declaration these names mean the struct's own, so that the compiler names a misspelt member.
extension DeclaredStruct {
  /// One published version of this struct.
  public typealias Published = ExtensibleStructs.Published<Self>
  /// A reserved member of this struct.
  public typealias Reserved = ExtensibleStructs.Reserved<Self>
  /// A member of this struct by its C name or its place.
  public typealias Member = DeclaredMember<Self>
}
