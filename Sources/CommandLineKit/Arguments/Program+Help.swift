import Documents

extension Program {
  /// The help of the whole program.
  func help(width: Int, color: Bool) -> String {
    var text = wrap("\(name) - \(summary)", width: width) + "\n\n"
    text += usage(["SUBCOMMAND", "[ARGUMENT]..."], width: width)
    let subcommands = commands.map { ($0.name, $0.summary) } + [("help", "Show the help of a subcommand")]
    text += heading("Subcommands", color) + definitions(subcommands, width: width)
    text += heading("Options", color)
    text += definitions([Self.helpOption, ("--version", "Show the version")], width: width)
    return text + "\n" + wrap("See '\(name) help SUBCOMMAND' for more on one of them.", width: width) + "\n"
  }

  /// The help of one subcommand.
  func help(of command: Command, width: Int, color: Bool) -> String {
    var text = wrap("\(name) \(command.name) - \(command.summary)", width: width) + "\n\n"
    text += usage(command.usageWords, width: width)
    if !command.discussion.isEmpty { text += "\n" + wrap(command.discussion, width: width) + "\n" }

    let arguments =
      command.positionals.map { ($0.name, Self.help($0.help, allowed: $0.allowed)) }
      + (command.trailing.map { [("-- \($0.name)", $0.help)] } ?? [])
    if !arguments.isEmpty { text += heading("Arguments", color) + definitions(arguments, width: width) }

    let options = command.options.map {
      (
        $0.spelling,
        Self.help($0.help, allowed: $0.allowed, default: $0.defaultValue, repeats: $0.isRepeatable)
      )
    }
    text += heading("Options", color) + definitions(options + [Self.helpOption], width: width)

    if !command.examples.isEmpty { text += heading("Examples", color) }
    for example in command.examples {
      let call = [name, command.name, example.arguments].filter { !$0.isEmpty }.joined(separator: " ")
      // A call is there to be copied, so it is not broken into lines.
      text += "  \(call)\n" + wrap(example.help, width: width, indent: 6) + "\n"
    }
    return text
  }

  private static let helpOption = ("-h, --help", "Show this help")

  private static func help(
    _ help: String, allowed: [String], default value: String? = nil, repeats: Bool = false
  ) -> String {
    var sentences = [help]
    if !allowed.isEmpty { sentences.append("One of: \(allowed.joined(separator: ", ")).") }
    if let value { sentences.append("Default: \(value).") }
    if repeats { sentences.append("May be repeated.") }
    return sentences.joined(separator: " ")
  }

  private func heading(_ title: String, _ color: Bool) -> String {
    "\n" + StyledText(title + ":", .bold).rendered(color: color) + "\n"
  }

  /// The usage line, broken between its words only.
  private func usage(_ words: [String], width: Int) -> String {
    let start = "Usage: \(name)"
    var lines = [start]
    for word in words {
      let line = lines[lines.count - 1] + " " + word
      if line.count <= width || lines[lines.count - 1].allSatisfy({ $0 == " " }) {
        lines[lines.count - 1] = line
      } else {
        lines.append(String(repeating: " ", count: start.count) + " " + word)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Terms and what they mean in two columns; a long term has a line to itself.
func definitions(_ entries: [(term: String, meaning: String)], width: Int) -> String {
  let longest = entries.map { StyledText($0.term).width }.filter { $0 <= 24 }.max() ?? 0
  let indent = 2 + longest + 2
  var text = ""
  for (term, meaning) in entries {
    let lines = wrap(meaning, width: width, indent: indent)
    let start = "  \(term)"
    if StyledText(start).width + 2 <= indent, !lines.isEmpty {
      text += start + lines.dropFirst(start.count) + "\n"
    } else {
      text += start + (lines.isEmpty ? "" : "\n" + lines) + "\n"
    }
  }
  return text
}
