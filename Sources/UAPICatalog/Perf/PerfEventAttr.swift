public import ExtensibleStructs
public import KernelInterfaces

/// `struct perf_event_attr`: what to count. It has grown nine times since Linux 2.6.31.
///
/// Members that share their bytes bear the name of one of them.
public struct PerfEventAttr: ExtensibleStruct {
  /// `PERF_TYPE_*`.
  public var type: UInt32 = 0
  /// The length of this struct in bytes, as the caller knows it.
  public var size: UInt32 = 0
  /// Which event of that type.
  public var config: UInt64 = 0
  /// Events between samples, or samples a second.
  public var samplePeriod: UInt64 = 0
  /// `PERF_SAMPLE_*`.
  public var sampleType: UInt64 = 0
  /// `PERF_FORMAT_*`.
  public var readFormat: UInt64 = 0
  /// The bit-fields from `disabled` to `defer_output`, in their order; the rest is reserved.
  public var flags: UInt64 = 0
  /// Events, or bytes, between wake-ups.
  public var wakeupEvents: UInt32 = 0
  /// For breakpoints: the kind.
  public var bpType: UInt32 = 0
  /// Also `bp_addr`, `kprobe_func`, `uprobe_path`.
  public var config1: UInt64 = 0
  /// Also `bp_len`, `kprobe_addr`, `probe_offset`.
  public var config2: UInt64 = 0
  /// `PERF_SAMPLE_BRANCH_*`.
  public var branchSampleType: UInt64 = 0
  /// The user's registers to sample.
  public var sampleRegsUser: UInt64 = 0
  /// How many bytes of the user's stack to sample.
  public var sampleStackUser: UInt32 = 0
  /// The clock.
  public var clockid: Int32 = 0
  /// The registers at the interrupt to sample.
  public var sampleRegsIntr: UInt64 = 0
  /// Bytes in the AUX area between wake-ups.
  public var auxWatermark: UInt32 = 0
  /// The greatest depth of call chains.
  public var sampleMaxStack: UInt16 = 0
  /// Must be zero.
  public var reserved2: UInt16 = 0
  /// How many bytes of the AUX area to sample.
  public var auxSampleSize: UInt32 = 0
  /// `aux_start_paused` and its like; reserved at first.
  public var auxAction: UInt32 = 0
  /// For SIGTRAP: what the signal carries.
  public var sigData: UInt64 = 0
  /// More of the event.
  public var config3: UInt64 = 0
  /// Still more of it.
  public var config4: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// 64, 72, 80, 96, 104, 112, 120, 128, 136 and 144 bytes; the 38 flags of Linux 5.13.
  public static let history = Declaration(
    Self.self, "perf_event_attr", size: \.size, flags: \.flags, known: 0x3f_ffff_ffff
  ) {
    Published("VER0", through: \.config1)
    Published("VER1", through: \.config2)
    Published("VER2", through: \.branchSampleType)
    Published("VER3", through: \.clockid)
    Published("VER4", through: \.sampleRegsIntr)
    Published("VER5", through: \.reserved2)
    Published("VER6", through: \.auxAction)
    Published("VER7", through: \.sigData)
    Published("VER8", through: \.config3)
    Published("VER9", through: \.config4)
    Reserved(\.reserved2)
  }
}

extension Catalog {
  /// `perf_event_open` (Linux 2.6.31), described from 5.5 on.
  ///
  /// The size is at offset 4 and is read alone; the second read's is replaced by it. A set reserved word is EINVAL,
  /// without a write-back.
  public static func perfEventOpen() throws(InterfaceError) -> Interface {
    try described(
      "perf_event_open", PerfEventAttr.self, "counts what a program does", call: perfEventOpenCall,
      perfSizes + perfFlags + perfRules)
  }

  private static let perfSizes: [Fact] = {
    let scheme = Scheme.sizePrefixed.with {
      $0.second?.used = .first
      $0.input?.pad = .mustBeZero(else: .EINVAL)
      $0.flagsArgument = .rejectedFirst(known: 0xf, .EINVAL)
    }
    func size(_ version: Int, since: Release, _ note: String) -> Fact {
      Fact(since: since, .call(version: version, scheme), .source(note))
    }
    return [
      Fact(
        since: Release(2, 6, 31), until: Release(5, 5),
        .notDescribed("reserved words were looked at in some releases and not in others up to 5.4"),
        .source("kernel/events/core.c at 4.20.0, 5.3.1, 5.4.0")),
      size(6, since: Release(5, 5), "120 bytes: linux/perf_event.h of 5.5; 112 in 5.4.0"),
      size(7, since: Release(5, 13), "128 bytes: linux/perf_event.h of 5.13"),
      size(8, since: Release(6, 3), "136 bytes: linux/perf_event.h of 6.3-rc7; 128 in 6.2.1"),
      size(9, since: Release(6, 19), "144 bytes: linux/perf_event.h of 6.19-rc4; 136 in 6.18.15"),
    ]
  }()

  /// The bit-fields, in the order in which they came.
  private static let perfFlags: [Fact] = [
    (Release(5, 5), 0xffff_ffff, "up to aux_output: kernel/events/core.c at 5.4.0"),
    (Release(5, 7), 1 << 32, "cgroup: linux/perf_event.h of 5.7, and not of 5.6"),
    (Release(5, 9), 1 << 33, "text_poke: linux/perf_event.h of 5.9; not in 5.8.1"),
    (Release(5, 12), 1 << 34, "build_id: linux/perf_event.h of 5.12-rc4; not in 5.11.14"),
    (
      Release(5, 13), 0b111 << 35,
      "inherit_thread, remove_on_exec, sigtrap: linux/perf_event.h of 5.13"
    ),
    (
      Release(6, 19), 0b11 << 38,
      "defer_callchain, defer_output: linux/perf_event.h of 6.19-rc4; 6.18.15 refuses them"
    ),
  ].map { Fact(since: $0.0, .flags($0.1), .source($0.2)) }

  private static let perfRules: [Fact] = {
    func mask(
      _ member: String, _ known: UInt64, since: Release, _ backports: [Release] = [],
      until: Release? = nil, _ endedEarly: [Release] = [], note: String
    ) -> Fact {
      Fact(
        since: since, backports: backports, until: until, endedEarly: endedEarly,
        .rule(MemberRule(member, .noneOf(~known))), .source(note))
    }
    func since513(_ rule: MemberRule) -> Fact {
      Fact(since: Release(5, 13), .rule(rule), .source("kernel/events/core.c at 5.14-rc5"))
    }
    let (action, lost) = ([Release(6, 12, 24)], [Release(5, 10, 204)])
    return [
      mask(
        "aux_action", 0, since: Release(5, 5), until: Release(6, 13), action,
        note: "a reserved word: kernel/events/core.c at 5.6.4, and not looked at in 5.4.0"),
      mask(
        "aux_action", 0b111, since: Release(6, 13), action,
        note: "kernel/events/core.c at 6.13.2; the point by Debian's changelog"),
      mask(
        "sample_type", 0x1f_ffff, since: Release(5, 5), until: Release(5, 7),
        note: "linux/perf_event.h of 5.5"),
      mask(
        "sample_type", 0x3f_ffff, since: Release(5, 7), until: Release(5, 11),
        note: "linux/perf_event.h of 5.7"),
      mask(
        "sample_type", 0xff_ffff, since: Release(5, 11), until: Release(5, 12),
        note: "linux/perf_event.h of 5.11"),
      mask("sample_type", 0x1ff_ffff, since: Release(5, 12), note: "linux/perf_event.h of 5.12"),
      mask(
        "read_format", 0xf, since: Release(5, 5), until: Release(6, 0), lost,
        note: "linux/perf_event.h of 5.5 to 5.19"),
      mask(
        "read_format", 0x1f, since: Release(6, 0), lost,
        note: "PERF_FORMAT_LOST: linux/perf_event.h of 6.0-rc1; the point by Debian's changelog"),
      // `inherit_thread` needs `inherit`; `sigtrap` needs `remove_on_exec`, which excludes `enable_on_exec`.
      since513(MemberRule("flags", .allOf(1 << 1), when: "flags", has: 1 << 35)),
      since513(MemberRule("flags", .noneOf(1 << 12), when: "flags", has: 1 << 36)),
      since513(MemberRule("flags", .allOf(1 << 36), when: "flags", has: 1 << 37)),
      // A period, unless `freq` makes it a frequency.
      Fact(
        since: Release(3, 18),
        .rule(MemberRule("sample_period", .noneOf(1 << 63), unless: "flags", has: 1 << 10)),
        .source("kernel/events/core.c at 3.18.30, and not at 3.14.1")),
    ] + samplingRules
  }()

  /// What is asked of what is sampled, and how often.
  private static let samplingRules: [Fact] = {
    func rule(_ rule: MemberRule) -> Fact {
      Fact(since: Release(5, 5), .rule(rule), .source("kernel/events/core.c at 5.10 to 7.3"))
    }
    return [
      // A stack is less than 64 KiB long, in words of 64 bits.
      rule(MemberRule("sample_stack_user", .within(0...0xfffe), when: "sample_type", has: 0x2000)),
      rule(MemberRule("sample_stack_user", .noneOf(0b111), when: "sample_type", has: 0x2000)),
      // READ does not go with `inherit`, but for a TID since 6.12.
      rule(MemberRule("sample_type", .noneOf(0x10), when: "flags", has: 1 << 1)),
      // WEIGHT_STRUCT excludes WEIGHT.
      Fact(
        since: Release(5, 12),
        .rule(MemberRule("sample_type", .noneOf(0x4000), when: "sample_type", has: 1 << 24)),
        .source("kernel/events/core.c at 6.12 and 7.3, and not at 5.10; linux/perf_event.h of 5.12")),
      // A frequency is at most kernel.perf_event_max_sample_rate, which is an int.
      rule(MemberRule("sample_period", .within(0...UInt64(Int32.max)), when: "flags", has: 1 << 10)),
    ]
  }()

  /// A software event that counts nothing, of this thread on any processor.
  private static let perfEventOpenCall = CallShape(
    .systemCall(SystemCallNumber(x86_64: 298, arm64: 241, i386: 336)),
    [
      .init("attr_uptr", .pointer, .structure), .init("pid", .int, .value(0)),
      .init("cpu", .int, .value(-1)), .init("group_fd", .int, .value(-1)),
      // PERF_FLAG_FD_CLOEXEC; PERF_FLAG_PID_CGROUP needs another pid and cpu.
      .init("flags", .unsignedLong, .flags(always: 8, unmodelled: 4)),
    ],
    passing: [.init(.EACCES, .privilege, "the kernel's own events, without exclude_kernel")],
    samples: ["type": 1, "config": 9, "flags": 0x61], product: .descriptor,
    // Other events; features of the processor; what needs AUX memory or a sampled register; TID, beside which READ
    // may be inherited; the greatest frequency.
    unmodelled: [
      "type": .max, "config": .max, "sample_period": UInt64(Int32.max), "sample_type": 0x4_1802,
      "flags": 1 << 31, "sample_regs_user": .max,
      "sample_regs_intr": .max, "aux_sample_size": .max, "aux_action": 0b111, "clockid": .max,
      "branch_sample_type": .max,
    ],
    unprivileged: "kernel.perf_event_paranoid decides what an unprivileged user may measure")
}
