/// What a kernel should guarantee to a caller whose struct changes while it is read.
public enum RaceProperty: Int, Hashable, Sendable, CaseIterable {
  /// The size or flags that were checked are those acted on.
  case validatedIsUsed
  /// No byte of an extension is acted on that was not fetched, and none that the flags, as finally seen, do not
  /// open.
  case gatedMeansFetched
  /// The struct as the kernel ends with it equals some single state of the memory.
  case oneState
  /// No fetch goes beyond what the caller's size or flags declare, in any state of the memory.
  case withinDeclared

  /// The property's name in output.
  public var name: String {
    switch self {
    case .validatedIsUsed: "validated is used"
    case .gatedMeansFetched: "gated means fetched"
    case .oneState: "one state"
    case .withinDeclared: "no read beyond what the caller declared"
    }
  }

  /// Whether every sound scheme guarantees it. No scheme guarantees one state for more than a word.
  public var canBeGiven: Bool { self != .oneState }
}
