import CommandLineKit
import Testing

@Suite struct HelpTests {
  static let program = """
    extstruct - a sample

    Usage: extstruct SUBCOMMAND [ARGUMENT]...

    Subcommands:
      matrix  Call every kernel version with every user version
      boot    Boot a kernel and run a subcommand in it
      layout  Show a layout
      verify  Compare
      fail    Fail
      help    Show the help of a subcommand

    Options:
      -h, --help  Show this help
      --version   Show the version

    See 'extstruct help SUBCOMMAND' for more on one of them.

    """

  static let matrix = """
    extstruct matrix - Call every kernel version with every user version

    Usage: extstruct matrix [STRUCT] [--scheme S]... [--recheck WHAT] [--limit N]
                     [--no-confirm] [--json]

    Each pair of versions is called once and judged against what the user meant.

      accepted   every field meant was honoured
      rejected   with an errno

    Arguments:
      STRUCT  The struct to look at; all of them if none is named. One of:
              sched_attr, clone_args, open_how.

    Options:
      --scheme S      Look at this scheme only. One of: static-pad, size-prefixed,
                      flag-first. May be repeated.
      --recheck WHAT  What the kernel reads again before it acts. One of: none,
                      deciding, all. Default: deciding.
      --limit N       Stop after so many calls.
      --no-confirm    Do not call the kernel again to confirm.
      --json          Print JSON.
      -h, --help      Show this help

    Examples:
      extstruct matrix
          The whole matrix.
      extstruct matrix sched_attr --scheme size-prefixed
          One struct under one scheme.

    """

  @Test(arguments: ["-h", "--help", "help", "help help", "--help -h"])
  func ofTheProgram(line: String) {
    #expect(Sample.run(line) == .init(status: .success, output: Self.program, error: ""))
  }

  @Test func withoutArgumentsItGoesToStandardError() {
    #expect(Sample.run("") == .init(status: .trouble, output: "", error: Self.program))
  }

  @Test(arguments: [
    "help matrix", "--help matrix", "matrix --help", "matrix -h", "matrix --json nonsense -h",
    "matrix --bad --help",
  ])
  func ofASubcommand(line: String) {
    #expect(Sample.run(line) == .init(status: .success, output: Self.matrix, error: ""))
  }

  @Test(arguments: [40, 60, 80, 120], ["help", "help matrix", "help boot", "help verify"])
  func fits(width: Int, line: String) {
    let result = Sample.run(line.split(separator: " ").map(String.init), width: width)
    for line in result.output.split(separator: "\n") where !line.hasPrefix("  extstruct") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func headingsAreBoldOnATerminal() {
    #expect(Sample.run(["help"], color: true).output.contains("\n\u{1B}[1mOptions:\u{1B}[0m\n"))
  }
}
