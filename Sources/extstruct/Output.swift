import CommandLineKit
import Documents
import LinuxSystem

/// How a subcommand shows what it found: as text, or as JSON with `--json`; with `--html` as a page, too.
struct Output {
  /// `--json`.
  static let json = Option("--json", help: "Print one JSON object.")
  /// `--html FILE`.
  static let html = Option(
    "--html", value: "FILE",
    help:
      "Write the result as one HTML page, too, complete in itself; `-` prints the page instead of the text.")
  /// The options of every subcommand that prints a result.
  static let options = [json, html]

  private static let standardOutput = "-"

  private let isJSON: Bool
  private let page: String?

  /// Reads the options, before any work is done.
  ///
  /// - Throws: ``UsageError`` if the page cannot be written where it is asked for.
  init(_ arguments: ParsedArguments) throws {
    isJSON = arguments.has(Output.json)
    page = arguments.value(of: Output.html)
    guard let page else { return }
    if page.isEmpty { throw UsageError("--html takes the name of a file") }
    if page == Output.standardOutput {
      if isJSON { throw UsageError("--json and --html - both print to standard output; give --html a file") }
      return
    }
    try Output.naming(page) { () throws(SystemError) in try Files.checkWritable(page) }
  }

  /// Shows a finding in every form that was asked for.
  ///
  /// - Throws: ``UsageError`` if the page cannot be written; the text has been printed by then.
  func show(_ finding: some Finding, on console: inout Console) throws {
    if isJSON {
      console.print(finding.json)
    } else if page == Output.standardOutput {
      console.write(finding.html)
      return
    } else {
      for line in finding.document.lines(width: console.width) { console.print(styled: line) }
    }
    guard let page else { return }
    let bytes = Array(finding.html.utf8)
    try Output.naming(page) { () throws(SystemError) in try Files.write(bytes, to: page) }
  }

  private static func naming(_ page: String, _ body: () throws(SystemError) -> Void) throws {
    do throws(SystemError) { try body() } catch {
      throw UsageError("--html: \(page) cannot be written: \(error.reason)")
    }
  }
}
