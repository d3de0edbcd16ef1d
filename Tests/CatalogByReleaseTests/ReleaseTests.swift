import ExtensibleStructs
import SimulatedKernel
import Testing
import UAPICatalog

/// What changed from release to release, and in which stable line earlier.
struct ReleaseTests {
  private func errno(
    _ interface: Interface, _ release: String, size: Int, set: [Int: UInt8] = [:]
  ) throws -> Errno? {
    var bytes = [UInt8](repeating: 0, count: size)
    for (index, byte) in set { bytes[index] = byte }
    let kernel = SimulatedKernel(.release(try #require(Release(release))))
    return try kernel.answer(Call(interface, memory: MemoryImage(bytes), usize: UInt64(size))).errno
  }

  @Test func `a bare release of an edition is the first of its line`() throws {
    let edition = Edition(since: Release(6, 18), version: 0, scheme: .sizeArgument)
    #expect(edition.holds(in: Release(6, 18, 44)))
    #expect(edition.holds(in: Release(6, 18, 0)))
    #expect(edition.holds(in: Release(6, 18)))
    #expect(!edition.holds(in: Release(6, 17)))
  }

  @Test func `a backport holds in its own stable line alone`() throws {
    let openat2 = try Catalog.openat2()
    #expect(try errno(openat2, "6.1.176", size: 4097) == .E2BIG)
    #expect(try errno(openat2, "6.1", size: 4097) == .E2BIG)
    #expect(try errno(openat2, "6.1.175", size: 4097) == nil)
    #expect(try errno(openat2, "6.6", size: 4097) == nil)
    #expect(try errno(openat2, "6.12", size: 4097) == .E2BIG)
    #expect(try errno(openat2, "5.5", size: 24) == .ENOSYS)
  }

  @Test func `landlock's struct grew twice`() throws {
    let landlock = try Catalog.landlockCreateRuleset()
    #expect(try errno(landlock, "6.1", size: 16, set: [8: 1]) == .E2BIG)
    #expect(try errno(landlock, "6.7", size: 16, set: [8: 1]) == nil)
    #expect(try errno(landlock, "6.11", size: 24, set: [16: 1]) == .E2BIG)
    #expect(try errno(landlock, "6.12", size: 24, set: [16: 1]) == nil)
    #expect(try errno(landlock, "6.1", size: 8, set: [1: 0x80]) == .EINVAL)
    #expect(try errno(landlock, "6.10", size: 8, set: [1: 0x80]) == nil)
  }

  @Test func `a reserved word that got a meaning changed the errno of a mistake`() throws {
    let statmount = try Catalog.statmount()
    let request: [Int: UInt8] = [0: 24, 12: 1, 4: 0xff]
    #expect(try errno(statmount, "6.17", size: 24, set: request) == .EINVAL)
    #expect(try errno(statmount, "6.18", size: 24, set: request) == nil)
    #expect(try errno(statmount, "6.7", size: 24, set: request) == .ENOSYS)
  }

  @Test func `a size below the first version's became another errno`() throws {
    #expect(try errno(Catalog.pidfdGetInfo(), "6.17", size: 63) == .EINVAL)
    #expect(try errno(Catalog.pidfdGetInfo(), "6.18", size: 63) == .ENOTTY)
    #expect(try errno(Catalog.nsMntGetInfo(), "6.17", size: 15) == .EINVAL)
    #expect(try errno(Catalog.nsMntGetInfo(), "6.18", size: 15) == .ENOTTY)
    #expect(try errno(Catalog.nsMntGetInfo(), "6.11", size: 16) == .ENOTTY)
  }

  @Test func `clone3 learned a cgroup behind a flag`() throws {
    let clone3 = try Catalog.clone3()
    #expect(try errno(clone3, "5.6", size: 88, set: [4: 2]) == .EINVAL)
    #expect(try errno(clone3, "5.7", size: 88, set: [4: 2]) == nil)
    #expect(try errno(clone3, "5.7", size: 80, set: [4: 2]) == .EINVAL)
    #expect(try errno(clone3, "5.3", size: 80, set: [64: 1, 72: 1]) == .E2BIG)
  }
}
