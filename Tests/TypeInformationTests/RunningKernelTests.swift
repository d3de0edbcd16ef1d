import Foundation
import Testing
import TypeInformation

private let vmlinuxPath = "/sys/kernel/btf/vmlinux"

/// The running kernel's own types, against the layouts that its UAPI headers promise.
@Suite(
  "The running kernel's types",
  .enabled(
    if: FileManager.default.isReadableFile(atPath: vmlinuxPath),
    "no readable \(vmlinuxPath): the kernel has no CONFIG_DEBUG_INFO_BTF"))
struct RunningKernelTests {
  static let vmlinux = Result { [UInt8](try Data(contentsOf: URL(fileURLWithPath: vmlinuxPath))) }
  static let types = Result { try BTF(bytes: try vmlinux.get()) }

  /// A struct of the UAPI, the size of a published version, and members with their bytes.
  struct Layout: CustomTestStringConvertible, Sendable {
    var name: String
    /// The size that every kernel has at least.
    var size: Int
    var members: KeyValuePairs<String, Range<Int>>
    var testDescription: String { name }
  }

  static let layouts = [
    Layout(
      name: "sched_attr", size: 56,
      members: [
        "size": 0..<4, "sched_policy": 4..<8, "sched_flags": 8..<16, "sched_nice": 16..<20,
        "sched_priority": 20..<24, "sched_runtime": 24..<32, "sched_deadline": 32..<40,
        "sched_period": 40..<48, "sched_util_min": 48..<52, "sched_util_max": 52..<56,
      ]),
    Layout(
      name: "kvm_userspace_memory_region", size: 32,
      members: ["slot": 0..<4, "flags": 4..<8, "guest_phys_addr": 8..<16, "userspace_addr": 24..<32]),
    Layout(
      name: "kvm_userspace_memory_region2", size: 160,
      members: [
        "slot": 0..<4, "userspace_addr": 24..<32, "guest_memfd_offset": 32..<40, "guest_memfd": 40..<44,
        "pad2": 48..<160,
      ]),
    Layout(name: "open_how", size: 24, members: ["flags": 0..<8, "mode": 8..<16, "resolve": 16..<24]),
    Layout(name: "clone_args", size: 88, members: ["flags": 0..<8, "tls": 56..<64, "cgroup": 80..<88]),
    Layout(name: "mount_attr", size: 32, members: ["attr_set": 0..<8, "userns_fd": 24..<32]),
    Layout(
      name: "perf_event_attr", size: 112,
      members: [
        "type": 0..<4, "size": 4..<8, "sample_period": 16..<24, "sample_freq": 16..<24, "disabled": 40..<41,
        "wakeup_events": 48..<52, "config2": 64..<72, "aux_watermark": 104..<108,
      ]),
  ]

  @Test(arguments: layouts)
  func `has the published layout`(layout: Layout) throws {
    guard let structure = try Self.types.get().structure(named: layout.name) else {
      // KVM may be a module, with types of its own; any other is part of every kernel that has BTF.
      #expect(layout.name.hasPrefix("kvm_"), "struct \(layout.name) is not there")
      print("skipped: the kernel's types have no struct \(layout.name)")
      return
    }
    #expect(structure.size >= layout.size)
    for (name, bytes) in layout.members {
      #expect(structure.member(named: name)?.range == bytes, "\(name)")
    }
  }

  @Test func `a bit-field has its bit`() throws {
    let attr = try #require(try Self.types.get().structure(named: "perf_event_attr"))
    #expect(attr.member(named: "disabled")?.bits == 320..<321)
    #expect(attr.member(named: "precise_ip")?.bits == 335..<337)
    #expect(attr.member(named: "sample_freq")?.isOverlapping == true)
  }

  @Test(.timeLimit(.minutes(10)))
  func `every struct can be read`() throws {
    let types = try Self.types.get()
    let names = try types.structureNames
    let structures = try types.structures(withPrefix: "")
    #expect(structures.map(\.name) == names)
    #expect(names.count > 1000)
    #expect(structures.allSatisfy { type in type.members.allSatisfy { $0.range.upperBound <= type.size } })
    #expect(try types.structure(named: "list_head")?.members.map(\.kind) == [.pointer, .pointer])
    #expect(try types.structures(named: "list_head").count == 1)
    #expect(try types.structure(named: "no such struct") == nil)
    #expect(try types.structureNames(withPrefix: "sched_att").contains("sched_attr"))
    #expect(try types.enumValue(named: "BPF_MAP_TYPE_HASH")?.bitPattern == 1)
  }

  @Test func `indexing takes less than 0.3 s where optimized`() throws {
    let bytes = try Self.vmlinux.get()
    var best = Duration.seconds(1000)
    for _ in 0..<3 {
      best = min(best, try ContinuousClock().measure { _ = try BTF(bytes: bytes) })
    }
    print("indexed \(bytes.count) bytes of BTF in \(best)")
    #if !DEBUG
      #expect(best < .milliseconds(300))
    #endif
  }
}
