import Documents
import LinuxSystem

/// A command of subcommands: picks one, runs it, and turns what went wrong into words and a status.
package struct Program: Sendable {
  /// The name as it is typed.
  package var name: String
  /// One line, without a full stop.
  package var summary: String
  /// What `--version` prints after the name.
  package var version: String
  /// The subcommands, in the order of the help.
  package var commands: [Command]

  /// Declares a program.
  package init(_ name: String, summary: String, version: String, commands: [Command]) {
    self.name = name
    self.summary = summary
    self.version = version
    self.commands = commands
  }

  /// Runs the program on the process's arguments and ends the process.
  package func main() -> Never {
    var console = Console.standard()
    let status = run(Array(CommandLine.arguments.dropFirst()), on: &console)
    CurrentProcess.exit(status.rawValue)
  }

  /// Runs the program on arguments, without the program's name, and writes out all that it printed.
  ///
  /// Any error is printed after the program's name and gives ``ExitStatus/trouble``. So does output
  /// that could not be written; only a broken pipe is quiet, and gives ``ExitStatus/brokenPipe``.
  package func run(_ arguments: [String], on console: inout Console) -> ExitStatus {
    var status: ExitStatus
    do {
      status = try dispatch(arguments, on: &console)
    } catch {
      // What the error quotes may be anything; only its line breaks reach the terminal.
      let lines = "\(name): \(error)".split(separator: "\n", omittingEmptySubsequences: false)
      for line in lines { console.printError(StyledText(String(line)).rendered(color: false)) }
      status = .trouble
    }
    console.flush()
    if let failure = console.outputFailure {
      if failure.isBrokenPipe { return .brokenPipe }
      console.printError("\(name): cannot write standard output: \(failure.reason)")
      status = .trouble
    }
    return status
  }

  private func dispatch(_ arguments: [String], on console: inout Console) throws -> ExitStatus {
    guard let first = arguments.first else {
      // Standard error is asked for no colour of its own.
      console.printError(help(width: console.width, color: false), terminator: "")
      return .trouble
    }
    switch first {
    case "--version":
      console.print("\(name) \(version)")
    case "-h", "--help", "help":
      let topic = arguments.dropFirst().first { !["-h", "--help", "help"].contains($0) }
      if let topic {
        let command = try command(topic)
        console.write(help(of: command, width: console.width, color: console.usesColor))
      } else {
        console.write(help(width: console.width, color: console.usesColor))
      }
    default:
      let command = try command(first)
      switch try command.parse(Array(arguments.dropFirst())) {
      case .help: console.write(help(of: command, width: console.width, color: console.usesColor))
      case .run(let parsed): return try command.run(parsed, &console)
      }
    }
    return .success
  }

  private func command(_ given: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == given }) { return command }
    if given.hasPrefix("-") {
      throw .unknown(
        "option", given, known: ["--help", "--version"], hint: "a subcommand comes first; see '\(name) help'")
    }
    throw .unknown(
      "subcommand", given, known: commands.map(\.name) + ["help"], hint: "'\(name) help' lists them")
  }
}
