/// An argument that is known by its place.
package struct Positional: Hashable, Sendable {
  /// How often an argument is given.
  package enum Arity: Hashable, Sendable {
    /// Exactly once.
    case required
    /// Once or not at all.
    case optional
    /// Any number of times.
    case repeating
    /// At least once.
    case oneOrMore
  }

  /// The name of the argument in the help, such as `STRUCT`.
  package var name: String
  /// How often it is given. Only the last positional may repeat.
  package var arity: Arity
  /// The values that are taken; empty if any is.
  package var allowed: [String]
  /// What it is, in one sentence or a few.
  package var help: String

  /// Declares an argument.
  package init(_ name: String, _ arity: Arity = .required, allowed: [String] = [], help: String) {
    self.name = name
    self.arity = arity
    self.allowed = allowed
    self.help = help
  }

  /// The argument in a usage line: `[STRUCT]`.
  var usage: String {
    switch arity {
    case .required: name
    case .optional: "[\(name)]"
    case .repeating: "[\(name)]..."
    case .oneOrMore: "\(name)..."
    }
  }

  var isRequired: Bool { arity == .required || arity == .oneOrMore }
  var repeats: Bool { arity == .repeating || arity == .oneOrMore }
}
