import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import Testing
import TypeInformation
import UAPICatalog
import VerificationAnalysis

/// What asking finds, against the running kernel's own types.
struct ProbeTests {
  @Test func `sizes found by asking are those of the kernel's own types`() throws {
    let prober = Prober()
    let types: BTF
    do { types = try BTF(bytes: RunningKernel.typeInformation()) } catch {
      return print("skipped: the kernel's types cannot be read: \(error)")
    }
    var compared = 0
    for interface in try Catalog.interfaces() {
      let finding = try prober.probe(interface)
      guard finding.skipped == nil, let expected = try types.structure(named: interface.history.name)?.size
      else {
        continue
      }
      #expect(finding.size == expected, "\(interface.name): \(finding.method)")
      #expect(finding.version != nil, "\(interface.name)")
      compared += 1
    }
    #expect(compared >= 4)
  }

  @Test func `rules found by asking are those that the facts tell of`() throws {
    let prober = Prober()
    func probe(_ name: String) throws -> ProbeReport.Answer {
      try prober.probe(try #require(try Catalog.interfaces().first { $0.name == name }))
    }
    let setattr = try probe("sched_setattr")
    #expect(setattr.sizeZero == "means VER0" && setattr.tail == "E2BIG")
    #expect(setattr.method == "written back to a size of 1")
    #expect(try probe("openat2").sizeZero == "EINVAL")
    if RunningMachine.hasKVM {
      let region = try probe("kvm_set_user_memory_region")
      #expect(region.flags == 0x3 && region.size == 32)
    }
  }
}
