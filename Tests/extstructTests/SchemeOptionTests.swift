import Foundation
import Testing

/// `--scheme`: the same names wherever a struct is taken in under a scheme.
struct SchemeOptionTests {
  static let names = [
    "static-pad", "static-pad-checked", "size-prefixed", "size-argument", "size-in-command", "flag-first",
    "size-and-flag-first", "new-ioctl", "unversioned",
  ]

  private func object(_ run: Extstruct.Run) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func schemes(_ run: Extstruct.Run) throws -> [String] {
    try #require(try object(run)["schemes"] as? [[String: Any]]).compactMap { $0["scheme"] as? String }
  }

  /// `--scheme` before each name.
  private func options(_ names: [String]) -> [String] { names.flatMap { ["--scheme", $0] } }

  @Test func `the matrix takes every named scheme`() throws {
    let run = try Extstruct.run(
      ["matrix", "sched_attr", "--no-confirm", "--json"] + options(Self.names.reversed()))
    #expect(run.status == 0)
    #expect(try schemes(run) == Self.names.reversed())
  }

  @Test func `the cost takes every named scheme, and its claims hold for a part of them`() throws {
    let run = try Extstruct.run(["cost", "sched_attr", "--json"] + options(Self.names))
    #expect(run.status == 0, "\(run.error)")
    #expect(try schemes(run) == Self.names)
    let one = try Extstruct.run("cost", "sched_attr", "--scheme", "size-argument")
    #expect(one.lines.contains { $0.hasPrefix("size-argument ") })
    #expect(!one.lines.contains { $0.hasPrefix("static-pad ") })
    #expect(!one.output.contains("No static pad can carry this struct"))
  }

  @Test func `the race takes every named scheme, and VFIO's`() throws {
    let names = Self.names + ["argsz"]
    let run = try Extstruct.run(
      ["race", "--writes", "1", "--no-replay", "--json"] + options(names))
    #expect(run.status == 0, "\(run.error)")
    #expect(Set(try schemes(run)) == Set(names))
  }

  @Test(arguments: ["matrix", "cost", "race"])
  func `by default nothing is added`(_ command: String) throws {
    let quick =
      command == "race" ? ["--writes", "1", "--no-replay"] : command == "matrix" ? ["--no-confirm"] : []
    let run = try Extstruct.run([command, "--json"] + quick)
    let added = ["static-pad-checked", "size-argument", "size-in-command"]
    #expect(try Set(schemes(run)).isDisjoint(with: added))
    #expect(try Set(schemes(run)).isSuperset(of: ["static-pad", "size-prefixed", "flag-first", "new-ioctl"]))
  }

  @Test(arguments: ["matrix", "cost", "race"])
  func `what cannot carry the struct is an error if it was named`(_ command: String) throws {
    // mnt_id_req has no flags.
    let run = try Extstruct.run(command, "mnt_id_req", "--scheme", "flag-first")
    #expect(run.status == 2, "\(run.output)")
    #expect(run.error.contains("flag-first reads flags, but the history names no flags member"))
    #expect(run.output.isEmpty)
  }

  @Test func `a struct with a member called size is taken in under the sized schemes`() throws {
    let run = try Extstruct.run("matrix", "kvm_create_guest_memfd", "--json")
    #expect(run.status == 0)
    let object = try object(run)
    #expect((object["leftOut"] as? [Any])?.isEmpty == true)
    #expect(
      try schemes(run) == [
        "static-pad", "size-prefixed", "flag-first", "size-and-flag-first", "new-ioctl",
      ])
    let sized = try #require(
      (object["schemes"] as? [[String: Any]])?.first { $0["scheme"] as? String == "size-prefixed" })
    let cells = try #require(sized["cells"] as? [[String: Any]])
    #expect(cells.contains { $0["habit"] as? String == "unset-size" })
    #expect(
      cells.filter { $0["habit"] as? String == "careful" }.allSatisfy {
        $0["verdict"] as? String == "accepted"
      })
    // The added member is drawn beside the one that was there.
    let layout = try Extstruct.run("explain", "kvm_create_guest_memfd", "--scheme", "size-prefixed")
    #expect(layout.output.contains("struct_size"), "\(layout.output)")
  }
}
