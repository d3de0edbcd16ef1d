import CDeclarations
import ExtensibleStructs
import HeaderImport
import KernelInterfaces
import Testing

/// Linux's own structs, from the headers of two releases, with no option: the sizes are those that Linux published.
@Suite(.needsHeaders)
struct PublishedTests {
  static let cases: [(header: String, name: String, sizes612: [Int], sizes73: [Int])] = [
    (
      "linux/perf_event.h", "perf_event_attr", [64, 72, 80, 96, 104, 112, 120, 128, 136],
      [64, 72, 80, 96, 104, 112, 120, 128, 136, 144]
    ),
    ("linux/sched/types.h", "sched_attr", [48, 56], [48, 56]),
    ("linux/sched.h", "clone_args", [64, 80, 88], [64, 80, 88]),
    ("linux/mount.h", "mnt_id_req", [24, 32], [24, 32]),
    ("linux/pidfd.h", "pidfd_info", [], [64, 72, 80, 88]),
    ("linux/nsfs.h", "mnt_ns_info", [16], [16]), ("linux/fs.h", "file_attr", [], [24]),
    ("linux/fs.h", "logical_block_metadata_cap", [], [16]), ("linux/coredump.h", "coredump_req", [], [16]),
    ("linux/coredump.h", "coredump_ack", [], [16]),
  ]

  @Test(arguments: cases.indices)
  func `published sizes need no option`(_ index: Int) throws {
    let (header, name, sizes612, sizes73) = Self.cases[index]
    for (folder, sizes) in [(FetchedHeaders.middle, sizes612), (FetchedHeaders.new, sizes73)]
    where !sizes.isEmpty {
      let found = try StructImport(of: name, in: try FetchedHeaders.read(folder, [header]))
      #expect(found.history.versions.map(\.size) == sizes, "\(name)")
      #expect(found.history.versions.map(\.name) == sizes.indices.map { "VER\($0)" })
    }
  }

  @Test func `what is found of each struct is what the kernel does`() throws {
    func found(_ header: String, _ name: String) throws -> StructImport {
      try StructImport(of: name, in: try FetchedHeaders.read(FetchedHeaders.new, [header]))
    }
    let perf = try found("linux/perf_event.h", "perf_event_attr")
    #expect(perf.scheme.name == "size-prefixed")
    #expect(perf.history.sizeMember?.offset == 4)
    #expect(perf.history.flags?.field.offset == 40)
    #expect(perf.history.flags?.names[1 << 37] == "sigtrap")
    let clone = try found("linux/sched.h", "clone_args")
    #expect(clone.scheme.name == "size-argument")
    #expect(clone.history.sizeMember == nil)
    // CLONE_INTO_CGROUP, which is what makes the kernel look at the member cgroup.
    #expect(clone.history.versions.map(\.gate) == [0, 0, 1 << 33])
    let request = try found("linux/mount.h", "mnt_id_req")
    #expect(request.scheme.name == "size-prefixed")
    let info = try found("linux/pidfd.h", "pidfd_info")
    #expect(info.scheme.name == "size-in-command")
    #expect(info.history.flags?.field.name == "mask")
    #expect(info.interface.call?.entry != nil)
  }

  @Test func `a base that is another struct gives the first version, and the flag of the second`() throws {
    let base = try FetchedHeaders.read(FetchedHeaders.old, ["linux/kvm.h"])
    for folder in [FetchedHeaders.middle, FetchedHeaders.new] {
      var options = ImportOptions()
      options.bases = [.init(base, name: "kvm_userspace_memory_region")]
      let found = try StructImport(
        of: "kvm_userspace_memory_region2", in: try FetchedHeaders.read(folder, ["linux/kvm.h"]), options)
      #expect(found.history.versions == [Version("VER0", size: 32), Version("VER1", size: 48, gate: 4)])
      #expect(found.history.layout.size == 160)
      #expect(found.history.flags?.known == 3)
      #expect(found.history.flags?.names[4] == "KVM_MEM_GUEST_MEMFD")
      #expect(found.scheme.name == "new-ioctl")
    }
  }

  @Test func `an older header of the same struct gives the versions in between`() throws {
    var options = ImportOptions()
    let name = "landlock_ruleset_attr"
    for folder in [FetchedHeaders.old, FetchedHeaders.middle] {
      options.bases.append(.init(try FetchedHeaders.read(folder, ["linux/landlock.h"]), name: name))
    }
    let found = try StructImport(
      of: name, in: try FetchedHeaders.read(FetchedHeaders.new, ["linux/landlock.h"]), options)
    #expect(found.history.versions.map(\.size) == [8, 24, 48])
  }

  @Test func `the flags of a struct may be in another header`() throws {
    let found = try StructImport(
      of: "sched_attr",
      in: try FetchedHeaders.read(FetchedHeaders.new, ["linux/sched/types.h", "linux/sched.h"]))
    #expect(found.history.flags?.known == 0x7f)
    #expect(found.history.flags?.names[0x20] == "SCHED_FLAG_UTIL_CLAMP_MIN")
  }
}
