import Documents
import ExtensibleStructs
import KernelInterfaces
import LintAnalysis
import Testing
import UAPICatalog

/// What history left in the catalog.
@Suite struct CatalogTests {
  static let expected: [String: [String]] = [
    "kvm_userspace_memory_region": ["size in the ioctl number in kvm_set_user_memory_region"],
    "kvm_userspace_memory_region2": [
      "pad left: 116 bytes, room for 14 more members of 8 bytes",
      "reserved bytes not checked in kvm_set_user_memory_region2: pad1, pad2",
      "size in the ioctl number in kvm_set_user_memory_region2",
    ],
    "kvm_userspace_memory_region2_posted": [
      "pad left: 128 bytes, room for 16 more members of 8 bytes",
      "reserved bytes not checked in kvm_set_user_memory_region2_posted: pad",
      "size in the ioctl number in kvm_set_user_memory_region2_posted",
    ],
    "kvm_create_guest_memfd": [
      "pad left: 48 bytes, room for 6 more members of 8 bytes",
      "reserved bytes not checked in kvm_create_guest_memfd: reserved",
      "size in the ioctl number in kvm_create_guest_memfd",
    ],
    "drm_syncobj_wait": [
      "flag taken with the old size in drm_syncobj_wait: 0x8 with VER0",
      "reserved bytes not checked in drm_syncobj_wait: pad",
      "size in the ioctl number in drm_syncobj_wait",
      "tail not checked in drm_syncobj_wait",
      "no minimum size in drm_syncobj_wait",
    ],
    "mnt_id_req": [
      "no flags in the first version", "extension without a flag: mnt_ns_id (VER1)",
      "tail must be zero in statmount", "tail must be zero in listmount",
    ],
    "kvm_create_device": [
      "unknown flags not refused in kvm_create_device: 0xfffffffe",
      "size in the ioctl number in kvm_create_device",
    ],
    "vfio_iommu_type1_info": [
      "reserved bytes not checked in vfio_iommu_get_info: pad", "tail not checked in vfio_iommu_get_info",
    ],
    "bpf_attr": ["no flags in the first version", "no minimum size in bpf"],
    "io_uring_params": [],
    "sched_attr": ["tail must be zero in sched_setattr", "size 0 means the first version in sched_setattr"],
  ]

  @Test func theWholeCatalog() throws {
    let interfaces = try Catalog.interfaces()
    var found: [String: [String]] = [:]
    for structure in try Catalog.structures() where Self.expected.keys.contains(structure.name) {
      let lint = Lint(
        structure.history, interfaces: interfaces.filter { $0.history.name == structure.name })
      found[structure.name] = lint.issues.map { finding in
        finding.rule.rawValue + (finding.interface.map { " in \($0)" } ?? "")
          + (finding.subject.isEmpty ? "" : ": \(finding.subject)")
      }
    }
    for (name, findings) in found { #expect(findings == Self.expected[name], "\(name)") }
    #expect(Set(found.keys) == Set(Self.expected.keys))
  }

  @Test func reportsFitEightyColumns() throws {
    for structure in try Catalog.structures() {
      let interfaces = try Catalog.interfaces().filter { $0.history.name == structure.name }
      for line in Lint(structure.history, interfaces: interfaces).document.lines(width: 80) {
        #expect(line.width <= 80, "\(line.rendered(color: false))")
      }
    }
  }
}
