/// How a command ended, as a shell sees it.
///
/// The convention is that of `grep` and `diff`: 0 and 1 answer the question, 2 says that there is no answer.
public struct ExitStatus: RawRepresentable, Hashable, Sendable {
  /// The number given to the shell.
  public var rawValue: Int32

  /// Makes a status from its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// 0: everything asked for was done, and every check held.
  public static let success = ExitStatus(rawValue: 0)
  /// 1: the command did its work, and a check did not hold.
  public static let checkFailed = ExitStatus(rawValue: 1)
  /// 2: wrong usage, wrong input, or output that could not be written.
  public static let trouble = ExitStatus(rawValue: 2)
  /// 141: nobody reads the output any more; what a shell reports of a command that `SIGPIPE` has ended.
  public static let brokenPipe = ExitStatus(rawValue: 141)
}
