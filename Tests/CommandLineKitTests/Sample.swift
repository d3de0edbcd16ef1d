import CommandLineKit

/// A program with each kind of argument; its subcommands print what they were given.
enum Sample {
  static let structName = Positional(
    "STRUCT", .optional, allowed: ["sched_attr", "clone_args", "open_how"],
    help: "The struct to look at; all of them if none is named.")
  static let scheme = Option(
    "--scheme", value: "S", isRepeatable: true, allowed: ["static-pad", "size-prefixed", "flag-first"],
    help: "Look at this scheme only.")
  static let recheck = Option(
    "--recheck", value: "WHAT", allowed: ["none", "deciding", "all"], default: "deciding",
    help: "What the kernel reads again before it acts.")
  static let limit = Option("--limit", value: "N", help: "Stop after so many calls.")
  static let noConfirm = Option("--no-confirm", help: "Do not call the kernel again to confirm.")
  static let json = Option("--json", help: "Print JSON.")

  static let kernel = Option("--kernel", value: "VMLINUZ", isRequired: true, help: "The kernel to boot.")
  static let subcommand = Positional("SUBCOMMAND", .oneOrMore, help: "What to run inside.")

  static let name = Positional("NAME", help: "The struct.")
  static let interfaces = Positional("INTERFACE", .repeating, help: "The interfaces.")

  static let matrix = Command(
    "matrix", summary: "Call every kernel version with every user version",
    discussion: """
      Each pair of versions is called once and judged against what the user
      meant.

        accepted   every field meant was honoured
        rejected   with an errno
      """,
    positionals: [structName], options: [scheme, recheck, limit, noConfirm, json],
    examples: [
      .init("", "The whole matrix."),
      .init("sched_attr --scheme size-prefixed", "One struct under one scheme."),
    ]
  ) { arguments, console in
    let limit = try arguments.integer(of: limit, as: UInt8.self) ?? 7
    console.print("struct \(arguments.value(of: structName) ?? "-")")
    console.print("schemes \(arguments.values(of: scheme))")
    console.print("recheck \(arguments.value(of: recheck) ?? "-")")
    console.print("limit \(limit)")
    console.print("flags \(arguments.has(noConfirm)) \(arguments.has(json))")
    return .success
  }

  static let boot = Command(
    "boot", summary: "Boot a kernel and run a subcommand in it", options: [kernel], trailing: subcommand
  ) { arguments, console in
    console.print("\(try arguments.required(kernel)) \(arguments.trailing)")
    return .checkFailed
  }

  static let layout = Command("layout", summary: "Show a layout", positionals: [name]) { arguments, console in
    console.print(try arguments.required(name))
    return .success
  }

  static let verify = Command("verify", summary: "Compare", positionals: [interfaces]) { arguments, console in
    console.print("\(arguments.values(of: interfaces))")
    return .success
  }

  static let fail = Command("fail", summary: "Fail") { _, console in
    console.print("before")
    throw InputError("cannot open 'x': No such file or directory")
  }

  static let program = Program(
    "extstruct", summary: "a sample", version: "1.2.3", commands: [matrix, boot, layout, verify, fail])

  struct Result: Equatable {
    var status: CommandLineKit.ExitStatus
    var output: String
    var error: String
  }

  static func run(_ arguments: [String], width: Int = 80, color: Bool = false) -> Result {
    var console = Console.capturing(width: width, color: color)
    let status = program.run(arguments, on: &console)
    return Result(status: status, output: console.capturedOutput, error: console.capturedError)
  }

  static func run(_ line: String) -> Result { run(line.split(separator: " ").map(String.init)) }
}
