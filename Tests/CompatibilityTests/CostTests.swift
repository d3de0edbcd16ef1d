import Compatibility
import ExtensibleStructs
import Testing
import UAPICatalog

@Suite("What schemes cost")
struct CostTests {
  static let model = CostModel(call: 200, fetch: 12, tailEntry: 19, copiedByte: 0.01, checkedByte: 0.04)

  private func region() throws -> CostReport {
    let structure = try #require(
      try Catalog.structures().first { $0.name == "kvm_userspace_memory_region" })
    return CostReport(structure.history, structure.schemes, Self.model)
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
  }

  @Test func `each claim has its number`() throws {
    let claims = try region().claims
    #expect(claims.map(\.holds) == [true, true, true])
    #expect(claims[0].reason.contains("12.1 ns") && claims[0].reason.contains("200 ns"))
    #expect(claims[1].reason.contains("116 of 160 bytes"))
    #expect(claims[2].reason.contains("12.0 ns, 6.0 %"))
  }

  @Test func `a fetch that costs a quarter of the call is a big deal`() throws {
    let structure = try #require(try Catalog.structures().first)
    var model = Self.model
    model.fetch = 50
    let claims = CostReport(structure.history, structure.schemes, model).claims
    #expect(claims[0].verdict == "false" && claims[2].verdict == "true from 5001 bytes of pad on")
  }

  @Test(arguments: 0...16)
  func `any number of extensions`(count: Int) throws {
    let history = try History.grown(count)
    let report = CostReport(history, Scheme.five(for: history), Self.model)
    #expect(report.schemes.count == 5)
    #expect(report["flag-first"]?.bytes == 32 + 16 * count)
    #expect(report["size-prefixed"]?.bytes == 40 + 16 * count)
    #expect(report["static-pad"]?.bytes == (count <= 8 ? 160 : 288))
  }
}
