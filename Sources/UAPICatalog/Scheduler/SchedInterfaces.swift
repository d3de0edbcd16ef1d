import ExtensibleStructs
public import KernelInterfaces

extension Catalog {
  /// `sched_setattr`: 48 bytes since Linux 3.14, 56 since 5.3.
  ///
  /// NULL is EINVAL, before anything is read; on every E2BIG the kernel's size is written back.
  public static func schedSetattr() throws(InterfaceError) -> Interface {
    let scheme = Scheme.sizePrefixed.with {
      $0.flagsArgument = .rejectedFirst(known: 0, .EINVAL)
      $0.nullPointer = .rejectedFirst(.EINVAL)
    }
    return try described(
      "sched_setattr", SchedAttr.self, "sets how a thread is scheduled", call: schedSetattrCall,
      older: [
        OlderCall(
          "sched_setscheduler", carries: ["sched_policy", "sched_flags", "sched_priority"], flags: 0x1)
      ],
      [
        Fact(
          since: Release(3, 14), until: Release(3, 14, 2),
          .notDescribed("every refused size is EFAULT, and the size is written back all the same"),
          .source("kernel/sched/core.c at 3.14.1")),
        Fact(
          since: Release(3, 14), .call(version: 0, scheme),
          .source("kernel/sched/core.c at 3.18.30 and 5.2.1")),
        Fact(since: Release(5, 3), .call(version: 1, scheme), .source("kernel/sched/core.c at 5.3.1")),
        Fact(since: Release(3, 14), .flags(0x01), .source("kernel/sched/core.c at 3.14.1")),
        Fact(
          since: Release(4, 13), .flags(0x02),
          .source("RECLAIM: linux/sched.h of 4.14, and not of 4.12.3; that it was 4.13 is assumed")),
        Fact(
          since: Release(4, 16), .flags(0x04),
          .source("DL_OVERRUN: linux/sched.h of 4.17.3, and not of 4.15; that it was 4.16 is assumed")),
        Fact(
          since: Release(5, 3), .flags(0x18),
          .source("KEEP_POLICY and KEEP_PARAMS: kernel/sched/core.c at 5.3.1, and not at 5.2.1")),
      ])
  }

  /// `sched_getattr`: the size is an argument, and the struct says how many bytes were copied.
  public static func schedGetattr() throws(InterfaceError) -> Interface {
    let before = Scheme(
      "sched-getattr", size: .argument(Scheme.Bounds(.version0(.EINVAL), .page(.EINVAL))),
      direction: .handsOut(Scheme.Output(tail: .leftAlone, reportsCopiedBytes: true)),
      summary: "the size is an argument"
    ).with {
      $0.flagsArgument = .rejectedFirst(known: 0, .EINVAL)
      $0.nullPointer = .rejectedFirst(.EINVAL)
    }
    let zeroing = before.with { $0.output?.tail = .zeroed }
    return try described(
      "sched_getattr", SchedAttr.self, "says how a thread is scheduled", call: schedGetattrCall,
      [
        Fact(since: Release(3, 14), .call(version: 0, before), .source("kernel/sched/core.c at 3.14.1")),
        Fact(since: Release(5, 3), .call(version: 1, before), .source("kernel/sched/core.c at 5.3.1")),
        Fact(
          since: Release(6, 13), .call(version: 1, zeroing),
          .source("kernel/sched/syscalls.c at 6.13.2, and not at 6.12.118")),
      ])
  }

  private static let schedSetattrCall = CallShape(
    .systemCall(SystemCallNumber(x86_64: 314, arm64: 274, i386: 351)),
    [
      .init("pid", .int, .value(0)), .init("uattr", .pointer, .structure),
      .init("flags", .unsignedInt, .flags()),
    ],
    passing: [
      .init(.EOPNOTSUPP, .configuration, "the kernel was built without CONFIG_UCLAMP_TASK")
    ],
    samples: schedSamples, setting: .ownThread,
    // The policy decides which priorities there are; a lower nice value is a privilege; clamps are compared with each
    // other, and with the greatest capacity, where there is CONFIG_UCLAMP_TASK.
    unmodelled: [
      "sched_policy": .max, "sched_nice": .max, "sched_priority": .max, "sched_util_min": .max,
      "sched_util_max": .max,
    ])

  private static let schedGetattrCall = CallShape(
    .systemCall(SystemCallNumber(x86_64: 315, arm64: 275, i386: 352)),
    [
      .init("pid", .int, .value(0)), .init("uattr", .pointer, .structure),
      .init("usize", .unsignedInt, .size),
      .init("flags", .unsignedInt, .flags()),
    ],
    samples: schedSamples, setting: .ownThread)

  /// SCHED_BATCH, clamps that are not the defaults, and the nice value that every thread may take.
  private static let schedSamples: [String: CallShape.Value] = [
    "sched_policy": 3, "sched_nice": 19, "sched_util_min": 100, "sched_util_max": 900,
  ]
}
