import KernelInterfaces

extension Catalog {
  /// The kernels with which `extstruct verify` had no disagreement, by interface: a line's points, Debian's under QEMU
  /// and the one that it was written on. Made by `Tests/lab/asked.py` from what `Tests/lab/ladder` wrote.
  static let answers: [(interfaces: [String], kernels: [(major: Int, minor: Int, points: [Int])])] = [
    (
      [
        "bpf", "cachestat", "clone3", "file_getattr", "file_setattr", "futex_waitv", "getxattrat",
        "io_uring_enter", "landlock_create_ruleset", "listmount", "lsm_list_modules", "mount_setattr",
        "ns_mnt_get_info", "perf_event_open", "pidfd_get_info", "sched_getattr", "sched_setattr",
        "seccomp_notif_addfd", "setxattrat", "statx",
      ],
      [
        (5, 10, [218, 262]), (6, 1, [170, 192]), (6, 12, [43, 118]), (6, 16, [3, 12]), (6, 17, [8, 13]),
        (6, 18, [5, 15]), (6, 19, [6, 14]), (7, 0, [4, 13]), (7, 1, [3, 13]), (7, 2, [6, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "kvm_clear_dirty_log", "kvm_create_device", "kvm_enable_cap", "kvm_ioeventfd", "kvm_irqfd",
        "kvm_set_clock", "kvm_set_debugregs", "kvm_set_gsi_routing", "kvm_set_pmu_event_filter",
        "kvm_set_user_memory_region", "kvm_set_user_memory_region2", "kvm_set_vcpu_events", "kvm_signal_msi",
      ],
      [
        (5, 10, [218, 262]), (6, 1, [170, 192]), (6, 12, [43, 118]), (6, 16, [3, 12]), (6, 17, [8, 13]),
        (6, 18, [5, 15]), (7, 2, [6, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "kvm_set_memory_attributes", "procmap_query",
      ],
      [
        (5, 10, [218, 262]), (6, 1, [170, 192]),
      ]
    ),
    (
      [
        "io_uring_setup"
      ],
      [
        (5, 10, [218, 262]), (6, 1, [170, 192]), (6, 12, [43, 118]), (6, 16, [3, 12]), (6, 17, [8, 13]),
        (6, 18, [5, 15]),
      ]
    ),
    (
      [
        "kvm_create_guest_memfd"
      ],
      [
        (5, 10, [218, 262]), (6, 1, [170, 192]), (6, 18, [5, 15]), (7, 2, [6, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "openat2"
      ],
      [
        (5, 10, [218, 262]), (6, 1, [170, 192]), (6, 12, [43, 118]), (6, 16, [3, 12]), (6, 17, [8, 13]),
        (6, 18, [5, 15]), (6, 19, [6, 14]), (7, 0, [4, 13]), (7, 1, [3, 13]),
      ]
    ),
    (
      [
        "statmount"
      ],
      [
        (5, 10, [218, 262]), (6, 1, [170, 192]), (6, 12, [43, 118]), (6, 16, [3, 12]), (6, 17, [8, 13]),
        (6, 18, [5, 15]), (6, 19, [6, 14]),
      ]
    ),
  ]
}
