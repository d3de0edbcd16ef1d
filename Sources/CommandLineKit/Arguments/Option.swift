/// An option of a subcommand: a flag such as `--json`, or one with a value such as `--scheme S`.
package struct Option: Hashable, Sendable {
  /// The name as it is typed, with its dashes.
  package var name: String
  /// The name of the value in the help; `nil` makes the option a flag.
  package var value: String?
  /// Whether the option may be given more than once, each with a value of its own.
  package var isRepeatable: Bool
  /// Whether the command cannot run without it.
  package var isRequired: Bool
  /// The values that are taken; empty if any is.
  package var allowed: [String]
  /// The value if the option is not given.
  package var defaultValue: String?
  /// What it does, in one sentence or a few.
  package var help: String

  /// Declares a flag.
  package init(_ name: String, help: String) {
    self.name = name
    self.value = nil
    self.isRepeatable = false
    self.isRequired = false
    self.allowed = []
    self.defaultValue = nil
    self.help = help
  }

  /// Declares an option with a value.
  package init(
    _ name: String, value: String, isRepeatable: Bool = false, isRequired: Bool = false,
    allowed: [String] = [], default defaultValue: String? = nil, help: String
  ) {
    self.name = name
    self.value = value
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
    self.allowed = allowed
    self.defaultValue = defaultValue
    self.help = help
  }

  /// The option as it is typed: `--scheme S`.
  var spelling: String { value.map { "\(name) \($0)" } ?? name }

  /// The option in a usage line: `[--scheme S]...`.
  var usage: String { (isRequired ? spelling : "[\(spelling)]") + (isRepeatable ? "..." : "") }
}
