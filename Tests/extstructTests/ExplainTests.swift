import Foundation
import Testing

/// `extstruct explain` and `extstruct list` by release, as a user and as a program meets them.
struct ExplainTests {
  private func object(_ arguments: String...) throws -> [String: Any] {
    let run = try Extstruct.run(arguments)
    #expect(run.status == 0, "\(run.error)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func `the JSON has the shape that programs rely on`() throws {
    let plain = try object("explain", "openat2", "--release", "5.8", "--json")
    #expect(Set(plain.keys) == ["interface", "release", "direction", "steps"])
    #expect(plain["interface"] as? String == "openat2" && plain["release"] as? String == "5.8")
    #expect(plain["direction"] as? String == "in")
    let steps = try #require(plain["steps"] as? [[String: Any]])
    #expect(steps.allSatisfy { Set($0.keys) == ["step", "c", "errno", "reads"] })
    #expect(!steps.contains { $0["step"] as? String == "maximum" })
    #expect(steps.first { $0["step"] as? String == "copy" }?["reads"] as? [Int] == [0, 24])

    let refused = try object(
      "explain", "openat2", "--json", "--case", #"{"usize":25,"memory":"00","mapped":25}"#)
    #expect(refused["stopsAt"] is NSNull && refused["result"] as? String == "OK")
    let tail = try object(
      "explain", "openat2", "--json", "--case",
      #"{"usize":26,"memory":"\#(String(repeating: "00", count: 25))01"}"#)
    let index = try #require(tail["stopsAt"] as? Int)
    let listed = try #require(tail["steps"] as? [[String: Any]])
    #expect(listed[index]["step"] as? String == "tail" && tail["result"] as? String == "E2BIG")

    let prototype = try object("explain", "sched_attr", "--scheme", "flag-first", "--json")
    #expect(prototype["release"] is NSNull)
    #expect(try object("explain", "sched_getattr", "--json")["direction"] as? String == "out")
  }

  @Test func `explanation and facts of every interface fit a terminal`() throws {
    let list = try object("list", "--json")
    for interface in try #require(list["interfaces"] as? [[String: Any]]) {
      let name = try #require(interface["name"] as? String)
      for arguments in [["explain", name], ["list", "--facts", name]] {
        let run = try Extstruct.run(arguments)
        #expect(run.status == 0, "\(arguments): \(run.error)")
        #expect(run.lines.allSatisfy { $0.count <= 80 }, "\(arguments)")
      }
    }
  }

  static let wrong: [([String], String)] = [
    (["explain"], "NAME is missing"),
    (["explain", "sched_setatr"], "did you mean 'sched_setattr'"),
    (["explain", "sched_attr"], "sched_attr is a struct; say with --scheme"),
    (["explain", "sched_attr", "--scheme", "flagfirst"], "did you mean 'flag-first'"),
    (
      ["explain", "sched_attr", "--scheme", "flag-first", "--release", "6.1"], "a prototype is in no release"
    ),
    (["explain", "openat2", "--release", "99.0"], "the newest release that is, is 7.3"),
    (["explain", "perf_event_open", "--release", "4.4"], "is not described: reserved words"),
    (["explain", "openat2", "--case", "{"], "column 2"),
    (["explain", "openat2", "--case", #"{"interface":"clone3"}"#], "the case is one of clone3"),
    (["explain", "openat2", "--case", #"{"memory":"00"}"#], "usize: missing"),
    (
      ["explain", "openat2", "--release", "6.1", "--case", #"{"usize":24,"memory":"","release":"6.2"}"#],
      "the case says 6.2, and 6.1 is asked for"
    ),
    (["list", "--facts", "sched_attr"], "did you mean 'sched_setattr'"),
    (["list", "--facts"], "--facts needs a value"), (["list", "--release", "six"], "'six' is no release"),
    (["explain", "openat2", "--release", "6.18-rc1"], "'6.18-rc1' is no release"),
    (["verify", "openat2", "--release", "99.0"], "openat2 in 99.0 is not described"),
    (["verify", "perf_event_open", "--release", "5.4"], "perf_event_open in 5.4 is not described"),
  ]

  @Test(arguments: wrong)
  func `a wrong word is answered with the right one`(_ arguments: [String], _ hint: String) throws {
    let run = try Extstruct.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains(hint), "\(run.error)")
  }

  @Test func `verify takes a repeated name once`() throws {
    let list = try object("verify", "cachestat", "cachestat", "--json")["interfaces"]
    #expect((list as? [[String: Any]])?.count == 1)
  }

  @Test func `absent, not described and beyond are told apart`() throws {
    func status(_ release: String) throws -> [String: String] {
      let list = try object("list", "--release", release, "--json")
      var found: [String: String] = [:]
      for interface in try #require(list["interfaces"] as? [[String: Any]]) {
        found[interface["name"] as? String ?? ""] = interface["status"] as? String
      }
      return found
    }
    let old = try status("4.19")
    #expect(old["openat2"] == "absent" && old["sched_setattr"] == "described")
    #expect(old["perf_event_open"] == "not-described")
    let future = try status("99.1")
    #expect(future["openat2"] == "beyond" && future["kvm_set_user_memory_region2_posted"] == "described")
    let run = try Extstruct.run("list", "--release", "4.19")
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    #expect(run.output.contains("absent: ENOSYS") && run.output.contains("not described:"))
  }
}
