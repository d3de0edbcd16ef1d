import ExtensibleStructs
import Foundation
import KernelInterfaces
import Testing
import TypeInformation
import UAPICatalog

/// The catalog's structs beside the running kernel's own types.
struct KernelTypesTests {
  /// Members that are one here and several there, or bear another name, by struct and C name.
  ///
  /// A leading `__` is left out here, as in `__reserved`.
  private static let renamed: [String: [String: String]] = [
    "perf_event_attr": [
      "config1": "config1", "flags": "disabled", "reserved2": "__reserved_2",
      "sample_period": "sample_period",
    ],
    "kvm_guest_debug": ["debugreg": "arch"],
    "kvm_xen_hvm_attr": ["value": "u", "long_value": "u"],
    "futex_waitv": ["reserved": "__reserved"],
    "io_uring_query_hdr": ["resv": "__resv"], "io_uring_clock_register": ["resv": "__resv"],
    "io_uring_mem_region_reg": ["resv": "__resv"], "epoll_params": ["pad": "__pad"],
    "tcp_ao_info_opt": ["flags": "set_current"],
    "statx": ["spare0": "__spare0", "spare2": "__spare2", "spare3": "__spare3"],
    "kvm_vcpu_events": [
      "exception_injected": "exception.injected", "exception_nr": "exception.nr",
      "exception_has_error_code": "exception.has_error_code", "exception_pending": "exception.pending",
      "exception_error_code": "exception.error_code", "interrupt_injected": "interrupt.injected",
      "interrupt_nr": "interrupt.nr", "interrupt_soft": "interrupt.soft",
      "interrupt_shadow": "interrupt.shadow", "nmi_injected": "nmi.injected", "nmi_pending": "nmi.pending",
      "nmi_masked": "nmi.masked", "nmi_pad": "nmi.pad", "smi_smm": "smi.smm", "smi_pending": "smi.pending",
      "smi_smm_inside_nmi": "smi.smm_inside_nmi", "smi_latched_init": "smi.latched_init",
      "triple_fault_pending": "triple_fault.pending",
    ],
  ]
  /// What members were before they got a meaning, by struct and C name.
  private static let before: [String: [String: String]] = ["pidfd_info": ["coredump_signal": "__spare1"]]
  /// Padding that C leaves without a name.
  private static let unnamed: [String: Set<String>] = ["kvm_msr_filter": ["pad"]]
  /// Structs that are no type of the kernel's, or none of its own.
  private static let absent: Set<String> = [
    "lsm_modules", "bpf_attr", "kvm_userspace_memory_region2_posted", "iommu_ioas_alloc",
    "vfio_iommu_type1_info", "vfio_iommu_type1_dma_map", "drm_syncobj_wait",
  ]

  private static let types = Result {
    try BTF(bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: "/sys/kernel/btf/vmlinux"))))
  }

  @Test(
    .enabled(
      if: FileManager.default.isReadableFile(atPath: "/sys/kernel/btf/vmlinux"), "no readable BTF here"),
    arguments: try Catalog.interfaces().map(\.name))
  func `every member lies where the running kernel has it`(name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let layout = interface.history.layout
    // A command's part of the union of bpf is no type of its own.
    guard !Self.absent.contains(layout.name), !layout.name.hasPrefix("bpf_attr_") else { return }
    guard let real = try Self.types.get().structure(named: layout.name) else {
      print("skipped: \(layout.name): this kernel has no such type")
      return
    }
    for field in layout.fields {
      guard Self.unnamed[layout.name]?.contains(field.name) != true else { continue }
      let wanted = Self.renamed[layout.name]?[field.name] ?? field.name
      func member(_ name: String) -> BTF.Structure.Member? {
        real.member(named: name)
          ?? real.members.first { ($0.name.split(separator: ".").last.map(String.init) ?? "") == name }
      }
      if let bracket = field.name.firstIndex(of: "[") {
        // The kernel's types have the array as one member.
        let array = try #require(member(String(field.name[..<bracket])), "\(layout.name).\(field.name)")
        #expect((array.offset..<array.offset + array.size).contains(field.offset), "\(field.name)")
        continue
      }
      let member = member(wanted) ?? Self.before[layout.name]?[field.name].flatMap { member($0) }
      guard let member else {
        #expect(field.offset >= real.size, "\(layout.name) has no \(wanted)")
        continue
      }
      #expect(member.offset == field.offset, "\(layout.name).\(field.name)")
      #expect(member.bits != nil || member.size == field.size, "\(layout.name).\(field.name)")
    }
    // A struct that is shorter on the wire's first release than today's layout is a kernel before the newest one.
    #expect(interface.history.versions.contains { $0.size == real.size } || layout.size == real.size)
  }

  @Test(arguments: [
    ("bpf_map_create", "", 16), ("bpf_map_lookup_elem", "", 4), ("bpf_prog_load", "", 31),
    ("bpf_map_get_fd_by_id", "", 3), ("bpf_btf_get_fd_by_id", "", 4), ("bpf_obj_get_info_by_fd", "info.", 3),
    ("bpf_btf_load", "", 8), ("bpf_link_create", "link_create.", 3), ("bpf_link_update", "link_update.", 3),
    ("bpf_iter_create", "iter_create.", 2), ("bpf_prog_bind_map", "prog_bind_map.", 3),
  ])
  func `a command's members lie in the union where the running kernel has them`(
    name: String, part: String, least: Int
  ) throws {
    let real = try #require(try Self.types.get().structure(named: "bpf_attr"))
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    // Members of the same name in other parts of the union are elsewhere.
    let found = interface.history.layout.fields.filter { field in
      real.members.contains {
        $0.name == part + field.name && $0.offset == field.offset && $0.size == field.size
      }
    }
    #expect(found.count >= least, "\(found.map(\.name))")
  }

  @Test func `the union of bpf is as long as the running kernel's`() throws {
    let real = try #require(try Self.types.get().structure(named: "bpf_attr"))
    let codec = try Codec(Catalog.bpf())
    #expect(codec.size == real.size)
  }
}
