public import ExtensibleStructs

extension Catalog {
  /// `sched_setattr`: 48 bytes since Linux 3.14, 56 since 5.3.
  ///
  /// NULL is EINVAL, before anything is read; on every E2BIG the kernel's size is written back.
  public static func schedSetattr() throws(InterfaceError) -> Interface {
    let scheme = Scheme.sizePrefixed.with { $0.nullPointer = .rejectedFirst(.EINVAL) }
    return try Interface(
      "sched_setattr", history: history(SchedAttr.self), summary: "sets how a thread is scheduled",
      call: schedSetattrCall,
      editions: [
        Edition(since: Release(3, 14), version: 0, scheme: scheme),
        Edition(since: Release(5, 3), version: 1, scheme: scheme),
      ])
  }

  /// `sched_getattr`: the size is an argument, and what was copied stands in the struct.
  ///
  /// Linux 6.13 began to zero the user's bytes beyond the kernel's struct; before, they were left alone.
  public static func schedGetattr() throws(InterfaceError) -> Interface {
    let before = Scheme(
      "sched-getattr", size: .argument(Scheme.Bounds(.version0(.EINVAL), .page(.EINVAL))),
      direction: .handsOut(Scheme.Output(tail: .leftAlone, reportsCopiedBytes: true)),
      summary: "the size is an argument"
    ).with { $0.nullPointer = .rejectedFirst(.EINVAL) }
    return try Interface(
      "sched_getattr", history: history(SchedAttr.self),
      summary: "says how a thread is scheduled", call: schedGetattrCall,
      editions: [
        Edition(since: Release(3, 14), version: 0, scheme: before),
        Edition(since: Release(5, 3), version: 1, scheme: before),
        Edition(since: Release(6, 13), version: 1, scheme: before.with { $0.output?.tail = .zeroed }),
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
    unmodelled: [
      "sched_policy": .max, "sched_flags": .max, "sched_nice": .max, "sched_priority": .max,
      "sched_util_min": .max, "sched_util_max": .max,
    ])

  private static let schedGetattrCall = CallShape(
    .systemCall(SystemCallNumber(x86_64: 315, arm64: 275, i386: 352)),
    [
      .init("pid", .int, .value(0)), .init("uattr", .pointer, .structure),
      .init("usize", .unsignedInt, .size),
      .init("flags", .unsignedInt, .flags()),
    ],
    samples: schedSamples, setting: .ownThread)

  /// SCHED_BATCH, and clamps that are not the defaults.
  private static let schedSamples: [String: CallShape.Value] = [
    "sched_policy": 3, "sched_nice": 1, "sched_util_min": 100, "sched_util_max": 900,
  ]
}
