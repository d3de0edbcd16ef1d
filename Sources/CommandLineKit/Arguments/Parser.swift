import Documents

/// What a subcommand's arguments ask for.
enum ParsedCall {
  case run(ParsedArguments)
  case help
}

extension Command {
  /// Parses the arguments that follow the subcommand's name.
  ///
  /// The checks, in this order: a request for help before any `--`; each argument from left to right; what is
  /// missing, positionals first.
  func parse(_ arguments: [String]) throws(UsageError) -> ParsedCall {
    let before = arguments.prefix { $0 != "--" }
    if before.contains(where: { $0 == "-h" || $0 == "--help" }) { return .help }

    var parsed = ParsedArguments()
    var plain: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        if trailing == nil { plain += rest } else { parsed.trailing = Array(rest) }
        break
      } else if argument.hasPrefix("-") && argument != "-" {
        try takeOption(argument, &rest, into: &parsed)
      } else {
        plain.append(argument)
      }
    }
    try place(plain, into: &parsed)
    try checkPresence(parsed)
    return .run(parsed)
  }

  private func takeOption(
    _ argument: String, _ rest: inout ArraySlice<String>, into parsed: inout ParsedArguments
  ) throws(UsageError) {
    var parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    // As of a compiler: -DNAME=1 is -D NAME=1.
    let short = String(argument.prefix(2))
    if !argument.hasPrefix("--"), argument.count > 2,
      options.contains(where: { $0.name == short && $0.value != nil }),
      !argument.dropFirst(2).hasPrefix("=")
    {
      parts = [short, String(argument.dropFirst(2))]
    }
    guard let option = options.first(where: { $0.name == parts[0] }) else {
      throw .unknown(
        "option", parts[0], known: options.map(\.name) + ["--help"],
        hint: "'\(name)' takes \(disjunction(options.map(\.name) + ["--help"]))")
    }
    guard option.value != nil else {
      if parts.count == 2 { throw UsageError("\(option.name) takes no value") }
      parsed.flags.insert(option.name)
      return
    }
    let value: String
    if parts.count == 2 {
      value = parts[1]
    } else if let next = rest.first, !next.hasPrefix("--") {
      value = next
      rest.removeFirst()
    } else {
      throw UsageError("\(option.name) needs a value: \(option.spelling)")
    }
    if !option.allowed.isEmpty && !option.allowed.contains(value) {
      throw .unknown("value of \(option.name)", value, known: option.allowed)
    }
    if parsed.options[option.name] != nil && !option.isRepeatable {
      throw UsageError("\(option.name) is given twice; once is enough")
    }
    parsed.options[option.name, default: []].append(value)
  }

  private func place(_ plain: [String], into parsed: inout ParsedArguments) throws(UsageError) {
    var rest = plain[...]
    for positional in positionals {
      let taken = positional.repeats ? rest : rest.prefix(1)
      if taken.isEmpty { break }
      for value in taken where !positional.allowed.isEmpty && !positional.allowed.contains(value) {
        throw .unknown(positional.name, value, known: positional.allowed)
      }
      parsed.positionals[positional.name] = Array(taken)
      rest = rest.dropFirst(taken.count)
    }
    if let extra = rest.first {
      throw UsageError(
        positionals.isEmpty
          ? "'\(name)' takes no arguments, but got '\(extra)'"
          : "'\(extra)' is one argument too many; usage: \(usage)")
    }
  }

  private func checkPresence(_ parsed: ParsedArguments) throws(UsageError) {
    for positional in positionals where positional.isRequired && parsed.value(of: positional) == nil {
      throw UsageError("\(positional.name) is missing; usage: \(usage)")
    }
    for option in options where option.isRequired && parsed.value(of: option) == nil {
      throw UsageError("\(option.spelling) is missing; usage: \(usage)")
    }
    if let trailing, trailing.isRequired, parsed.trailing.isEmpty {
      throw UsageError("-- \(trailing.usage) is missing; usage: \(usage)")
    }
  }

  /// The words of the usage line, without the program's name.
  var usage: String { usageWords.joined(separator: " ") }

  var usageWords: [String] {
    [name] + options.filter(\.isRequired).map(\.usage) + positionals.map(\.usage)
      + options.filter { !$0.isRequired }.map(\.usage) + (trailing.map { ["-- \($0.usage)"] } ?? [])
  }
}
