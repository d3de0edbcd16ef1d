public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_params`: how rings are to be, and how they are. 120 bytes with reserved words.
public struct IOUringParams: ExtensibleStruct {
  /// The length of the submission queue; only handed out.
  public var sqEntries: UInt32 = 0
  /// The length of the completion queue.
  public var cqEntries: UInt32 = 0
  /// `IORING_SETUP_*`.
  public var flags: UInt32 = 0
  /// The processor of the kernel's thread.
  public var sqThreadCpu: UInt32 = 0
  /// After how many milliseconds it sleeps.
  public var sqThreadIdle: UInt32 = 0
  /// `IORING_FEAT_*`; only handed out.
  public var features: UInt32 = 0
  /// The ring whose workers are shared.
  public var wqFd: UInt32 = 0
  /// Must be zero.
  public var resv: InlineArray<3, UInt32> = .init(repeating: 0)
  /// Where the submission queue's parts are; only handed out.
  public var sqOff: InlineArray<5, UInt64> = .init(repeating: 0)
  /// Where the completion queue's parts are; only handed out.
  public var cqOff: InlineArray<5, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One size; the flags of Linux 6.1, from its `linux/io_uring.h`.
  public static let history = Declaration(
    Self.self, "io_uring_params", flags: \.flags, known: 0x3fff
  ) {
    Published("VER0", through: \.cqOff)
    Reserved(\.resv)
  }
}

extension Catalog {
  /// `io_uring_setup` (Linux 5.1), described from 5.6 on: it grows by flags and reserved words.
  ///
  /// The struct is copied back with what the rings are like, which is not described.
  public static func ioUringSetup() throws(InterfaceError) -> Interface {
    let scheme = Scheme("reserved-words", size: .fixed, summary: "a fixed struct with reserved words").with {
      $0.input?.pad = .mustBeZero(else: .EINVAL)
      $0.input?.copiesBack = true
    }
    return try described(
      "io_uring_setup", IOUringParams.self, "makes rings for requests", call: ioUringSetupCall,
      [
        Fact(
          since: Release(5, 1), until: Release(5, 6),
          .notDescribed("wq_fd and features were reserved words, and resv was longer"),
          .source("fs/io_uring.c at 5.2.1, 5.4.0, 5.6.4")),
        Fact(since: Release(5, 6), .call(version: 0, scheme), .source("fs/io_uring.c at 5.6.4")),
      ] + ringFlags + ringRules)
  }

  private static let ringFlags: [Fact] = [
    (Release(5, 6), 0x3f, "IOPOLL to ATTACH_WQ: linux/io_uring.h of 5.6"),
    (Release(5, 10), 0x40, "R_DISABLED: linux/io_uring.h of 5.10"),
    (Release(5, 18), 0x80, "SUBMIT_ALL: linux/io_uring.h of 5.18-rc4"),
    (Release(5, 19), 0xf00, "COOP_TASKRUN to CQE32: fs/io_uring.c at 5.19.0"),
    (Release(6, 0), 0x1000, "SINGLE_ISSUER: io_uring at 6.0-rc1"),
    (Release(6, 1), 0x2000, "DEFER_TASKRUN: io_uring at 6.1.192"),
    (Release(6, 5), 0xc000, "NO_MMAP and REGISTERED_FD_ONLY: io_uring at 6.5.0"),
    (Release(6, 6), 0x1_0000, "NO_SQARRAY: io_uring at 6.6.9"),
    (Release(6, 13), 0x2_0000, "HYBRID_IOPOLL: io_uring at 6.13.2"),
    (Release(6, 18), 0x4_0000, "CQE_MIXED: linux/io_uring.h of 6.18-rc1"),
    (Release(6, 19), 0x8_0000, "SQE_MIXED: linux/io_uring.h of 6.19-rc4; io_uring at 6.19.0"),
    (Release(7, 0), 0x10_0000, "SQ_REWIND: linux/io_uring.h of 7.0; io_uring at 7.2.13"),
  ].map { Fact(since: $0.0, .flags($0.1), .source($0.2)) }

  private static let ringRules: [Fact] = {
    func rule(since: Release, until: Release? = nil, _ rule: MemberRule, _ note: String) -> Fact {
      Fact(since: since, until: until, .rule(rule), .source(note))
    }
    let (coop, taskrun, sqpoll): (UInt64, UInt64, UInt64) = (1 << 8, 1 << 9, 1 << 1)
    let deferring: UInt64 = 1 << 13
    return [
      // CQSIZE needs a size; TASKRUN_FLAG, DEFER_TASKRUN, REGISTERED_FD_ONLY and HYBRID_IOPOLL need another flag.
      rule(
        since: Release(5, 6), MemberRule("cq_entries", .anyOf(.max), when: "flags", has: 1 << 3),
        "fs/io_uring.c at 5.6.4"),
      rule(
        since: Release(5, 19), until: Release(6, 1),
        MemberRule("flags", .allOf(coop), when: "flags", has: taskrun),
        "fs/io_uring.c at 5.19.0"),
      rule(
        since: Release(6, 1), MemberRule("flags", .anyOf(coop | deferring), when: "flags", has: taskrun),
        "io_uring at 6.1.192"),
      rule(
        since: Release(6, 1), MemberRule("flags", .allOf(1 << 12), when: "flags", has: deferring),
        "io_uring at 6.1.192"),
      rule(
        since: Release(6, 5), MemberRule("flags", .allOf(1 << 14), when: "flags", has: 1 << 15),
        "io_uring at 6.5.0"),
      rule(
        since: Release(6, 13), MemberRule("flags", .allOf(1 << 0), when: "flags", has: 1 << 17),
        "io_uring at 6.13.2"),
      // SQPOLL excludes what is for a submitting task; CQE_MIXED excludes CQE32.
      rule(
        since: Release(5, 19), MemberRule("flags", .noneOf(coop | taskrun), when: "flags", has: sqpoll),
        "fs/io_uring.c at 5.19.0"),
      rule(
        since: Release(6, 1), MemberRule("flags", .noneOf(deferring), when: "flags", has: sqpoll),
        "io_uring at 6.1.192"),
      rule(
        since: Release(6, 18), MemberRule("flags", .noneOf(1 << 11), when: "flags", has: 1 << 18),
        "io_uring at 7.3"),
      // SQE_MIXED excludes SQE128; SQ_REWIND needs NO_SQARRAY and excludes SQPOLL.
      rule(
        since: Release(6, 19), MemberRule("flags", .noneOf(1 << 10), when: "flags", has: 1 << 19),
        "io_uring at 7.3.4"),
      rule(
        since: Release(7, 0), MemberRule("flags", .allOf(1 << 16), when: "flags", has: 1 << 20),
        "io_uring at 7.3.4"),
      rule(
        since: Release(7, 0), MemberRule("flags", .noneOf(sqpoll), when: "flags", has: 1 << 20),
        "io_uring at 7.3.4"),
      // SQ_AFF is about SQPOLL's thread, and its processor has to be there.
      Fact(
        since: Release(5, 6), .rule(MemberRule("flags", .allOf(sqpoll), when: "flags", has: 1 << 2)),
        .assumed("kernels from 5.10 on were asked")),
      rule(
        since: Release(5, 6), MemberRule("sq_thread_cpu", .within(0...8191), when: "flags", has: 1 << 2),
        "fs/io_uring.c at 5.10, io_uring/sqpoll.c at 6.12 and 7.3; no x86 kernel has more"),
    ]
  }()

  /// Rings of two entries, which are made: the least in which entries of two lengths have room.
  private static let ioUringSetupCall = CallShape(
    .systemCall(.everywhere(425)),
    [
      .init("entries", .unsignedInt, .value(2)),
      .init("params", .pointer, .structure),
    ],
    product: .descriptor,
    // ATTACH_WQ names other rings, NO_MMAP takes memory; CLAMP decides whether a queue may be too long, and it may not
    // be shorter than the other one.
    // How many processors there are is up to the machine.
    unmodelled: ["flags": 0x4020, "cq_entries": ~0xfffe, "sq_thread_cpu": 0x1fff],
    filledIn: ["sq_entries", "cq_entries", "features", "sq_off", "cq_off"])
}
