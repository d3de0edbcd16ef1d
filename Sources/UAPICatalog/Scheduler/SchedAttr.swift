public import ExtensibleStructs

/// `struct sched_attr`: how a thread is scheduled. The pattern for a struct with a `size` member.
///
///     0      4        8       16     20         24        32         40       48        52        56
///     ├ size ┼ policy ┼ flags ┼ nice ┼ priority ┼ runtime ┼ deadline ┼ period ┼ util_min┼ util_max┤
public struct SchedAttr: ExtensibleStruct, Hashable {
  /// The length of this struct in bytes, as the caller knows it.
  public var size: UInt32 = 0
  /// `SCHED_*`.
  public var schedPolicy: UInt32 = 0
  /// `SCHED_FLAG_*`.
  public var schedFlags: SchedFlags = []
  /// For SCHED_OTHER and SCHED_BATCH: -20 to 19.
  public var schedNice: Int32 = 0
  /// For SCHED_FIFO and SCHED_RR: 1 to 99.
  public var schedPriority: UInt32 = 0
  /// For SCHED_DEADLINE, in nanoseconds.
  public var schedRuntime: UInt64 = 0
  /// For SCHED_DEADLINE, in nanoseconds.
  public var schedDeadline: UInt64 = 0
  /// For SCHED_DEADLINE, in nanoseconds.
  public var schedPeriod: UInt64 = 0
  /// The least utilisation to assume, 0 to 1024.
  public var schedUtilMin: UInt32 = 0
  /// The greatest utilisation to assume, 0 to 1024.
  public var schedUtilMax: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// 48 bytes since Linux 3.14, 56 since 5.3; `include/uapi/linux/sched/types.h` names both sizes.
  public static let history = Declaration(
    Self.self, "sched_attr", size: \.size, flags: \.schedFlags, known: SchedFlags.known
  ) {
    Published("VER0", through: \.schedPeriod)
    Published("VER1", through: \.schedUtilMax, gate: SchedFlags.utilClamp)
  }
}

/// `SCHED_FLAG_*`, from `include/uapi/linux/sched.h`.
public struct SchedFlags: OptionSet, BitwiseCopyable, Hashable, Sendable {
  /// The bits.
  public var rawValue: UInt64

  /// Makes flags from bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Children go back to SCHED_OTHER. The corresponding C constant is `SCHED_FLAG_RESET_ON_FORK`.
  public static let resetOnFork = SchedFlags(rawValue: 0x01)
  /// The corresponding C constant is `SCHED_FLAG_RECLAIM`.
  public static let reclaim = SchedFlags(rawValue: 0x02)
  /// The corresponding C constant is `SCHED_FLAG_DL_OVERRUN`.
  public static let deadlineOverrun = SchedFlags(rawValue: 0x04)
  /// The policy stays as it is. The corresponding C constant is `SCHED_FLAG_KEEP_POLICY`.
  public static let keepPolicy = SchedFlags(rawValue: 0x08)
  /// The parameters stay as they are. The corresponding C constant is `SCHED_FLAG_KEEP_PARAMS`.
  public static let keepParams = SchedFlags(rawValue: 0x10)
  /// `sched_util_min` is set. The corresponding C constant is `SCHED_FLAG_UTIL_CLAMP_MIN`.
  public static let utilClampMin = SchedFlags(rawValue: 0x20)
  /// `sched_util_max` is set. The corresponding C constant is `SCHED_FLAG_UTIL_CLAMP_MAX`.
  public static let utilClampMax = SchedFlags(rawValue: 0x40)
  /// Either clamp. The corresponding C constant is `SCHED_FLAG_UTIL_CLAMP`.
  public static let utilClamp: SchedFlags = [.utilClampMin, .utilClampMax]

  /// What a kernel with utilisation clamps knows beside the clamps.
  static let known: UInt64 = 0x1f
}
