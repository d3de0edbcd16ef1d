import ExtensibleStructs
import KernelInterfaces
import Testing

@Suite("Dated facts")
struct FactTests {
  private func interface(
    through newest: Release? = nil, asked: [Release] = [], _ facts: [Fact]
  ) throws -> Interface {
    try Interface(
      "call", history: History(Parcel.self), absent: .ENOSYS, asked: asked, through: newest, facts: facts)
  }

  private func call(
    since: Release? = nil, backports: [Release] = [], _ version: Int, _ evidence: Evidence = .assumed()
  ) -> Fact {
    Fact(since: since, backports: backports, .call(version: version, .sizeArgument), evidence)
  }

  @Test func `one holds until the next does`() throws {
    let interface = try interface([
      call(since: Release(4, 0), 0), call(since: Release(6, 1, 5), 1), call(since: Release(6, 13), 2),
    ])
    func version(_ text: String) -> Int? { Release(text).flatMap(interface.behavior(in:))?.version }
    #expect(version("3.19.8") == nil)
    #expect(version("4.0") == 0 && version("4.0.0") == 0 && version("6.1.4") == 0)
    #expect(version("6.1.5") == 1 && version("6.1") == 1 && version("6.12") == 1)
    // A fact since a bare 6.13 begins with the first point of that line.
    #expect(version("6.12.99") == 1 && version("6.13.0") == 2 && version("6.13.7") == 2)
    #expect(version("6.13") == 2 && version("7.0.1") == 2)
    #expect(interface.newest.version == 2)
    #expect(interface.changes == [Release(4, 0), Release(6, 1, 5), Release(6, 13)])
  }

  @Test func `a fix that stable lines took`() throws {
    let interface = try interface([
      call(since: Release(5, 6), 0),
      call(since: Release(6, 12), backports: [Release(6, 1, 115), Release(5, 10, 229)], 1),
      call(backports: [Release(6, 6, 59)], 1),
    ])
    for text in ["6.1.115", "6.1", "5.10.229", "6.6.59", "6.6", "6.12.0", "6.12", "7.0"] {
      #expect(Release(text).flatMap(interface.behavior(in:))?.version == 1, "\(text)")
    }
    for text in ["6.1.114", "5.10.228", "5.11", "6.2", "6.6.58", "6.7", "6.11.99"] {
      #expect(Release(text).flatMap(interface.behavior(in:))?.version == 0, "\(text)")
    }
  }

  @Test(arguments: [
    (ReleaseRange(), "every release"), (ReleaseRange(since: Release(5, 6)), "since 5.6"),
    (ReleaseRange(since: Release(6, 12), backports: [Release(6, 1, 115)]), "since 6.12, 6.1.115"),
    (ReleaseRange(until: Release(6, 14)), "until 6.14"),
    (
      ReleaseRange(since: Release(5, 6), until: Release(6, 14), endedEarly: [Release(6, 12, 105)]),
      "5.6 until 6.14, 6.12.105"
    ),
    (ReleaseRange(backports: [Release(6, 12, 105)]), "since 6.12.105 in that line"),
  ])
  func `a range in words`(range: ReleaseRange, words: String) {
    #expect(range.description == words)
  }

  @Test func `what ended in a stable line before it did in the mainline`() {
    let range = ReleaseRange(since: Release(5, 6), until: Release(6, 14), endedEarly: [Release(6, 12, 105)])
    for (release, holds) in [
      (Release(5, 5), false), (Release(5, 6), true), (Release(6, 12, 104), true),
      (Release(6, 12, 105), false),
      (Release(6, 12), false), (Release(6, 13, 9), true), (Release(6, 14, 0), false), (Release(6, 14), false),
    ] {
      #expect(range.contains(release) == holds, "\(release)")
    }
  }

  @Test func `a vendor's line`() throws {
    let interface = try interface([
      call(since: Release(5, 6), 0),
      call(since: Release(6, 12), backports: [Release(5, 14, 427, vendor: "el9")], 1),
    ])
    #expect(interface.behavior(in: Release(5, 14, 427, vendor: "el9"))?.version == 1)
    #expect(interface.behavior(in: Release(5, 14, 426, vendor: "el9"))?.version == 0)
    #expect(interface.behavior(in: Release(5, 14, 427))?.version == 0)
    #expect(interface.behavior(in: Release(5, 14, 427, vendor: "sle"))?.version == 0)
    // What the mainline does at its number holds for it as well.
    #expect(interface.behavior(in: Release(6, 12, 0, vendor: "el10"))?.version == 1)
  }

  @Test func `flags and rules come and go`() throws {
    let strict = MemberRule("kind", .within(0...3))
    let interface = try interface([
      call(since: Release(5, 1), 0), Fact(since: Release(5, 1), .flags(1), .assumed()),
      Fact(since: Release(5, 3), until: Release(5, 9), .flags(2), .assumed()),
      Fact(since: Release(5, 4), .rule(strict), .assumed()),
    ])
    #expect(interface.behavior(in: Release(5, 2))?.knownFlags == 1)
    #expect(interface.behavior(in: Release(5, 3))?.knownFlags == 3)
    #expect(interface.behavior(in: Release(5, 9))?.knownFlags == 1)
    #expect(interface.behavior(in: Release(5, 3))?.rules == [])
    #expect(interface.behavior(in: Release(5, 4))?.rules == [strict])
    #expect(interface.behaviors.count == 4)
  }

  @Test func `absent, not described, and beyond are three answers`() throws {
    let interface = try interface(
      through: Release(6, 18),
      [
        Fact(since: Release(4, 0), until: Release(4, 4), .absent(.EINVAL, null: .ENOTTY), .source("x")),
        Fact(since: Release(5, 0), until: Release(5, 4), .notDescribed("nobody looked"), .assumed()),
        call(since: Release(5, 0), 0),
      ])
    #expect(interface.status(in: Release(3, 0)) == .absent(.ENOSYS, null: .ENOSYS, .assumed))
    #expect(interface.status(in: Release(4, 3)) == .absent(.EINVAL, null: .ENOTTY, .source))
    #expect(interface.status(in: Release(4, 9)) == .absent(.ENOSYS, null: .ENOSYS, .assumed))
    #expect(interface.status(in: Release(5, 3, 9)) == .notDescribed("nobody looked"))
    #expect(interface.status(in: Release(5, 4)).behavior?.version == 0)
    #expect(interface.status(in: Release(6, 18, 44)).behavior?.version == 0)
    #expect(interface.status(in: Release(6, 19)) == .beyond(newest: Release(6, 18)))
    #expect(interface.status(in: Release(7, 0, 1)) == .beyond(newest: Release(6, 18)))
  }

  @Test func `kernels that were asked speak for those between them, as far as the fact holds alike`() throws {
    let interface = try interface(
      asked: [Release(6, 1, 115), Release(6, 1, 176), Release(6, 18, 44)],
      [
        call(since: Release(5, 6), 0, .source("first")),
        call(since: Release(6, 12), backports: [Release(6, 1, 115)], 1, .reported("second")),
        Fact(since: Release(5, 6), .rule(MemberRule("kind", .noneOf(1))), .assumed(shows: false)),
      ])
    func bases(_ text: String) throws -> Behavior.Bases {
      let release = try #require(Release(text))
      return try #require(interface.behavior(in: release)?.bases)
    }
    #expect(try bases("6.1.176").call == .ran && bases("6.1.115").call == .ran && bases("6.18").call == .ran)
    #expect(try bases("6.1").call == .ran && bases("6.1.150").call == .ran)
    // A point in front of the change is not what was asked, nor is one that is newer than every kernel asked.
    #expect(try bases("6.1.114").call == .source && bases("5.10").call == .source)
    #expect(try bases("6.1.177").call == .reported && bases("6.18.45").call == .reported)
    #expect(try bases("6.18.43").call == .reported)
    #expect(try bases("6.12").call == .reported)
    // What does not show on those kernels is known as it was.
    #expect(try bases("6.18").rules == [.assumed])
    // On both the second fact took the place of the first.
    #expect(interface.kernels(confirming: interface.facts[0]) == [])
    #expect(
      interface.kernels(confirming: interface.facts[1])
        == [Release(6, 1, 115), Release(6, 1, 176), Release(6, 18, 44)])
    #expect(interface.kernels(confirming: interface.facts[2]) == [])
  }

  @Test func `an answer is as sure as the least sure of its steps`() throws {
    let interface = try interface([
      call(since: Release(5, 6), 0, .source("x")),
      Fact(since: Release(5, 6), .flags(1), .reported("y")),
      Fact(since: Release(5, 6), .rule(MemberRule("kind", .noneOf(1))), .assumed()),
    ])
    let checks = try Codec(interface, behavior: interface.behavior(in: Release(5, 8))).checks
    #expect(checks.basis(of: Rejection(.minimum, .EINVAL, at: 0)) == .source)
    #expect(checks.basis(of: Rejection(.unknownFlag, .EINVAL, at: 4)) == .reported)
    #expect(checks.basis(of: nil) == .assumed)
    #expect(Behavior.Basis.ran < .source && Behavior.Basis.reported < .assumed)
  }
}
