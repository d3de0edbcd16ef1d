import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import SimulatedKernel
import Testing
import UAPICatalog

/// Single facts about real kernels, with the answer written down: asked of both kernels.
struct FactTests {
  /// What is done: a struct of `size` bytes as the kernel takes it, with one byte changed.
  struct Fact: Sendable, CustomTestStringConvertible {
    var interface: String
    var size: Int
    var set: [Int: UInt8] = [:]
    var mapped: Int?
    var pointer = KernelCall.Pointer.valid
    var flags: UInt64 = 0
    var errno: LinuxErrno?
    var testDescription: String { "\(interface) \(size) \(set) \(pointer) is \(errno?.name ?? "OK")" }
  }

  static let facts: [Fact] = [
    Fact(interface: "sched_setattr", size: 47, errno: .E2BIG),
    Fact(interface: "sched_setattr", size: 0),
    Fact(interface: "sched_setattr", size: 49),
    Fact(interface: "sched_setattr", size: 64, set: [60: 1], errno: .E2BIG),
    Fact(interface: "sched_getattr", size: 4097, errno: .EINVAL),
    Fact(interface: "perf_event_open", size: 63, errno: .E2BIG),
    Fact(interface: "perf_event_open", size: 136, set: [110: 1], errno: .EINVAL),
    Fact(interface: "perf_event_open", size: 136, set: [46: 1], errno: .EINVAL),
    Fact(interface: "openat2", size: 23, errno: .EINVAL),
    Fact(interface: "openat2", size: 4096),
    Fact(interface: "openat2", size: 4097, errno: .E2BIG),
    Fact(interface: "openat2", size: 24, set: [8: 1], errno: .EINVAL),
    Fact(interface: "openat2", size: 24, set: [16: 0x40], errno: .EINVAL),
    Fact(interface: "openat2", size: 24, set: [1: 0x02, 16: 0x20], errno: .EAGAIN),
    Fact(interface: "openat2", size: 0, pointer: .null, errno: .EINVAL),
    Fact(interface: "clone3", size: 63, errno: .EINVAL),
    Fact(interface: "clone3", size: 4097, errno: .E2BIG),
    Fact(interface: "clone3", size: 80, set: [4: 2], errno: .EINVAL),
    Fact(interface: "clone3", size: 88, set: [80: 9]),
    Fact(interface: "mount_setattr", size: 32, set: [27: 0xff]),
    Fact(interface: "mount_setattr", size: 32, set: [2: 0x10, 27: 0xff], errno: .EINVAL),
    Fact(interface: "landlock_create_ruleset", size: 7, errno: .EINVAL),
    Fact(interface: "landlock_create_ruleset", size: 0, pointer: .null, errno: .EFAULT),
    Fact(interface: "file_setattr", size: 24, set: [0: 4], errno: .EINVAL),
    Fact(interface: "file_getattr", size: 4097, errno: .E2BIG),
    Fact(interface: "statmount", size: 0, errno: .EINVAL),
    Fact(interface: "statmount", size: 32, set: [4: 0xff, 5: 0xff, 6: 0xff, 7: 0xff]),
    Fact(interface: "statmount", size: 32, set: [4: 0xff, 24: 1], errno: .EINVAL),
    Fact(interface: "statmount", size: 24, pointer: .null, flags: 2, errno: .EINVAL),
    Fact(interface: "statmount", size: 24, pointer: .null, errno: .EFAULT),
    Fact(interface: "listmount", size: 32, set: [19: 0, 20: 0, 21: 0, 22: 0, 23: 0], errno: .EINVAL),
    Fact(interface: "bpf", size: 0, pointer: .null),
    Fact(interface: "bpf", size: 5, set: [4: 1], errno: .EINVAL),
    Fact(interface: "bpf", size: 169, set: [168: 1], errno: .E2BIG),
    Fact(interface: "pidfd_get_info", size: 63, errno: .ENOTTY),
    Fact(interface: "pidfd_get_info", size: 63, pointer: .null, errno: .ENOTTY),
    Fact(interface: "pidfd_get_info", size: 64, pointer: .null, errno: .EINVAL),
    Fact(interface: "pidfd_get_info", size: 80, mapped: 72, errno: .EFAULT),
    Fact(interface: "ns_mnt_get_info", size: 15, errno: .ENOTTY),
    Fact(interface: "ns_mnt_get_info", size: 24, mapped: 16),
    Fact(interface: "io_uring_setup", size: 120, set: [28: 1], errno: .EINVAL),
    Fact(interface: "futex_waitv", size: 0, errno: .EINVAL),
    Fact(interface: "futex_waitv", size: 129, errno: .EINVAL),
    Fact(interface: "futex_waitv", size: 2, set: [44: 1], errno: .EINVAL),
    Fact(interface: "futex_waitv", size: 2, set: [20: 1], mapped: 24, errno: .EINVAL),
    Fact(interface: "futex_waitv", size: 2, mapped: 24, errno: .EFAULT),
    Fact(interface: "cachestat", size: 16, flags: 1, errno: .EINVAL),
    Fact(interface: "cachestat", size: 16, pointer: .null, flags: 1, errno: .EFAULT),
    Fact(interface: "lsm_list_modules", size: 7, errno: .E2BIG),
    Fact(interface: "lsm_list_modules", size: 0, pointer: .null, errno: .E2BIG),
    Fact(interface: "kvm_enable_cap", size: 104, set: [4: 1], errno: .EINVAL),
    Fact(interface: "kvm_enable_cap", size: 104, set: [103: 1]),
    Fact(interface: "kvm_irqfd", size: 32, set: [8: 4], errno: .EINVAL),
    Fact(interface: "kvm_ioeventfd", size: 64, set: [24: 0x20], errno: .EINVAL),
    Fact(interface: "kvm_create_device", size: 12, set: [8: 3]),
    Fact(interface: "kvm_set_clock", size: 48, set: [8: 1], errno: .EINVAL),
    Fact(interface: "kvm_set_clock", size: 48, set: [12: 1]),
    Fact(interface: "kvm_set_clock", size: 47, errno: .ENOTTY),
    Fact(interface: "kvm_signal_msi", size: 32, set: [12: 2], errno: .EINVAL),
    Fact(interface: "kvm_signal_msi", size: 32, set: [12: 1, 20: 1]),
    Fact(interface: "kvm_set_gsi_routing", size: 8, set: [4: 1], errno: .EINVAL),
    Fact(interface: "kvm_set_pmu_event_filter", size: 32, set: [12: 2], errno: .EINVAL),
    Fact(interface: "kvm_set_pmu_event_filter", size: 32, set: [4: 0x2d, 5: 1], errno: .E2BIG),
    Fact(interface: "kvm_clear_dirty_log", size: 24, set: [8: 1], errno: .EINVAL),
    Fact(interface: "kvm_set_debugregs", size: 128, set: [48: 1], errno: .EINVAL),
    Fact(interface: "kvm_set_debugregs", size: 128, set: [127: 1]),
    Fact(interface: "kvm_set_debugregs", size: 127, errno: .EINVAL),
    Fact(interface: "kvm_set_vcpu_events", size: 64, set: [20: 0x10], errno: .EINVAL),
    Fact(interface: "procmap_query", size: 23, errno: .EINVAL),
    Fact(interface: "procmap_query", size: 24),
    Fact(interface: "procmap_query", size: 104, set: [8: 0x40], errno: .EINVAL),
    Fact(interface: "procmap_query", size: 112, set: [104: 1], errno: .E2BIG),
    Fact(interface: "seccomp_notif_addfd", size: 4095),
    Fact(interface: "seccomp_notif_addfd", size: 4096, errno: .EINVAL),
    Fact(interface: "seccomp_notif_addfd", size: 32, set: [31: 1], errno: .E2BIG),
    Fact(interface: "io_uring_enter", size: 23, errno: .EINVAL),
    Fact(interface: "io_uring_enter", size: 25, errno: .EINVAL),
    Fact(interface: "open_tree_attr", size: 31, errno: .EINVAL),
    Fact(interface: "open_tree_attr", size: 4097, errno: .E2BIG),
    Fact(interface: "open_tree_attr", size: 0, pointer: .null),
    Fact(interface: "open_tree_attr", size: 32, pointer: .null, errno: .EINVAL),
    Fact(interface: "ns_mnt_get_next", size: 15, errno: .ENOTTY),
    Fact(interface: "ns_mnt_get_prev", size: 24, mapped: 16),
    Fact(interface: "name_to_handle_at", size: 8, set: [0: 129], errno: .EINVAL),
    Fact(interface: "name_to_handle_at", size: 8, set: [0: 1]),
    Fact(interface: "fideduperange", size: 24, set: [18: 1], errno: .EINVAL),
    Fact(interface: "epoll_set_params", size: 8, set: [6: 2], errno: .EINVAL),
    Fact(interface: "epoll_set_params", size: 8, set: [7: 1], errno: .EINVAL),
    Fact(interface: "uffdio_api", size: 24, set: [0: 0xab], errno: .EINVAL),
    Fact(interface: "landlock_add_rule", size: 16, set: [0: 0], errno: .ENOMSG),
    Fact(interface: "landlock_add_rule", size: 16, set: [0: 4], errno: .EINVAL),
    Fact(interface: "landlock_add_rule", size: 16, set: [10: 1], errno: .EINVAL),
    Fact(interface: "tcp_ao_info", size: 47, errno: .EINVAL),
    Fact(interface: "tcp_ao_info", size: 8192),
    Fact(interface: "tcp_ao_info", size: 56, set: [48: 1], errno: .E2BIG),
    Fact(interface: "bpf_map_create", size: 168, set: [92: 1], errno: .EINVAL),
    Fact(interface: "bpf_prog_load", size: 144),
    Fact(interface: "bpf_prog_load", size: 169, set: [168: 1], errno: .E2BIG),
    Fact(interface: "bpf_btf_load", size: 40, set: [32: 1], errno: .EINVAL),
    Fact(interface: "bpf_obj_get_info_by_fd", size: 16),
    Fact(interface: "bpf_obj_get_info_by_fd", size: 17, set: [16: 1], errno: .EINVAL),
    Fact(interface: "bpf_link_create", size: 168, set: [64: 1], errno: .EINVAL),
    Fact(interface: "bpf_link_update", size: 16, set: [8: 1], errno: .EINVAL),
    Fact(interface: "io_uring_register_files2", size: 31, errno: .EINVAL),
    Fact(interface: "io_uring_register_files_update2", size: 33, errno: .EINVAL),
    Fact(interface: "io_uring_register_clock", size: 16, set: [0: 7]),
    Fact(interface: "io_uring_register_clock", size: 16, set: [0: 5], errno: .EINVAL),
    Fact(interface: "io_uring_register_clone_buffers", size: 32, set: [31: 1], errno: .EINVAL),
    Fact(interface: "io_uring_query", size: 40, set: [16: 200], errno: .EOPNOTSUPP),
    Fact(interface: "io_uring_query", size: 40, set: [28: 1], errno: .EINVAL),
  ]

  @Test(arguments: facts)
  func `a known fact holds on both kernels`(fact: Fact) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == fact.interface })
    let simulated = try SimulatedKernel(.newest).answer(call(fact, interface, RunningKernel()))
    #expect(simulated.errno == fact.errno, "simulated")
    let release = try #require(RunningKernel.release)
    guard release >= Release(6, 18, 0) else {
      print("skipped: \(fact.testDescription): a fact of Linux 6.18")
      return
    }
    let running = RunningKernel()
    if let obstacle = try running.obstacle(to: interface) {
      print("skipped: \(fact.testDescription): \(obstacle)")
      return
    }
    #expect(try running.answer(call(fact, interface, running)).errno == fact.errno, "running")
  }

  private func call(_ fact: Fact, _ interface: Interface, _ running: RunningKernel) throws -> KernelCall {
    let codec = try Codec(interface)
    let sample = try running.sample(of: interface, codec)
    let length = codec.scheme.size.source == .elements ? fact.size * codec.size : fact.size
    var bytes = (0..<max(length, 8)).map { index in
      codec.scheme.size.source == .elements
        ? sample[index % sample.count] : index < sample.count ? sample[index] : 0
    }
    if codec.scheme.readsSizeMember {
      for index in 0..<codec.sizeMember.width {
        bytes[codec.sizeMember.offset + index] = UInt8(truncatingIfNeeded: fact.size >> (8 * index))
      }
      if bytes.count < codec.version0 { bytes += Array(sample[bytes.count..<codec.version0]) }
    }
    for (index, byte) in fact.set { bytes[index] = byte }
    return KernelCall(
      interface, memory: KernelCall.Memory(bytes, mapped: fact.mapped), pointer: fact.pointer,
      usize: UInt64(fact.size), flags: fact.flags, kernelStruct: nil)
  }
}
