import CommandLineKit
import Documents
import Glibc
import Testing

@Suite struct ConsoleTests {
  @Test func stylesAreDroppedWithoutColor() {
    for (color, expected) in [(false, "ab\n"), (true, "\u{1B}[1;32ma\u{1B}[0mb\n")] {
      var console = Console.capturing(color: color)
      console.print(styled: StyledText("a", .bold, .green) + "b")
      let output = console.capturedOutput
      #expect(output == expected)
    }
  }

  @Test(arguments: [
    ([:], 80), (["COLUMNS": "132"], 132), (["COLUMNS": "0"], 80), (["COLUMNS": "x"], 80),
    (["COLUMNS": "-5"], 80),
  ])
  func widthOfAFile(environment: [String: String], width: Int) throws {
    let file = unsafe open("/dev/null", O_WRONLY)
    defer { close(file) }
    let console = Console.standard(output: file, error: file) { environment[$0] }
    #expect((console.width, console.usesColor, console.isTerminal) == (width, false, false))
  }

  @Test(arguments: [
    ([:], true), (["NO_COLOR": ""], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false),
  ])
  func colorOfATerminal(environment: [String: String], color: Bool) throws {
    try withTerminal { terminal in
      var size = winsize(ws_row: 24, ws_col: 57, ws_xpixel: 0, ws_ypixel: 0)
      #expect(unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
      let console = Console.standard(output: terminal, error: terminal) { environment[$0] }
      #expect((console.width, console.usesColor, console.isTerminal) == (57, color, true))
    }
  }

  @Test func aFullDiskIsAnError() async {
    // The text and the status of the whole program, on a device that is always full.
    await #expect(processExitsWith: .exitCode(2)) {
      let full = unsafe open("/dev/full", O_WRONLY)
      let program = Program("p", summary: "", version: "1", commands: [])
      var console = Console.standard(output: full, error: 2)
      exit(program.run(["--version"], on: &console).rawValue)
    }
  }

  @Test func aFullDiskIsNamed() throws {
    let full = unsafe open("/dev/full", O_WRONLY)
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    defer { for end in ends + [full] { close(end) } }
    var console = Console.standard(output: full, error: ends[1])
    let status = Sample.program.run(["help"], on: &console)
    let isBroken = console.isBroken
    #expect(status == .trouble)
    #expect(isBroken)
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = unsafe read(ends[0], &bytes, bytes.count)
    #expect(
      String(decoding: bytes.prefix(count), as: UTF8.self)
        == "extstruct: cannot write standard output: No space left on device\n")
  }

  @Test func aBrokenPipeKillsAsItKillsOtherCommands() async {
    await #expect(processExitsWith: .signal(SIGPIPE)) {
      signal(SIGPIPE, SIG_DFL)
      exit(writeToABrokenPipe().rawValue)
    }
  }

  @Test func aBrokenPipeIsQuietWhereTheSignalIsIgnored() async {
    let result = await #expect(
      processExitsWith: .exitCode(141), observing: [\.standardErrorContent]
    ) {
      signal(SIGPIPE, SIG_IGN)
      exit(writeToABrokenPipe().rawValue)
    }
    // The testing library puts bytes of its own into the stream.
    let printed = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) }
    #expect(printed?.contains("extstruct") == false)
  }
}

private func writeToABrokenPipe() -> CommandLineKit.ExitStatus {
  var ends: [Int32] = [0, 0]
  guard unsafe pipe(&ends) == 0 else { return .success }
  close(ends[0])
  var console = Console.standard(output: ends[1], error: 2)
  return Sample.program.run(["help"], on: &console)
}

/// Gives the far end of a new pseudo-terminal.
private func withTerminal(_ body: (Int32) throws -> Void) throws {
  let near = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
  try #require(near >= 0)
  defer { close(near) }
  var locked: Int32 = 0
  try #require(unsafe ioctl(near, 0x4004_5431, &locked) == 0)  // TIOCSPTLCK
  var number: Int32 = 0
  try #require(unsafe ioctl(near, 0x8004_5430, &number) == 0)  // TIOCGPTN
  let far = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
  try #require(far >= 0)
  defer { close(far) }
  try body(far)
}
