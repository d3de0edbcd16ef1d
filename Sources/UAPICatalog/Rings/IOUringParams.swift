public import ExtensibleStructs

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
  /// `io_uring_setup`, from Linux 6.1 on: it grows by flags and reserved words.
  ///
  /// What it hands back on success is not described. As run on 6.18, bit by bit; that the flags 14 and 15 came
  /// with 6.5, 16 with 6.6 and 17 with 6.13 is from memory.
  public static func ioUringSetup() throws(InterfaceError) -> Interface {
    let scheme = Scheme("reserved-words", size: .fixed, summary: "a fixed struct with reserved words").with {
      $0.input?.pad = .mustBeZero(else: .EINVAL)
    }
    let rules = [
      // CQSIZE needs a size; TASKRUN_FLAG, DEFER_TASKRUN, REGISTERED_FD_ONLY and HYBRID_IOPOLL need another.
      MemberRule("cq_entries", .anyOf(.max), when: "flags", has: 1 << 3),
      MemberRule("flags", .anyOf(1 << 8 | 1 << 13), when: "flags", has: 1 << 9),
      MemberRule("flags", .allOf(1 << 12), when: "flags", has: 1 << 13),
      MemberRule("flags", .allOf(1 << 14), when: "flags", has: 1 << 15),
      MemberRule("flags", .allOf(1 << 0), when: "flags", has: 1 << 17),
      // SQPOLL excludes what is for a submitting task; CQE_MIXED excludes CQE32.
      MemberRule("flags", .noneOf(1 << 8 | 1 << 9 | 1 << 13), when: "flags", has: 1 << 1),
      MemberRule("flags", .noneOf(1 << 11), when: "flags", has: 1 << 18),
    ]
    return try Interface(
      "io_uring_setup", history: history(IOUringParams.self), summary: "makes rings for requests",
      call: ioUringSetupCall,
      editions: [
        (Release(6, 1), 0), (Release(6, 5), 0xc000), (Release(6, 6), 0x1_c000),
        (Release(6, 13), 0x3_c000), (Release(6, 18), 0x7_c000),
      ].map {
        Edition(since: $0.0, version: 0, scheme: scheme, extraFlags: $0.1, rules: rules)
      })
  }

  /// IORING_SETUP_ATTACH_WQ to a descriptor that is not open, which is refused before a ring is made.
  private static let ioUringSetupCall = CallShape(
    .systemCall(.everywhere(425)),
    [
      .init("entries", .unsignedInt, .value(1)),
      .init("params", .pointer, .structure),
    ],
    passing: [.init(.ENXIO, .missingObject, "wq_fd is not open")],
    samples: ["flags": 0x20, "wq_fd": 0x7fff_ffff], product: .descriptor,
    // NO_MMAP takes memory; without ATTACH_WQ a ring is made, and described to the user.
    unmodelled: ["flags": 0x4020])
}
