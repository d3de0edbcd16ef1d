import CommandLineKit
import Testing

@Suite struct ProgramTests {
  @Test(arguments: [
    ("matrix", "struct -|schemes []|recheck deciding|limit 7|flags false false"),
    ("matrix open_how --json", "struct open_how|schemes []|recheck deciding|limit 7|flags false true"),
    (
      "matrix --scheme static-pad --scheme=flag-first --no-confirm",
      "struct -|schemes [\"static-pad\", \"flag-first\"]|recheck deciding|limit 7|flags true false"
    ),
    (
      "matrix --recheck all --limit 0xff -- open_how",
      "struct open_how|schemes []|recheck all|limit 255|flags false false"
    ),
    ("matrix --json --json", "struct -|schemes []|recheck deciding|limit 7|flags false true"),
    ("layout -", "-"),
    ("layout -- --name", "--name"),
    ("verify", "[]"),
    ("verify a b c", "[\"a\", \"b\", \"c\"]"),
    ("verify a -- -b --help", "[\"a\", \"-b\", \"--help\"]"),
    ("--version", "extstruct 1.2.3"),
  ])
  func taken(line: String, output: String) {
    let expected = output.split(separator: "|").joined(separator: "\n") + "\n"
    #expect(Sample.run(line) == .init(status: .success, output: expected, error: ""))
  }

  @Test func trailingArgumentsAndStatus() {
    let result = Sample.run("boot --kernel=a=b -- matrix --json -- x")
    #expect(
      result
        == .init(status: .checkFailed, output: "a=b [\"matrix\", \"--json\", \"--\", \"x\"]\n", error: ""))
  }

  @Test(arguments: [
    ("matirx", "unknown subcommand 'matirx'; did you mean 'matrix'?"),
    ("laoyut", "unknown subcommand 'laoyut'; did you mean 'layout'?"),
    ("qqqqqq", "unknown subcommand 'qqqqqq'; 'extstruct help' lists them"),
    ("help matirx", "unknown subcommand 'matirx'; did you mean 'matrix'?"),
    ("--versoin", "unknown option '--versoin'; did you mean '--version'?"),
    ("-j", "unknown option '-j'; a subcommand comes first; see 'extstruct help'"),
    ("matrix --jsn", "unknown option '--jsn'; did you mean '--json'?"),
    ("matrix --jsn=3", "unknown option '--jsn'; did you mean '--json'?"),
    ("layout --zzzzzz x", "unknown option '--zzzzzz'; 'layout' takes --help"),
    ("matrix sched_atr", "unknown STRUCT 'sched_atr'; did you mean 'sched_attr'?"),
    ("matrix zzz", "unknown STRUCT 'zzz'; known: sched_attr, clone_args, open_how"),
    ("matrix --scheme flag", "unknown value of --scheme 'flag'; did you mean 'flag-first'?"),
    ("matrix --recheck al", "unknown value of --recheck 'al'; did you mean 'all'?"),
    ("matrix --recheck", "--recheck needs a value: --recheck WHAT"),
    ("matrix --recheck --json", "--recheck needs a value: --recheck WHAT"),
    ("matrix --recheck --", "--recheck needs a value: --recheck WHAT"),
    ("matrix --recheck=", "unknown value of --recheck ''; known: none, deciding, all"),
    ("matrix --recheck all --recheck all", "--recheck is given twice; once is enough"),
    ("matrix --json=yes", "--json takes no value"),
    ("matrix --limit 256", "--limit takes a number from 0 to 255, not '256'"),
    ("matrix --limit -1", "--limit takes a number from 0 to 255, not '-1'"),
    ("matrix --limit 0x", "--limit takes a number from 0 to 255, not '0x'"),
    (
      "layout a b", "'b' is one argument too many; usage: layout NAME"
    ),
    ("boot", "--kernel VMLINUZ is missing; usage: boot --kernel VMLINUZ -- SUBCOMMAND..."),
    ("boot --kernel k", "-- SUBCOMMAND... is missing; usage: boot --kernel VMLINUZ -- SUBCOMMAND..."),
    ("boot --kernel k matrix", "'boot' takes no arguments, but got 'matrix'"),
    ("layout", "NAME is missing; usage: layout NAME"),
  ])
  func refused(line: String, message: String) {
    let result = Sample.run(line)
    #expect(result == .init(status: .trouble, output: "", error: "extstruct: \(message)\n"))
  }

  @Test func anErrorOfTheSubcommandComesAfterItsOutput() {
    let result = Sample.run("fail")
    #expect(result.status == .trouble)
    #expect(result.output == "before\n")
    #expect(result.error == "extstruct: cannot open 'x': No such file or directory\n")
  }

  @Test func anErrorDoesNotTalkToTheTerminal() {
    #expect(Sample.run(["layout", "a", "\u{1B}[2J"]).error.hasPrefix("extstruct: '\u{FFFD}[2J' is one"))
  }

  @Test func emptyArguments() {
    #expect(Sample.run([""]).error == "extstruct: unknown subcommand ''; 'extstruct help' lists them\n")
    #expect(Sample.run(["layout", ""]).output == "\n")
    #expect(Sample.run(["matrix", "--limit", ""]).status == .trouble)
  }
}
