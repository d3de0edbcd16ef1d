import CUAPI
import ExtensibleStructs
import Foundation
import KernelInterfaces
import Testing
import UAPICatalog

@Suite("The catalog's calls")
struct CallShapeTests {
  @Test func `every interface says how its call travels`() throws {
    for interface in try Catalog.interfaces() {
      let shape = try #require(interface.call, "\(interface.name)")
      #expect(shape.passing.allSatisfy { !$0.reason.isEmpty }, "\(interface.name)")
      let isIoctl = if case .ioctl = shape.entry { true } else { false }
      #expect(interface.absent == (isIoctl ? .ENOTTY : .ENOSYS), "\(interface.name)")
    }
  }

  @Test(arguments: [
    ("kvm_set_user_memory_region2_posted", "no kernel was ever released with it"),
    ("iommu_ioas_alloc", "it needs /dev/iommu and a device behind it"),
    ("vfio_iommu_get_info", "it needs a VFIO container with a device"),
    ("vfio_iommu_map_dma", "it needs a VFIO container with a device"),
    ("drm_syncobj_wait", "it needs a DRM device"),
  ])
  func `a call that needs what the package cannot make says so`(name: String, reason: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    #expect(interface.call?.unavailable == reason)
  }

  @Test(arguments: [
    (SystemCallNumber.Architecture.x86_64, "asm/unistd_64.h"), (.i386, "asm/unistd_32.h"),
    (.arm64, "asm-generic/unistd.h"),
  ])
  func `system call numbers are those of each architecture's table`(
    architecture: SystemCallNumber.Architecture, header: String
  ) throws {
    let folders = ["/usr/include/", "/usr/include/x86_64-linux-gnu/"]
    guard
      let text = folders.lazy.compactMap({ try? String(contentsOfFile: $0 + header, encoding: .utf8) }).first
    else {
      print("skipped: there is no \(header)")
      return
    }
    var table: [String: Int] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("#define __NR_") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      if words.count >= 3, let number = Int(words[2]) { table[String(words[1].dropFirst(5))] = number }
    }
    var compared = 0
    var missing: [String] = []
    for interface in try Catalog.interfaces() {
      guard case .systemCall(let numbers)? = interface.call?.entry else { continue }
      guard let known = table[Self.systemCall(of: interface.name)] else {
        missing.append(interface.name)
        continue
      }
      #expect(numbers.number(on: architecture) == known, "\(interface.name)")
      compared += 1
    }
    if !missing.isEmpty {
      print("skipped: the installed \(header) does not have \(missing.joined(separator: ", "))")
    }
    #expect(compared >= 10)
  }

  /// The system call of an interface that is one of several of it.
  private static func systemCall(of name: String) -> String {
    if name.hasPrefix("bpf_") { return "bpf" }
    if name.hasPrefix("io_uring_"), name != "io_uring_setup", name != "io_uring_enter" {
      return "io_uring_register"
    }
    return name == "tcp_ao_info" ? "setsockopt" : name
  }

  @Test func `ioctl numbers are those of the installed headers`() throws {
    var headers: [String: UInt32] = [
      "kvm_set_user_memory_region": cuapi_KVM_SET_USER_MEMORY_REGION,
      "kvm_enable_cap": cuapi_KVM_ENABLE_CAP, "kvm_irqfd": cuapi_KVM_IRQFD,
      "kvm_ioeventfd": cuapi_KVM_IOEVENTFD, "kvm_create_device": cuapi_KVM_CREATE_DEVICE,
      "kvm_set_clock": cuapi_KVM_SET_CLOCK, "vfio_iommu_get_info": cuapi_VFIO_IOMMU_GET_INFO,
      "vfio_iommu_map_dma": cuapi_VFIO_IOMMU_MAP_DMA, "kvm_clear_dirty_log": cuapi_KVM_CLEAR_DIRTY_LOG,
      "kvm_set_gsi_routing": cuapi_KVM_SET_GSI_ROUTING, "kvm_signal_msi": cuapi_KVM_SIGNAL_MSI,
      "seccomp_notif_addfd": cuapi_SECCOMP_IOCTL_NOTIF_ADDFD,
      "kvm_get_dirty_log": cuapi_KVM_GET_DIRTY_LOG,
      "kvm_register_coalesced_mmio": cuapi_KVM_REGISTER_COALESCED_MMIO,
      "kvm_unregister_coalesced_mmio": cuapi_KVM_UNREGISTER_COALESCED_MMIO,
      "kvm_set_guest_debug": cuapi_KVM_SET_GUEST_DEBUG,
      "kvm_set_mp_state": cuapi_KVM_SET_MP_STATE,
      "kvm_interrupt": cuapi_KVM_INTERRUPT,
      "kvm_translate": cuapi_KVM_TRANSLATE,
      "kvm_set_device_attr": cuapi_KVM_SET_DEVICE_ATTR,
      "kvm_has_device_attr": cuapi_KVM_HAS_DEVICE_ATTR,
    ]
    #if arch(x86_64)
      headers.merge(
        [
          "kvm_create_pit2": cuapi_KVM_CREATE_PIT2,
          "kvm_set_pit2": cuapi_KVM_SET_PIT2,
          "kvm_set_irqchip": cuapi_KVM_SET_IRQCHIP,
          "kvm_irq_line_status": cuapi_KVM_IRQ_LINE_STATUS,
          "kvm_reinject_control": cuapi_KVM_REINJECT_CONTROL,
          "kvm_xen_hvm_config": cuapi_KVM_XEN_HVM_CONFIG,
          "kvm_xen_hvm_set_attr": cuapi_KVM_XEN_HVM_SET_ATTR,
          "kvm_hyperv_eventfd": cuapi_KVM_HYPERV_EVENTFD,
          "kvm_x86_set_msr_filter": cuapi_KVM_X86_SET_MSR_FILTER,
          "kvm_set_sregs2": cuapi_KVM_SET_SREGS2,
          "kvm_set_cpuid2": cuapi_KVM_SET_CPUID2,
          "kvm_set_msrs": cuapi_KVM_SET_MSRS,
          "kvm_tpr_access_reporting": cuapi_KVM_TPR_ACCESS_REPORTING,
          "kvm_x86_set_mce": cuapi_KVM_X86_SET_MCE,
        ], uniquingKeysWith: { first, _ in first })
    #endif
    let given: [String: UInt32] = [
      "kvm_set_user_memory_region2": 0x40a0_ae49, "kvm_create_guest_memfd": 0xc040_aed4,
      "kvm_pre_fault_memory": 0xc040_aed5,
      "kvm_set_user_memory_region2_posted": 0x40a0_ae49, "pidfd_get_info": 0xc058_ff0b,
      "ns_mnt_get_info": 0x8010_b70a, "procmap_query": 0xc068_6611, "kvm_set_memory_attributes": 0x4020_aed2,
      "kvm_set_pmu_event_filter": 0x4020_aeb2, "kvm_set_debugregs": 0x4080_aea2,
      "kvm_set_vcpu_events": 0x4040_aea0, "iommu_ioas_alloc": 0x3b81,
      "ns_mnt_get_next": 0x8010_b70b, "ns_mnt_get_prev": 0x8010_b70c, "fideduperange": 0xc018_9436,
      "epoll_set_params": 0x4008_8a01, "uffdio_api": 0xc018_aa3f,
      "drm_syncobj_wait": 0xc028_64c3,
    ]
    for interface in try Catalog.interfaces() {
      guard case .ioctl(let ioctl)? = interface.call?.entry else { continue }
      // A capability is enabled by the ioctl of them all.
      let name = interface.name.hasPrefix("kvm_enable_cap") ? "kvm_enable_cap" : interface.name
      guard let known = headers[name] ?? given[name] else {
        print("skipped: \(interface.name): no number from elsewhere to compare its command with")
        continue
      }
      let codec = try Codec(interface)
      let usize = interface.newest.scheme.size.source == .command ? UInt64(codec.size) : nil
      #expect(ioctl.command(usize: usize)?.rawValue == known, "\(interface.name)")
    }
  }
}
