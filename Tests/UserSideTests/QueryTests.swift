import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing
import UAPICatalog
import UserSide

/// What kernels of each release answer to questions. The values are those of the kernel's documentation and headers.
struct QueryTests {
  private func answers(_ interface: Interface, _ release: String) throws -> [String: UInt64?] {
    let kernel = SimulatedKernel(.release(try #require(Release(release))))
    let found = try interface.capabilities(on: kernel)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.query.name, $0.answer) })
  }

  @Test(
    arguments: [
      ("5.13", 1), ("5.19", 2), ("6.2", 3), ("6.7", 4), ("6.10", 5), ("6.12", 6), ("6.15", 7),
    ] as [(String, UInt64)])
  func `landlock's ABI`(release: String, number: UInt64) throws {
    #expect(
      try answers(Catalog.landlockCreateRuleset(), release)
        == ["LANDLOCK_CREATE_RULESET_VERSION": number])
  }

  @Test(arguments: [("4.19", 48), ("5.2", 48), ("5.3", 56), ("7.3", 56)] as [(String, UInt64)])
  func `a size that is written or handed back`(release: String, size: UInt64) throws {
    #expect(try answers(Catalog.schedSetattr(), release) == ["size written back": size])
    #expect(try answers(Catalog.schedGetattr(), release) == ["size handed back": size])
  }

  @Test(arguments: [("5.10", 120), ("6.1", 128), ("6.12", 136), ("7.3", 144)] as [(String, UInt64)])
  func `perf_event_attr's size`(release: String, size: UInt64) throws {
    #expect(try answers(Catalog.perfEventOpen(), release) == ["size written back": size])
  }

  @Test(arguments: [("5.10", 0x1ff), ("6.1", 0x1fff), ("6.12", 0x1_ffff)] as [(String, UInt64)])
  func `userfaultfd's features`(release: String, features: UInt64) throws {
    #expect(try answers(Catalog.uffdioAPI(), release) == ["features handed back": features])
  }

  @Test(arguments: [("6.13", 0x07), ("6.16", 0x17), ("6.19", 0x37)] as [(String, UInt64)])
  func `a pidfd's mask`(release: String, mask: UInt64) throws {
    #expect(try answers(Catalog.pidfdGetInfo(), release) == ["mask handed back": mask])
  }

  @Test(arguments: [("3.6", 0, 0), ("6.7", 0, 1), ("6.8", 1, 1)] as [(String, UInt64, UInt64)])
  func `KVM's capabilities`(release: String, memfd: UInt64, readonly: UInt64) throws {
    #expect(
      try answers(Catalog.kvmSetUserMemoryRegion2(), release)
        == [
          "KVM_CAP_USER_MEMORY2": memfd, "KVM_CAP_GUEST_MEMFD": memfd, "KVM_CAP_READONLY_MEM": readonly,
        ])
  }

  @Test func `io_uring's last request, where the header was read`() throws {
    func last(_ release: String) throws -> UInt64? {
      try #require(answers(Catalog.ioUringRegisterProbe(), release)["IORING_REGISTER_PROBE"])
    }
    #expect(try last("6.1") == 48 && last("6.12") == 57 && last("6.5") == nil && last("5.5") == nil)
  }

  @Test func `a query decides what an errno leaves open`() throws {
    let landlock = try Catalog.landlockCreateRuleset()
    func found(_ flags: UInt64, _ release: Release, dropping: [Droppable] = []) throws -> (End, String) {
      let found = try negotiate(
        landlock, bytes(of: landlock, ["handled_access_fs": flags]), dropping: dropping,
        on: SimulatedKernel(.release(release)))
      return (found.end, "\(found.error?.description ?? "")")
    }
    // LANDLOCK_ACCESS_FS_TRUNCATE came with 6.2.
    let old = try found(0x4001, Release(6, 1))
    #expect(old.0 == .lacks(["handled_access_fs"]))
    #expect(
      old.1
        == "landlock_create_ruleset: the kernel lacks it by its answer to LANDLOCK_CREATE_RULESET_VERSION; "
        + "0x4000 in handled_access_fs would be dropped")
    #expect(try found(0x4001, Release(6, 2)).0 == .agreed(3))
    // Of two that are droppable, one is lacking.
    #expect(
      try found(0x6001, Release(6, 1), dropping: [.flags(0x6000)]).0
        == .agreed(3, dropped: ["handled_access_fs"]))
    // A size is refused by a kernel that says it knows so much: the errno may come of something else.
    struct Contrary: CallableKernel {
      var name: String { "contrary" }
      func answer(_ call: KernelCall) throws -> KernelCall.Outcome {
        guard call.pointer != .null else { return try SimulatedKernel().answer(call) }
        return KernelCall.Outcome(errno: .E2BIG, memory: call.memory.content)
      }
    }
    let scoped = bytes(of: landlock, ["handled_access_fs": 1, "scoped": 1])
    let contrary = try negotiate(landlock, scoped, on: Contrary())
    #expect(contrary.error?.errno == .E2BIG && contrary.error?.lacking == [])
    #expect(
      try negotiate(landlock, scoped, on: SimulatedKernel(.release(Release(6, 7)))).end == .lacks(["scoped"]))
    // What no kernel knows, though each flag of the query is there.
    #expect(try found(1 << 40, Release(7, 3)).1.contains("no kernel that is described takes 0x10000000000"))
  }
}
