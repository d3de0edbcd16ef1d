/// A value read from JSON; a number keeps whether it was written as an integer.
package enum JSONValue: Hashable, Sendable {
  /// A string.
  case string(String)
  /// A number written without fraction and exponent, exact. It fits 64 bits, signed or unsigned.
  case integer(Int128)
  /// A number written with a fraction or an exponent, such as `1.0` or `1e3`, even if it is whole.
  case double(Double)
  /// `true` or `false`.
  case bool(Bool)
  /// `null`.
  case null
  /// An array.
  case array([JSONValue])
  /// An object.
  case object(JSONObject)

  /// What the value is, with its article, for an error.
  package var kind: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .double: "a number with a fraction"
    case .bool(let value): "\(value)"
    case .null: "null"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// JSON that is malformed, or is not what is asked for.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package var message: String
  /// The byte at which the text goes wrong, the first being 1; `nil` if the text is JSON and its content wrong.
  package var column: Int?

  /// Makes an error.
  package init(_ message: String, column: Int? = nil) {
    self.message = message
    self.column = column
  }

  /// The error in one line.
  package var description: String { column.map { "column \($0): \(message)" } ?? message }
}
