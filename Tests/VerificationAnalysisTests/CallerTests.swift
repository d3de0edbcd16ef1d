import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import Testing
import UAPICatalog
import VerificationAnalysis

/// Whether `verify` notices where an unprivileged user is asked, and how wide a 32-bit program's arguments are.
struct CallerTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var privilege: Scheme.Privilege

    init(_ description: String, _ privilege: Scheme.Privilege) {
      testDescription = description
      self.privilege = privilege
    }
  }

  @Test(arguments: [
    Wrong("is not asked for", .notAsked), Wrong("is asked for first", .askedFirst(.sysAdmin, else: .EPERM)),
    Wrong("is asked for after the copy", .askedAfterCopy(.sysAdmin, else: .EPERM)),
    Wrong("is refused with EACCES", .askedAfterSize(.sysAdmin, else: .EACCES)),
  ])
  func `a privilege at a wrong place is noticed`(_ wrong: Wrong) throws {
    guard RunningKernel.isPrivileged else { return print("skipped: only root can put cases as nobody") }
    let interface = try Catalog.mountSetattr()
    let result = try Verifier(change: { $0.privilege = wrong.privilege }).verify(interface)
    if let reason = result.skipped ?? result.withoutNobody { return print("skipped: \(reason)") }
    #expect(!result.disagreements.isEmpty)
    #expect(result.disagreements.allSatisfy { $0.name.hasPrefix("as nobody: ") })
    #expect(result.disagreements.allSatisfy { $0.line.contains(#""privileged":false"#) })
  }

  @Test(arguments: ["mount_setattr", "cachestat", "clone3", "bpf"])
  func `the running kernel agrees about an unprivileged user in every case`(_ name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let result = try Verifier(callers: .nobody).verify(interface)
    if let reason = result.skipped { return print("skipped: \(name): \(reason)") }
    #expect(result.disagreements.isEmpty, "\(result.disagreements.prefix(3))")
    #expect(result.casesAsNobody == result.cases)
  }

  @Test func `what a setting of the machine decides is not put as nobody, and says so`() throws {
    let result = try Verifier(callers: .nobody).verify(Catalog.perfEventOpen())
    #expect(result.skipped?.contains("perf_event_paranoid") == true)
  }

  @Test(arguments: [
    "openat2", "statmount", "sched_getattr", "lsm_list_modules", "setxattrat", "procmap_query",
  ])
  func `the running kernel agrees about a 32-bit program`(_ name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let verifier = Verifier(abi: .i386)
    let result = try verifier.verify(interface)
    if let reason = result.skipped { return print("skipped: \(name): \(reason)") }
    #expect(result.disagreements.isEmpty, "\(result.disagreements.prefix(3))")
  }

  @Test func `another architecture's calls are a loud skip`() throws {
    let other: SystemCallNumber.Architecture =
      SystemCallNumber.Architecture.native == .arm64 ? .x86_64 : .arm64
    let result = try Verifier(abi: other).verify(Catalog.openat2())
    #expect(result.skipped?.contains("makes no calls of \(other.rawValue)") == true)
  }
}
