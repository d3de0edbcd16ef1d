import Foundation
import Testing

/// Whatever takes a name takes an interface file in its place.
struct InterfaceFileTests {
  /// Writes an interface of the catalog into a file, with `old` replaced by `new`, and hands its name over.
  private func withFile(
    of name: String, _ old: String = "", _ new: String = "", _ body: (String) throws -> Void
  ) throws {
    let exported = try Extstruct.run("list", "--export", name)
    #expect(exported.status == 0 && exported.error.isEmpty)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = old.isEmpty ? exported.output : exported.output.replacing(old, with: new)
    try Data(text.utf8).write(to: file)
    try body(file.path)
  }

  static let alike: [[String]] = [
    ["layout"], ["lint"], ["explain"], ["explain", "--release", "6.12"],
    ["explain", "--scheme", "flag-first"],
    ["list", "--facts"], ["list", "--export"], ["probe", "--json"],
  ]

  @Test(arguments: ["open_tree_attr", "procmap_query", "lsm_list_modules"], alike)
  func `a file gives what the catalog gives by the name`(_ name: String, _ arguments: [String]) throws {
    try withFile(of: name) { file in
      let (named, read) = (try Extstruct.run(arguments + [name]), try Extstruct.run(arguments + [file]))
      #expect(read.output == named.output)
      #expect(read.status == named.status)
      #expect(read.error == named.error)
    }
  }

  @Test func `the running kernel is asked by a file, and a wrong file is contradicted`() throws {
    try withFile(of: "openat2") { file in
      let run = try Extstruct.run("verify", file)
      #expect(run.status == 0)
      #expect(run.output.contains(" 0 disagreements"))
    }
    try withFile(of: "openat2", #""scheme": "size-argument""#, #""scheme": "size-in-command""#) { file in
      let run = try Extstruct.run("verify", file)
      #expect(run.status == 2, "\(run.error)")
      #expect(run.error.contains("call shape does not fit"))
    }
    try withFile(of: "openat2", "0xffffffffffffffc0", "0xffffffffffffffe0") { file in
      let run = try Extstruct.run("verify", file)
      #expect(run.status == 1)
      #expect(run.output.contains("openat2: member at 16 is 0x20: simulated EINVAL"))
    }
  }

  @Test func `a struct of a file is compared under the five schemes and its own`() throws {
    try withFile(of: "procmap_query") { file in
      let matrix = try Extstruct.run("matrix", file)
      #expect(matrix.status == 0)
      #expect(matrix.output.contains("Not confirmed: `extstruct verify"))
      let race = try Extstruct.run("race", file, "--no-replay", "--writes", "1")
      #expect(race.status == 0)
      let cost = try Extstruct.run("cost", file, "--scheme", "flag-first")
      #expect(cost.status == 0)
    }
  }

  @Test func `cases are answered for a file`() throws {
    try withFile(of: "openat2", #""interface": "openat2""#, #""interface": "mine""#) { file in
      let line = #"{"interface":"mine","usize":25,"memory":"00"}"#
      let run = try Extstruct.run("eval", "--interface", file, input: line)
      #expect(run.status == 0)
      #expect(run.output.contains(#""result":"OK""#))
      #expect(try Extstruct.run("eval", input: line).status == 2)
    }
  }

  static let wrong: [([String], String)] = [
    (
      ["layout", "./nowhere.json"],
      "./nowhere.json: the interface file cannot be read: No such file or directory"
    ),
    (["matrix", "/"], "/: the interface file cannot be read: Is a directory"),
    (["verify", "/dev/null"], "/dev/null:1:1: no JSON: expected a value"),
    (["lint", "/dev/zero"], "/dev/zero: longer than 1 MiB"),
    (["probe", "mine"], "the name of an interface file has a '/' in it"),
    (["eval", "--interface", "openat2"], "openat2: the interface file cannot be read"),
    (["list", "--export", "opnat2"], "did you mean 'openat2'"),
    (["list", "--export", "openat2", "--json"], "leave out --json"),
    (["list", "--export", "openat2", "--facts", "openat2"], "leave out --facts"),
  ]

  @Test(arguments: wrong)
  func `a name that leads to no interface says so`(_ arguments: [String], _ words: String) throws {
    let run = try Extstruct.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains(words), "\(run.error)")
  }
}
