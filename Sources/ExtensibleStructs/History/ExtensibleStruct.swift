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

/// A struct with a history, without the promise that its bytes are its value.
///
/// This is what a C struct imported from a header conforms to. The compiler makes such a struct
/// `BitwiseCopyable` by itself, and lets no extension conform it to a protocol that asks for that.
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
