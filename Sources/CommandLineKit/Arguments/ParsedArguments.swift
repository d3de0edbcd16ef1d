/// The arguments of one call of a subcommand, found by the values that declare them.
///
/// What was not given, or not declared by the subcommand, is absent; it is never an error to ask.
package struct ParsedArguments: Sendable {
  var flags: Set<String> = []
  var options: [String: [String]] = [:]
  var positionals: [String: [String]] = [:]

  /// What followed `--`, if the subcommand declares it.
  package internal(set) var trailing: [String] = []

  /// Whether the flag, or the option, was given.
  package func has(_ option: Option) -> Bool {
    flags.contains(option.name) || options[option.name] != nil
  }

  /// The option's value, or its default.
  package func value(of option: Option) -> String? {
    options[option.name]?.last ?? option.defaultValue
  }

  /// All the option's values in the order given; its default alone if there are none.
  package func values(of option: Option) -> [String] {
    options[option.name] ?? option.defaultValue.map { [$0] } ?? []
  }

  /// The option's value as a number.
  ///
  /// - Throws: ``UsageError`` if it is not a number of this type. Hexadecimal is taken with `0x` before it.
  package func integer<Value: FixedWidthInteger>(
    of option: Option, as type: Value.Type = Int.self
  ) throws(UsageError) -> Value? {
    try integer(of: option, in: Value.min...Value.max)
  }

  /// The option's value as a number of a range.
  ///
  /// - Throws: ``UsageError`` if it is not a number of that range. Hexadecimal is taken with `0x` before it.
  package func integer<Value: FixedWidthInteger>(
    of option: Option, in range: ClosedRange<Value>
  ) throws(UsageError) -> Value? {
    guard let text = value(of: option) else { return nil }
    let number = text.hasPrefix("0x") ? Value(text.dropFirst(2), radix: 16) : Value(text)
    guard let number, range.contains(number) else {
      throw UsageError(
        "\(option.name) takes a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
    }
    return number
  }

  /// The argument, if it was given.
  package func value(of positional: Positional) -> String? { positionals[positional.name]?.first }

  /// All the arguments of a repeating positional, in the order given.
  package func values(of positional: Positional) -> [String] { positionals[positional.name] ?? [] }

  /// The argument, which the subcommand declares as required.
  ///
  /// - Throws: ``UsageError`` if it is absent. The parser has seen to that where it is declared as required.
  package func required(_ positional: Positional) throws(UsageError) -> String {
    guard let value = value(of: positional) else { throw UsageError("\(positional.name) is missing") }
    return value
  }

  /// The option's value, which the subcommand declares as required.
  ///
  /// - Throws: ``UsageError`` if it is absent. The parser has seen to that where it is declared as required.
  package func required(_ option: Option) throws(UsageError) -> String {
    guard let value = value(of: option) else { throw UsageError("\(option.spelling) is missing") }
    return value
  }
}
