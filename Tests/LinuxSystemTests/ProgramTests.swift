import LinuxSystem
import Testing

/// Programs that are run to their ends.
struct ProgramTests {
  private func shell(_ script: String, input: [UInt8] = [], files: [[UInt8]] = []) -> Program {
    Program("/bin/sh", ["-c", script], environment: ["PATH=/usr/bin:/bin"], input: input, files: files)
  }

  @Test func `what a program writes, and how it ends, are the result`() throws {
    let input = [UInt8](repeating: 0x61, count: 300_000)
    let results = try Program.run(
      [
        shell("cat; echo error >&2; exit 3", input: input), shell("kill -9 $$"),
        shell("cat /dev/fd/3 /dev/fd/4", files: [[1, 2], [3]]),
      ], atOnce: 2, limit: 1 << 20)
    #expect(results[0].output == input)
    #expect(results[0].errors == Array("error\n".utf8))
    #expect(results.map(\.end) == [.exited(3), .killed(9), .exited(0)])
    #expect(results[2].output == [1, 2, 3])
  }

  @Test func `a program that writes more than it may is killed`() throws {
    let results = try Program.run([shell("yes"), shell("yes >&2"), shell("echo a")], atOnce: 3, limit: 1000)
    #expect(results.map(\.end) == [nil, nil, .exited(0)])
    #expect(results[2].output == [0x61, 0x0a])
  }

  @Test func `a program that is not there is an error, and those that run already are ended`() throws {
    #expect(throws: SystemError.self) {
      try Program.run([shell("sleep 1000"), Program("/nowhere/program", [])], atOnce: 2, limit: 1000)
    }
  }
}
