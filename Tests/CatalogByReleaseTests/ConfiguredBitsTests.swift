import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import Testing
import UAPICatalog
import VerificationAnalysis

/// Bits that only some kernels of a release take. The running kernel plays one that does not: openat2 refuses bit 29.
@Suite("Bits that depend on the configuration")
struct ConfiguredBitsTests {
  private static let refused = CallShape.ConfiguredBits("flags", 1 << 29, "a kernel that nobody built")
  private static let taken = CallShape.ConfiguredBits("flags", 1 << 16, "every kernel: O_DIRECTORY")

  /// openat2, of which the facts say that bit 29 is known.
  private func interface(_ configured: [CallShape.ConfiguredBits]) throws -> Interface {
    let real = try Catalog.openat2()
    var call = try #require(real.call)
    call.configured = configured
    return try Interface(
      real.name, history: real.history, call: call, through: real.newestDescribed,
      facts: real.facts + [Fact(since: Release(5, 6), .flags(1 << 29), .assumed("for this test"))])
  }

  @Test func `asking finds the bits that this kernel refuses`() throws {
    let interface = try interface([Self.refused, Self.taken])
    let codec = try Codec(interface, behavior: RunningKernel.behavior(of: interface))
    #expect(try RunningKernel().withheld(from: interface, codec) == [Self.refused])
  }

  @Test func `verify compares them as refused, and says so`() throws {
    let result = try Verifier().verify(interface([Self.refused]))
    #expect(result.withheld == [Self.refused])
    #expect(result.disagreements.isEmpty && result.cases > 500)
    let without = try Verifier().verify(interface([]))
    #expect(without.withheld.isEmpty)
    #expect(without.disagreements.contains { $0.simulated == "OK" && $0.real == "EINVAL" })
  }

  @Test func `bits of a member that the struct does not have are refused`() throws {
    #expect(throws: InterfaceError("openat2", .callShape(.noSuchMember("flegs")))) {
      try interface([.init("flegs", 1, "a typo")])
    }
  }
}
