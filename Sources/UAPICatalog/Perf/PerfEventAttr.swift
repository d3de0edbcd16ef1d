public import ExtensibleStructs

/// `struct perf_event_attr`: what to count. It has grown eight times since Linux 2.6.31.
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
  /// The bit-fields from `disabled` to `sigtrap`, in their order; the rest is reserved.
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

  /// Every member zero.
  public init() {}

  /// 64, 72, 80, 96, 104, 112, 120, 128 and 136 bytes; the 38 flags of Linux 5.13.
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
    Reserved(\.reserved2)
  }
}

extension Catalog {
  /// `perf_event_open`, from Linux 5.13 on: what earlier releases knew of flags and masks is not described.
  ///
  /// The size stands at offset 4 and is read alone; the second read's is replaced by it. A set reserved word is
  /// EINVAL, without a write-back. As run on 6.18. The 128 bytes of 6.1 are those of its `linux/perf_event.h`;
  /// that PERF_FORMAT_LOST came with 6.0, 136 bytes with 6.3 and `aux_action` with 6.13 is from memory.
  public static func perfEventOpen() throws(InterfaceError) -> Interface {
    let scheme = Scheme.sizePrefixed.with {
      $0.second?.used = .first
      $0.input?.pad = .mustBeZero(else: .EINVAL)
      $0.flagsArgument = .rejectedFirst(known: 0xf, .EINVAL)
    }
    return try Interface(
      "perf_event_open", history: history(PerfEventAttr.self), summary: "counts what a program does",
      call: perfEventOpenCall,
      editions: [
        Edition(
          since: Release(5, 13), version: 7, scheme: scheme, rules: rules(formats: 0xf, actions: 0)),
        Edition(
          since: Release(6, 0), version: 7, scheme: scheme, rules: rules(formats: 0x1f, actions: 0)),
        Edition(
          since: Release(6, 3), version: 8, scheme: scheme, rules: rules(formats: 0x1f, actions: 0)),
        Edition(
          since: Release(6, 13), version: 8, scheme: scheme, rules: rules(formats: 0x1f, actions: 0b111)),
      ])
  }

  private static func rules(formats: UInt64, actions: UInt64) -> [MemberRule] {
    [
      MemberRule("aux_action", .noneOf(~actions)),
      MemberRule("sample_type", .noneOf(~0x1ff_ffff)),
      MemberRule("read_format", .noneOf(~formats)),
      // `inherit_thread` needs `inherit`; `sigtrap` needs `remove_on_exec`, which excludes `enable_on_exec`.
      MemberRule("flags", .allOf(1 << 1), when: "flags", has: 1 << 35),
      MemberRule("flags", .noneOf(1 << 12), when: "flags", has: 1 << 36),
      MemberRule("flags", .allOf(1 << 36), when: "flags", has: 1 << 37),
      // A period, unless `freq` makes it a frequency.
      MemberRule("sample_period", .noneOf(1 << 63), unless: "flags", has: 1 << 10),
    ]
  }

  /// A software event that counts nothing, of this thread on any processor.
  private static let perfEventOpenCall = CallShape(
    .systemCall(SystemCallNumber(x86_64: 298, arm64: 241, i386: 336)),
    [
      .init("attr_uptr", .pointer, .structure), .init("pid", .int, .value(0)),
      .init("cpu", .int, .value(-1)), .init("group_fd", .int, .value(-1)),
      .init("flags", .unsignedLong, .flags(always: 8)),  // PERF_FLAG_FD_CLOEXEC
    ],
    samples: ["type": 1, "config": 9, "flags": 0x61], product: .descriptor,
    // Other events; features of the processor; what needs AUX memory or a sampled register.
    unmodelled: [
      "type": .max, "config": .max, "sample_type": 0x4_1800, "flags": 1 << 31, "sample_regs_user": .max,
      "sample_regs_intr": .max, "aux_sample_size": .max, "aux_action": 0b111, "clockid": .max,
      "branch_sample_type": .max,
    ])
}
