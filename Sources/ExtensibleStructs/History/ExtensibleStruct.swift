/// A struct whose history is declared beside it.
///
///     struct SchedAttr: ExtensibleStruct {
///       var size: UInt32 = 0
///       var policy: UInt32 = 0
///       var flags: UInt64 = 0
///       ...
///       static let history = Declaration<Self>("sched_attr", size: \.size, flags: \.flags, known: 0x7) {
///         Published("VER0", through: \.period)
///         Published("VER1", through: \.utilMax, gate: 0x60)
///       }
///     }
///
/// A C struct imported from a header conforms by an extension that gives its `history`.
public protocol ExtensibleStruct: BitwiseCopyable, Sendable {
  /// A value with every member zero.
  init()

  /// How the struct grew.
  static var history: Declaration<Self> { get }
}
