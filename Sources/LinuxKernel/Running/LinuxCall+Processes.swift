internal import ExtensibleStructs

extension LinuxCall {
  /// The scheduler's, each on a thread of its own.
  static let scheduler: [LinuxCall] = [
    // EOPNOTSUPP is what a kernel without utilisation clamps says to the flag once it has taken the bytes.
    LinuxCall("sched_setattr", passes: [.EOPNOTSUPP], samples: { _ in schedulingSamples }) { _, given in
      Answer(errno: try Scheduler.onFreshThread { $0.setattr(at: given.address) })
    },
    LinuxCall("sched_getattr", samples: { _ in schedulingSamples }) { _, given in
      Answer(
        errno: try Scheduler.onFreshThread {
          $0.getattr(at: given.address, size: UInt32(truncatingIfNeeded: given.usize))
        })
    },
  ]

  /// SCHED_BATCH, and clamps that are not the defaults.
  private static let schedulingSamples: [String: UInt64] = [
    "sched_policy": 3, "sched_flags": 0, "sched_nice": 1, "sched_priority": 0, "sched_runtime": 0,
    "sched_deadline": 0, "sched_period": 0, "sched_util_min": 100, "sched_util_max": 900,
  ]

  /// Those that make or ask about processes and threads.
  static let processes: [LinuxCall] = [
    // On a thread that can make no process any more, so that ENOMEM ends every call that gets so far. The flags
    // are CLONE_VM and CLONE_VFORK, which spare a copy of the memory.
    LinuxCall(
      "clone3", passes: [.ENOMEM],
      samples: { _ in
        [
          "flags": 0x4100, "pidfd": 0, "child_tid": 0, "parent_tid": 0, "exit_signal": 0, "stack": 0,
          "stack_size": 0, "tls": 0, "set_tid": 0, "set_tid_size": 0, "cgroup": 5,
        ]
      }
    ) { _, given in
      var answer: Result<Answer, SystemError>?
      try SystemError.naming("pthread_create") { () throws(Errno) in
        try Syscalls.onNewThread {
          answer = Result { () throws(SystemError) in
            try SystemError.naming("unshare(CLONE_NEWPID)") { () throws(Errno) in
              try Syscalls.giveUpProcesses()
            }
            return Answer.of { () throws(Errno) in try Syscalls.clone3(given.address, size: given.usize) }
          }
        }
      }
      guard let answer else { throw SystemError("pthread_create", .ESRCH) }
      return try answer.get()
    },
    LinuxCall("pidfd_get_info", samples: { _ in ["mask": 0x17] }) { resources, given in
      try resources.infoIoctl(resources.process(), [.read, .write], type: 0xff, number: 11, given)
    },
    // The word at `uaddr` is not `val`, which is EAGAIN; if it were, the deadline has long passed.
    LinuxCall(
      "futex_waitv", passes: [.EAGAIN, .ETIMEDOUT],
      samples: { ["val": 0, "uaddr": try $0.address(of: .futex), "flags": 2] }
    ) { resources, given in
      let deadline = try resources.address(of: .deadline)
      return Answer.of { () throws(Errno) in
        try Syscalls.futexWaitv(given.address, count: given.usize, flags: given.flags, deadline: deadline)
      }
    },
  ]

  /// What else there is: events, BPF, rings, security.
  static let others: [LinuxCall] = [
    // A software event that counts nothing, closed on exec.
    LinuxCall(
      "perf_event_open",
      samples: { _ in ["type": 1, "config": 9, "flags": 0x61, "sample_period": 0, "aux_action": 0] }
    ) { _, given in
      Answer.closing({ () throws(Errno) in
        try Syscalls.perfEventOpen(given.address, flags: given.flags | 8)
      })
    },
    LinuxCall("bpf", passes: [.ENOENT], samples: { _ in ["prog_id": 0x7fff_ffff] }) { _, given in
      // BPF_PROG_GET_FD_BY_ID
      Answer.closing({ () throws(Errno) in try Syscalls.bpf(13, given.address, size: given.usize) })
    },
    // IORING_SETUP_ATTACH_WQ to a descriptor that is not open is ENXIO, before a ring is made.
    LinuxCall(
      "io_uring_setup", passes: [.ENXIO],
      samples: { _ in ["flags": 0x20, "wq_fd": 0x7fff_ffff, "cq_entries": 0] }
    ) { _, given in
      Answer.closing({ () throws(Errno) in try Syscalls.ioUringSetup(entries: 1, given.address) })
    },
    // A ruleset that handles nothing is ENOMSG.
    LinuxCall(
      "landlock_create_ruleset", passes: [.ENOMSG],
      samples: { _ in ["handled_access_fs": 1, "handled_access_net": 1, "scoped": 1] }
    ) { _, given in
      Answer.closing({ () throws(Errno) in
        try Syscalls.landlockCreateRuleset(given.address, size: given.usize)
      })
    },
    LinuxCall(
      "lsm_list_modules",
      machineSize: { resources in
        let none = LinuxCall.Arguments(address: 0, usize: 0, flags: 0)
        return Int(try resources.listModules(none).usize ?? 0)
      }
    ) { try $0.listModules($1) },
  ]
}
