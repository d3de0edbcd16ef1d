import Documents

/// Wrong usage: what is wrong, and what to do about it.
package struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The error in one line, without the program's name.
  package var description: String

  /// Makes an error from its text.
  package init(_ description: String) { self.description = description }

  /// A name that is none of those known, with the nearest of them, or all if they are few.
  ///
  /// - Parameters:
  ///   - kind: What is named, such as "struct".
  ///   - name: What was given.
  ///   - known: The right names.
  ///   - hint: What to do if no name is near and there are too many to list, such as "'extstruct list'
  ///     shows them".
  package static func unknown(_ kind: String, _ name: String, known: [String], hint: String? = nil)
    -> UsageError
  {
    UsageError(unknownName(kind, name, known: known, hint: hint))
  }
}
