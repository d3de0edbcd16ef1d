/// A subcommand, as a value: what it takes, what it says of itself, and what it does.
///
///     static let structName = Positional("STRUCT", .optional, allowed: names, help: "The struct to look at.")
///     static let json = Option("--json", help: "Print JSON.")
///     static let command = Command(
///       "layout", summary: "Show where the fields lie", positionals: [structName], options: [json]
///     ) { arguments, console in
///       console.print(arguments.value(of: structName) ?? "all of them")
///       return .success
///     }
package struct Command: Sendable {
  /// What a subcommand does with its arguments.
  package typealias Body = @Sendable (ParsedArguments, inout Console) throws -> ExitStatus

  /// A way to call the subcommand, shown in its help.
  package struct Example: Hashable, Sendable {
    /// The arguments, without the program's and the subcommand's name.
    package var arguments: String
    /// What it does.
    package var help: String

    /// Makes an example.
    package init(_ arguments: String, _ help: String) {
      self.arguments = arguments
      self.help = help
    }
  }

  /// The name as it is typed.
  package var name: String
  /// One line, without a full stop, for the list of subcommands.
  package var summary: String
  /// Paragraphs for the subcommand's own help, in the form that ``wrap(_:width:indent:)`` takes.
  package var discussion: String
  /// The arguments known by their place, in order.
  package var positionals: [Positional]
  /// The options, in the order of the help.
  package var options: [Option]
  /// What follows `--`, if that is a list of its own and not merely the rest of the positionals.
  package var trailing: Positional?
  /// Examples for the help.
  package var examples: [Example]
  /// What the subcommand does.
  package var run: Body

  /// Declares a subcommand.
  package init(
    _ name: String, summary: String, discussion: String = "", positionals: [Positional] = [],
    options: [Option] = [], trailing: Positional? = nil, examples: [Example] = [], run: @escaping Body
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.positionals = positionals
    self.options = options
    self.trailing = trailing
    self.examples = examples
    self.run = run
  }
}
