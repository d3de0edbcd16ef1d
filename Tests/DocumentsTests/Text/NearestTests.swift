import Documents
import Testing

@Suite struct NearestTests {
  static let names = [
    "matrix", "list", "layout", "lint", "kvm", "eval", "verify", "probe", "boot", "race", "cost",
  ]

  @Test(arguments: [
    ("matrix", ["matrix"]),  // itself
    ("amtrix", ["matrix"]),  // two neighbours swapped
    ("matrx", ["matrix"]),  // one less
    ("matrixx", ["matrix"]),  // one more
    ("MATRIX", ["matrix"]),  // case
    ("lits", ["list"]),  // the nearer alone
    ("bost", ["boot", "cost"]),  // the order given, among equals
    ("ver", ["verify"]),  // a beginning
    ("l", []),  // too short to tell
    ("", []),
    ("zzzzzz", []),
  ])
  func found(typed: String, expected: [String]) {
    #expect(nearest(to: typed, in: Self.names) == expected)
  }

  @Test func scattered() {
    let names = ["perf_event_open", "kvm_userspace_memory_region2"]
    // Letters that happen to stand somewhere in a long name are not that name.
    #expect(nearest(to: "nope", in: names) == [])
    #expect(nearest(to: "memory_region", in: names) == ["kvm_userspace_memory_region2"])
  }

  @Test func bounded() {
    let many = (0..<50).map { "name\($0)" }
    #expect(nearest(to: "name", in: many, limit: 2) == ["name0", "name1"])
    #expect(nearest(to: "x", in: []) == [])
    // A very long argument costs no more than its beginning.
    #expect(nearest(to: String(repeating: "a", count: 1 << 20), in: many) == [])
  }

  @Test func listsAllIfTheyAreFew() {
    #expect(unknownName("file", "x", known: []) == "unknown file 'x'; there is none")
    let many = (0..<50).map { "name\($0)" }
    #expect(unknownName("file", "qqq", known: many) == "unknown file 'qqq'")
    #expect(
      unknownName("file", "name", known: many)
        == "unknown file 'name'; did you mean 'name0', 'name1' or 'name2'?")
  }
}
