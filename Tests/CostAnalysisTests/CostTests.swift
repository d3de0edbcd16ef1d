import CostAnalysis
import Documents
import ExtensibleStructs
import KernelInterfaces
import Testing
import UAPICatalog

@Suite("What schemes cost")
struct CostTests {
  static let model = CostModel(call: 200, fetch: 12, tailEntry: 19, copiedByte: 0.01, checkedByte: 0.04)

  @Test(arguments: ["clone_args", "mnt_id_req", "sched_attr", "kvm_userspace_memory_region"])
  func `a scheme that cannot carry the struct is left out, and the others are counted`(name: String) throws {
    let structure = try #require(try Catalog.structures().first { $0.name == name })
    let (interfaces, leftOut) = structure.history.fitting(structure.schemes)
    let report = CostReport(structure.history, schemes: structure.schemes, model: Self.model)
    #expect(report.leftOut == leftOut)
    #expect(report.schemes.map(\.scheme) == interfaces.map(\.newest.scheme.name))
    #expect(report.schemes.count + leftOut.count == 5)
  }

  private func region() throws -> CostReport {
    let structure = try #require(
      try Catalog.structures().first { $0.name == "kvm_userspace_memory_region" })
    return CostReport(structure.history, schemes: structure.schemes, model: Self.model)
  }

  @Test func `of the struct that the discussion was about`() throws {
    let report = try region()
    let pad = try #require(report["static-pad"])
    #expect(pad.bytes == 160 && pad.unused == 116 && pad.fetches == 1 && pad.fetched == 160)
    let sized = try #require(report["size-prefixed"])
    #expect(sized.bytes == 56 && sized.unused == 4 && sized.fetches == 2 && sized.fetched == 8 + 56)
    #expect(sized.tail == 16)
    let flags = try #require(report["flag-first"])
    #expect(flags.bytes == 48 && flags.fetches == 2 && flags.fetched == 4 + 48 && flags.tail == 0)
    #expect(sized.kernelTime(Self.model) == 24 + 0.64)
    #expect(abs(sized.tailTime(Self.model) - 19.64) < 1e-9)
    #expect(report.padLasts == 8)
    #expect(report.fullAfter(pad) == 8 && report.fullAfter(sized) == nil && report.user == nil)
  }

  @Test func `of laying it out, on the user's side`() throws {
    let structure = try #require(
      try Catalog.structures().first { $0.name == "kvm_userspace_memory_region" })
    let user = UserCosts(structure.history, structure.schemes, rounds: 3)
    let report = CostReport(structure.history, schemes: structure.schemes, model: Self.model, user: user)
    for cost in report.schemes {
      let measured = try #require(user[cost.scheme])
      #expect(measured.time.median > 0)
      // Where tracing is refused there is a reason instead.
      guard user.missing.isEmpty else { continue }
      #expect(try #require(measured.instructions) > 10)
    }
    let reported = report.document.lines(width: 80).map { $0.rendered(color: false) }.joined(separator: "\n")
    guard user.missing.isEmpty else {
      #expect(reported.contains("instructions were not counted"))
      return
    }
    // More bytes are more instructions, and each number is in its scheme's line.
    let pad = try #require(user["static-pad"]?.instructions)
    let flags = try #require(user["flag-first"]?.instructions)
    #expect(pad > flags)
    let line = try #require(reported.split(separator: "\n").first { $0.hasPrefix("static-pad ") })
    #expect(line.split(separator: " ").contains("\(Int(pad))"))
    // One scheme's count is the same on another day.
    #expect(UserCosts(structure.history, structure.schemes, rounds: 1)["flag-first"]?.instructions == flags)
  }

  @Test func `a number that is missing has its reason`() throws {
    let history = try History.grown(2)
    let report = CostReport(
      history, schemes: Scheme.five(for: history), model: Self.model,
      user: UserCosts(costs: [:], missing: ["instructions were not counted: no tracing"]))
    let lines = report.document.lines(width: 80).map { $0.rendered(color: false) }
    #expect(lines.contains("-: instructions were not counted: no tracing"))
    #expect(lines.first { $0.hasPrefix("flag-first ") }?.hasSuffix("  -") == true)
  }

  @Test func `each claim has its number`() throws {
    let claims = try region().claims
    #expect(claims.map(\.holds) == [true, true, true])
    #expect(claims[0].reason.contains("12.1 ns") && claims[0].reason.contains("200 ns"))
    #expect(claims[1].reason.contains("116 of 160 bytes"))
    #expect(claims[2].reason.contains("12.0 ns, 6.0 %"))
  }

  @Test func `what cannot be distinguished from noise is no number of a claim`() throws {
    #expect(CostModel.seen(KernelCosts.Spread([-1, 2, 3, 4])) == 3)
    #expect(CostModel.seen(KernelCosts.Spread([-2, -1, 3, 4])) == 0)
    let structure = try #require(try Catalog.structures().first)
    var model = Self.model
    model.copiedByte = 0
    let claims = CostReport(structure.history, schemes: structure.schemes, model: model).claims
    #expect(claims[1].reason.contains("copying them is too cheap to be seen"))
    #expect(claims[2].reason.hasSuffix("of the call; bytes of pad are too cheap to be seen."))
  }

  @Test func `a fetch that costs a quarter of the call is a big deal`() throws {
    let structure = try #require(try Catalog.structures().first)
    var model = Self.model
    model.fetch = 50
    let claims = CostReport(structure.history, schemes: structure.schemes, model: model).claims
    #expect(claims[0].verdict == "false" && claims[2].verdict == "true from 5001 bytes of pad on")
  }

  @Test(arguments: 0...16)
  func `any number of extensions`(count: Int) throws {
    let history = try History.grown(count)
    let report = CostReport(history, schemes: Scheme.five(for: history), model: Self.model)
    #expect(report.schemes.count == 5)
    #expect(report["flag-first"]?.bytes == 32 + 16 * count)
    #expect(report["size-prefixed"]?.bytes == 40 + 16 * count)
    let pad = try #require(report["static-pad"])
    #expect(pad.bytes == (count <= 8 ? 160 : 288))
    #expect(report.fullAfter(pad) == (count <= 8 ? 8 : 16))
  }
}
