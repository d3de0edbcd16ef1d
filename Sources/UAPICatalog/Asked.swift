import KernelInterfaces

extension Catalog {
  /// The kernels with which `extstruct verify` had no disagreement, by interface: a line's points, Debian's under QEMU
  /// and the one that it was written on. Made by `Tests/lab/asked.py` from what `Tests/lab/ladder` wrote.
  static let answers: [(interfaces: [String], kernels: [(major: Int, minor: Int, points: [Int])])] = [
    (
      [
        "bpf", "bpf_btf_get_fd_by_id", "bpf_btf_load", "bpf_iter_create", "bpf_link_create",
        "bpf_link_update", "bpf_map_create", "bpf_map_get_fd_by_id", "bpf_map_lookup_elem",
        "bpf_obj_get_info_by_fd", "bpf_prog_bind_map", "bpf_prog_load", "cachestat", "clone3",
        "epoll_set_params", "fideduperange", "file_getattr", "file_setattr", "futex_waitv", "getxattrat",
        "io_uring_enter", "io_uring_query", "io_uring_register_clock", "io_uring_register_clone_buffers",
        "io_uring_register_file_alloc_range", "io_uring_register_files2", "io_uring_register_files_update",
        "io_uring_register_files_update2", "io_uring_register_mem_region", "io_uring_register_pbuf_status",
        "io_uring_register_probe", "io_uring_register_sync_cancel", "io_uring_setup",
        "landlock_create_ruleset", "listmount", "lsm_list_modules", "mount_setattr", "name_to_handle_at",
        "ns_mnt_get_info", "ns_mnt_get_next", "ns_mnt_get_prev", "open_tree_attr", "openat2",
        "perf_event_open", "pidfd_get_info", "procmap_query", "sched_getattr", "sched_setattr",
        "seccomp_notif_addfd", "setxattrat", "statmount", "statx", "uffdio_api",
      ],
      [
        (5, 10, [218, 223, 251, 262]), (6, 1, [170, 172, 174, 176, 177, 180, 187, 190, 192]),
        (
          6, 12,
          [43, 57, 69, 73, 74, 85, 86, 88, 90, 94, 95, 96, 100, 101, 107, 111, 113, 115, 116, 117, 118]
        ),
        (6, 16, [3, 12]), (6, 17, [8, 13]), (6, 18, [5, 9, 12, 15, 44]), (6, 19, [6, 8, 10, 11, 13, 14]),
        (7, 0, [4, 7, 9, 10, 12, 13]), (7, 1, [3, 7, 8, 13]), (7, 2, [6, 9, 11, 12, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "kvm_clear_dirty_log", "kvm_create_device", "kvm_create_pit2", "kvm_enable_cap",
        "kvm_enable_cap_halt_poll", "kvm_enable_cap_manual_dirty_log_protect2",
        "kvm_enable_cap_split_irqchip", "kvm_enable_cap_x2apic_api", "kvm_enable_cap_x86_user_space_msr",
        "kvm_get_dirty_log", "kvm_has_device_attr", "kvm_interrupt", "kvm_ioeventfd", "kvm_irq_line_status",
        "kvm_irqfd", "kvm_pre_fault_memory", "kvm_register_coalesced_mmio", "kvm_reinject_control",
        "kvm_set_clock", "kvm_set_cpuid2", "kvm_set_debugregs", "kvm_set_device_attr", "kvm_set_gsi_routing",
        "kvm_set_guest_debug", "kvm_set_irqchip", "kvm_set_mp_state", "kvm_set_msrs", "kvm_set_pit2",
        "kvm_set_pmu_event_filter", "kvm_set_sregs2", "kvm_set_user_memory_region",
        "kvm_set_user_memory_region2", "kvm_set_vcpu_events", "kvm_signal_msi", "kvm_tpr_access_reporting",
        "kvm_translate", "kvm_unregister_coalesced_mmio", "kvm_x86_set_mce", "kvm_x86_set_msr_filter",
      ],
      [
        (5, 10, [218, 223, 251, 262]), (6, 1, [170, 172, 174, 176, 177, 180, 187, 190, 192]),
        (
          6, 12,
          [43, 57, 69, 73, 74, 85, 86, 88, 90, 94, 95, 96, 100, 101, 107, 111, 113, 115, 116, 117, 118]
        ),
        (6, 16, [3, 12]), (6, 17, [8, 13]), (6, 18, [5, 9, 12, 15, 44]), (7, 2, [6, 9, 11, 12, 13]),
        (7, 3, [4]),
      ]
    ),
    (
      [
        "kvm_enable_cap_dirty_log_ring", "kvm_enable_cap_disable_quirks2", "kvm_enable_cap_exit_hypercall",
        "kvm_enable_cap_exit_on_emulation_failure",
      ],
      [
        (6, 1, [170, 172, 174, 176, 177, 180, 187, 190, 192]),
        (
          6, 12,
          [43, 57, 69, 73, 74, 85, 86, 88, 90, 94, 95, 96, 100, 101, 107, 111, 113, 115, 116, 117, 118]
        ),
        (6, 16, [3, 12]), (6, 17, [8, 13]), (6, 18, [5, 9, 12, 15, 44]), (7, 2, [6, 9, 11, 12, 13]),
        (7, 3, [4]),
      ]
    ),
    (
      [
        "kvm_xen_hvm_config", "kvm_xen_hvm_set_attr",
      ],
      [
        (5, 10, [218, 223, 251, 262]),
        (
          6, 12,
          [43, 57, 69, 73, 74, 85, 86, 88, 90, 94, 95, 96, 100, 101, 107, 111, 113, 115, 116, 117, 118]
        ),
        (6, 16, [3, 12]), (6, 17, [8, 13]), (6, 18, [5, 9, 12, 15]), (7, 2, [6, 9, 11, 12, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "io_uring_unregister_pbuf_ring"
      ],
      [
        (5, 10, [218, 223, 251, 262]), (6, 1, [170, 172, 174, 176, 177, 180, 187, 190, 192]),
        (6, 12, [43, 57, 69, 73, 74, 85, 86, 88, 94, 95, 96, 100, 101, 107, 111, 113, 115, 116, 117, 118]),
        (6, 16, [3, 12]), (6, 17, [8, 13]), (6, 18, [5, 9, 12, 15, 44]), (6, 19, [6, 8, 10, 11, 13, 14]),
        (7, 0, [4, 7, 9, 10, 12, 13]), (7, 1, [3, 7, 8, 13]), (7, 2, [6, 9, 11, 12, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "kvm_create_guest_memfd"
      ],
      [
        (5, 10, [218, 223, 251, 262]), (6, 1, [170, 172, 174, 176, 177, 180, 187, 190, 192]),
        (6, 18, [5, 9, 12, 15, 44]), (7, 2, [6, 9, 11, 12, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "kvm_hyperv_eventfd"
      ],
      [
        (5, 10, [218, 223, 251, 262]), (6, 1, [170, 172, 174, 176, 177, 180, 187, 190, 192]),
        (
          6, 12,
          [43, 57, 69, 73, 74, 85, 86, 88, 90, 94, 95, 96, 100, 101, 107, 111, 113, 115, 116, 117, 118]
        ),
        (6, 16, [3, 12]), (6, 17, [8, 13]), (6, 18, [5, 9, 12, 15]), (7, 2, [6, 9, 11, 12, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "kvm_set_memory_attributes"
      ],
      [
        (5, 10, [218, 223, 251, 262]), (6, 1, [170, 172, 174, 176, 177, 180, 187, 190, 192]),
      ]
    ),
    (
      [
        "landlock_add_rule"
      ],
      [
        (6, 1, [170, 172, 174, 176, 177, 180, 187, 190, 192]),
        (
          6, 12,
          [43, 57, 69, 73, 74, 85, 86, 88, 90, 94, 95, 96, 100, 101, 107, 111, 113, 115, 116, 117, 118]
        ),
        (6, 16, [3, 12]), (6, 17, [8, 13]), (6, 18, [5, 9, 12, 15, 44]), (6, 19, [6, 8, 10, 11, 13, 14]),
        (7, 0, [4, 7, 9, 10, 12, 13]), (7, 1, [3, 7, 8, 13]), (7, 2, [6, 9, 11, 12, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "listns"
      ],
      [
        (5, 10, [218, 223, 251, 262]), (6, 1, [170, 172, 174, 176, 177, 180, 187, 190, 192]),
        (
          6, 12,
          [43, 57, 69, 73, 74, 85, 86, 88, 90, 94, 95, 96, 100, 101, 107, 111, 113, 115, 116, 117, 118]
        ),
        (6, 16, [3, 12]), (6, 17, [8, 13]), (6, 18, [5, 9, 12, 15]), (6, 19, [6, 8, 10, 11, 13, 14]),
        (7, 0, [4, 7, 9, 10, 12, 13]), (7, 1, [3, 7, 8, 13]), (7, 2, [6, 9, 11, 12, 13]), (7, 3, [4]),
      ]
    ),
    (
      [
        "tcp_ao_info"
      ],
      [
        (6, 18, [5, 9, 12, 15]), (6, 19, [6, 8, 10, 11, 13, 14]), (7, 0, [4, 7, 9, 10, 12, 13]),
        (7, 1, [3, 7, 8, 13]), (7, 2, [6, 9, 11, 12, 13]), (7, 3, [4]),
      ]
    ),
  ]
}
