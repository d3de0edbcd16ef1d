package import Documents
import LinuxSystem

/// Where a subcommand prints: standard output behind a buffer, standard error at once.
///
/// Printing never throws. A failure of standard output is kept until the end, where ``Program`` makes an exit
/// status of it; what is printed after it is dropped. A command that prints without an end can look at
/// ``isBroken``.
package struct Console: ~Copyable {
  /// How many columns a line of output may take.
  package let width: Int
  /// Whether output is styled.
  package let usesColor: Bool
  /// Whether standard output is a terminal.
  package let isTerminal: Bool

  let output: ByteSink
  let error: ByteSink
  /// How many columns standard error has if it can rewrite a line in place; `nil` if it cannot.
  let statusWidth: Int?

  /// The console of the process.
  ///
  /// The width is that of the terminal, else `COLUMNS`, else 80. Output is styled if it goes to a terminal
  /// that is not `dumb`, and `NO_COLOR` is unset or empty.
  ///
  /// - Parameters:
  ///   - output: The descriptor of standard output.
  ///   - error: The descriptor of standard error.
  ///   - environment: How to look up a variable; the process's environment by default.
  package static func standard(
    output: Int32 = 1, error: Int32 = 2, environment: ((String) -> String?)? = nil
  ) -> Console {
    let environment = environment ?? CurrentProcess.environment
    let isTerminal = Terminal.isTerminal(output)
    let isCapable = environment("TERM") != "dumb"
    let columns = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    let canRewrite = isCapable && Terminal.isTerminal(error)
    return Console(
      width: Terminal.columns(output) ?? columns,
      usesColor: isTerminal && isCapable && (environment("NO_COLOR") ?? "").isEmpty,
      isTerminal: isTerminal,
      output: ByteSink(output, flushesEveryWrite: isTerminal),
      error: ByteSink(error, flushesEveryWrite: true),
      statusWidth: canRewrite ? Terminal.columns(error) ?? columns : nil)
  }

  /// A console in memory, for tests.
  ///
  /// - Parameters:
  ///   - width: The columns of a line.
  ///   - color: Whether output is styled.
  ///   - terminal: Whether both streams pass for terminals.
  package static func capturing(width: Int = 80, color: Bool = false, terminal: Bool = false) -> Console {
    Console(
      width: width, usesColor: color, isTerminal: terminal,
      output: ByteSink(nil, flushesEveryWrite: false), error: ByteSink(nil, flushesEveryWrite: false),
      statusWidth: terminal ? width : nil)
  }

  /// What a console in memory has printed to standard output.
  package var capturedOutput: String { output.captured }
  /// What a console in memory has printed to standard error.
  package var capturedError: String { error.captured }

  /// Whether standard output takes nothing any more.
  package var isBroken: Bool { output.failure != nil }

  var outputFailure: SystemError? { output.failure }

  /// Writes text as it is.
  package mutating func write(_ text: String) {
    if isTerminal && error.holdsStatusLine { error.showStatusLine(nil) }
    output.write(text)
  }

  /// Prints a line.
  package mutating func print(_ line: String = "") { write(line + "\n") }

  /// Prints a line of styled text.
  ///
  /// Its label keeps a plain literal a `String`.
  package mutating func print(styled line: StyledText) { print(line.rendered(color: usesColor)) }

  /// Prints paragraphs, broken into lines that fit.
  package mutating func print(wrapping text: String, indent: Int = 0) {
    print(wrap(text, width: width, indent: indent))
  }

  /// Prints a table, broken into several if it does not fit.
  package mutating func print(_ table: Table) {
    for line in table.lines(width: width) { print(styled: line) }
  }

  /// Prints a document.
  package mutating func print(_ document: Document) {
    for line in document.lines(width: width) { print(styled: line) }
  }

  /// Prints a line to standard error, after all that was printed to standard output.
  package mutating func printError(_ line: String, terminator: String = "\n") {
    flush()
    if error.holdsStatusLine { error.showStatusLine(nil) }
    error.write(line + terminator)
  }

  /// Writes the buffer out, for a reader that waits for an answer.
  package mutating func flush() { output.flush() }
}
