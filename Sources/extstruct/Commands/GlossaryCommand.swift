import CommandLineKit
import Documents

/// `extstruct glossary`: the words that reports use.
enum GlossaryCommand {
  static let command = Command(
    "glossary", summary: "Explain the words that reports use.", options: Output.options,
    examples: [.init("--html words.html", "The same as a page.")]
  ) { arguments, console in
    let output = try Output(arguments)
    try output.show(Glossary(), on: &console)
    return .success
  }
}
