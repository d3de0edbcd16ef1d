/// How a command ended, as a shell sees it.
///
/// The convention is that of `grep` and `diff`: 0 and 1 answer the question, 2 says that there is no answer.
package struct ExitStatus: RawRepresentable, Hashable, Sendable {
  /// The number given to the shell.
  package var rawValue: Int32

  /// Makes a status from its number.
  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// 0: everything asked for was done, and every check held.
  package static let success = ExitStatus(rawValue: 0)
  /// 1: the command did its work, and a check did not hold.
  package static let checkFailed = ExitStatus(rawValue: 1)
  /// 2: wrong usage, wrong input, or output that could not be written.
  package static let trouble = ExitStatus(rawValue: 2)
  /// 141: nobody reads the output any more; what a shell reports of a command that `SIGPIPE` has ended.
  package static let brokenPipe = ExitStatus(rawValue: 141)
}
