import Foundation
import Testing

/// The subcommands as a user meets them.
struct CommandTests {
  static let subcommands = [
    "matrix", "list", "layout", "kvm", "eval", "explain", "cost", "verify", "probe", "race", "lint",
    "import", "diff", "glossary", "schema", "boot",
  ]

  @Test func `the help names every subcommand that is tested here, and no other`() throws {
    let run = try Extstruct.run("--help")
    let listed = run.lines.drop { $0 != "Subcommands:" }.dropFirst().prefix { $0.hasPrefix("  ") }
      .filter { !$0.hasPrefix("   ") }.map { String($0.split(separator: " ")[0]) }
    #expect(Set(listed) == Set(Self.subcommands + ["help"]))
  }

  @Test(arguments: subcommands)
  func `every subcommand has help that fits a terminal`(_ name: String) throws {
    let run = try Extstruct.run(name, "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("Usage: extstruct \(name)"))
    #expect(run.lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ["kvm_userspace_memory_region", "sched_attr"])
  func `the costs fit a terminal and end with three claims, each with its number`(_ name: String) throws {
    let run = try Extstruct.run("cost", name)
    #expect(run.status == 0)
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    let claims = run.lines.filter { $0.hasPrefix("\"") && $0.contains("\": ") }
    #expect(claims.count == 3)
    let json = try Extstruct.run("cost", name, "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["claims"] as? [[String: Any]])?.count == 3)
    #expect((object["fetch"] as? Double ?? 0) > 0)
    // Instructions may be impossible to count; then there is a reason.
    let missing = try #require(object["missing"] as? [String])
    for scheme in try #require(object["schemes"] as? [[String: Any]]) {
      #expect((scheme["user"] as? Double ?? 0) > 0)
      #expect(
        (scheme["instructions"] as? Double ?? 0) > 0 || scheme["instructions"] is NSNull && !missing.isEmpty)
    }
    #expect(run.lines.contains { $0.contains("debug build") } == (object["optimised"] as? Bool == false))
  }

  static let wrong: [([String], String)] = [
    (["matrx"], "did you mean 'matrix'"),
    (["matrix", "sched_atr"], "did you mean 'sched_attr'"),
    (["matrix", "--scheme", "flagfirst"], "did you mean 'flag-first'"),
    (["matrix", "--jsn"], "did you mean '--json'"),
    (["matrix", "a", "b"], "'b'"),
    (["layout"], "NAME"),
    (["layout", "kvm_memory_region"], "did you mean"),
    (["list", "--json=yes"], "--json"),
    (["eval", "a", "b"], "'b'"),
    (["schema", "matrx"], "did you mean 'matrix'"),
    (["list", "--facts", "openat2", "--release", "6.1"], "leave out --release"),
    (["import", "--header", "nowhere.h"], "there is no header nowhere.h"),
    (["import", "--header", "linux/openat2.h", "opn_how"], "did you mean 'open_how'"),
    (["import", "--header", "linux/openat2.h", "--target", "x86"], "did you mean 'x86_64'"),
    (["import", "--header", "linux/openat2.h", "open_how", "--version", "VER1"], "NAME=MEMBER"),
    (["import", "--btf", "/etc/passwd", "open_how"], "/etc/passwd is no BTF"),
    (["diff"], "OLD"),
    (["diff", "linux/openat2.h"], "NEW"),
    (["diff", "nowhere.h", "linux/openat2.h"], "nowhere.h"),
    (
      ["diff", "/usr/include/linux/openat2.h", "/usr/include/linux/openat2.h", "opn_how"],
      "did you mean 'open_how'"
    ),
    (["diff", "-", "-"], "standard input"),
    (["list", "--html", "/nowhere/page.html"], "/nowhere/page.html cannot be written"),
    (["list", "--html", "."], ". cannot be written"),
    (["list", "--html", ""], "the name of a file"),
    (["list", "--html"], "--html"),
    (["eval", "--html", "page.html"], "--html"),
  ]

  @Test(arguments: wrong)
  func `a wrong word is answered with the right one`(_ arguments: [String], _ hint: String) throws {
    let run = try Extstruct.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains(hint), "\(run.error)")
  }

  @Test(arguments: ["kvm_userspace_memory_region", "sched_attr", "kvm_userspace_memory_region2"])
  func `the matrix fits a terminal and ends without a contradiction`(_ name: String) throws {
    let run = try Extstruct.run("matrix", name)
    #expect(run.status == 0)
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    #expect(run.output.contains("at a glance"))
    #expect(!run.output.contains("CONTRADICTED"))
    #expect(!run.output.contains("\u{1b}"))
  }

  @Test func `the matrix as JSON has the shape that programs rely on`() throws {
    let run = try Extstruct.run("matrix", "--scheme", "flag-first", "--no-confirm", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["struct"] as? String == "kvm_userspace_memory_region")
    let scheme = try #require((object["schemes"] as? [[String: Any]])?.first)
    #expect(scheme["scheme"] as? String == "flag-first")
    #expect(scheme["bytes"] as? Int == 48)
    let cells = try #require(scheme["cells"] as? [[String: Any]])
    let keys: Set = [
      "user", "kernel", "features", "habit", "tailMapped", "verdict", "errno", "bytes", "confirmed",
    ]
    #expect(cells.allSatisfy { Set($0.keys) == keys })
    let beyond = cells.filter { $0["verdict"] as? String == "out-of-bounds" }
    #expect(beyond.count == 1)
    #expect(beyond.first?["tailMapped"] as? Bool == true)
    #expect(beyond.first?["bytes"] as? [[Int]] == [[32, 16]])
    #expect(beyond.first?["habit"] as? String == "stray-flag")
    let gated = cells.filter { $0["features"] as? [String] == ["guest_memfd_offset"] }
    #expect(!gated.isEmpty)
  }

  @Test func `schemes come in the order in which they were asked for`() throws {
    let run = try Extstruct.run(
      "matrix", "--scheme=new-ioctl", "--scheme", "static-pad-checked", "--no-confirm", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let names = (object?["schemes"] as? [[String: Any]])?.compactMap { $0["scheme"] as? String }
    #expect(names == ["new-ioctl", "static-pad-checked"])
  }

  @Test func `every struct and interface that is listed can be drawn`() throws {
    let list = try Extstruct.run("list", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [String: Any])
    let names = ["structs", "interfaces"].flatMap { key in
      (object[key] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
    }
    #expect(names.count >= 11)
    for name in names {
      let drawn = try Extstruct.run("layout", name)
      #expect(drawn.status == 0)
      #expect(["0x00 ├", "0x000 ├"].contains(where: drawn.output.contains), "\(name)")
      #expect(drawn.lines.allSatisfy { $0.count <= 80 }, "\(name)")
    }
  }
}
