import DiffAnalysis
import Testing

/// Growth as Linux really grew, and other changes that are sound: none of it is a hazard or broken.
struct GoodPatchTests {
  struct Good: Sendable, CustomTestStringConvertible {
    var fixture: Fixture
    var structure: String
    var rule: DiffRule
    var testDescription: String { fixture.name }

    init(_ name: String, _ structure: String, _ rule: DiffRule) {
      fixture = Fixture(name: "good/\(name)")
      (self.structure, self.rule) = (structure, rule)
    }
  }

  static let patches: [Good] = [
    Good("clone_args", "clone_args", .grownByArgument),
    Good("mnt_id_req", "mnt_id_req", .grownBySizeMember),
    Good("landlock", "landlock_ruleset_attr", .grownByArgument),
    Good("perf_event_attr", "perf_event_attr", .grownBySizeMember),
    Good("perf_event_attr", "perf_event_attr", .reservedChecked),
    Good("region2", "kvm_userspace_memory_region", .flagAdded),
    Good("union_alternative", "ring_setup", .unionMember),
    Good("pad_behind_flag", "ring_setup", .reservedOpened),
  ]

  @Test(arguments: patches) func `sound growth is no hazard`(_ patch: Good) throws {
    let report = try patch.fixture.report()
    let diff = try #require(report.structs.first { $0.name == patch.structure }, "\(report)")
    #expect(diff.verdict == .grown, "\(report)")
    #expect(diff.findings.contains { $0.rule == patch.rule }, "\(report)")
    #expect(report.verdict == .grown)
  }

  @Test func `a struct that a macro renames is the same struct`() throws {
    let report = try Fixture(name: "good/renamed").report()
    #expect(report.verdict == .unchanged, "\(report)")
    #expect(report.structs.isEmpty && report.unchanged == 1 && report.added == ["isp_block_header"])
  }

  @Test func `the flag that opens the new bytes is named`() throws {
    let report = try Fixture(name: "good/clone_args").report()
    let finding = try #require(report.structs[0].findings.first { $0.rule == .flagAdded })
    #expect(finding.message.contains("CLONE_INTO_CGROUP (0x200000000), which by its name opens `cgroup`"))
  }
}
