public import Callers
import ExtensibleStructs

/// One caller on one kernel, and how that ended.
public struct Cell: Hashable, Sendable {
  /// The caller.
  public var user: UserProgram
  /// The index of the kernel's version.
  public var kernel: Int
  /// Whether the bytes behind the user's struct are mapped; nil where that makes no difference.
  public var tailMapped: Bool?
  /// How it ended.
  public var judgement: Judgement
  /// Whether the running kernel answered the same; nil where it was not asked.
  public var confirmation: Confirmation?

  /// What a replay on the running kernel showed.
  public enum Confirmation: Hashable, Sendable {
    /// It answered the same, with the same effect.
    case confirmed
    /// It answered otherwise: in these words.
    case contradicted(String)
  }
}
