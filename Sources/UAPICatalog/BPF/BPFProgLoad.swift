public import ExtensibleStructs
public import KernelInterfaces

/// `union bpf_attr` as BPF_PROG_LOAD sees it.
public struct BPFProgLoad: ExtensibleStruct {
  /// `BPF_PROG_TYPE_*`.
  public var progType: UInt32 = 0
  /// How many instructions it has.
  public var insnCnt: UInt32 = 0
  /// The address of the instructions.
  public var insns: InlineArray<2, UInt32> = .init(repeating: 0)
  /// The address of the license's name.
  public var license: InlineArray<2, UInt32> = .init(repeating: 0)
  /// How much is logged; 0 for nothing.
  public var logLevel: UInt32 = 0
  /// How much room there is for the log.
  public var logSize: UInt32 = 0
  /// Where the log goes.
  public var logBuf: InlineArray<2, UInt32> = .init(repeating: 0)
  /// Not looked at.
  public var kernVersion: UInt32 = 0
  /// `BPF_F_*`.
  public var progFlags: UInt32 = 0
  /// Its name.
  public var progName: InlineArray<16, UInt8> = .init(repeating: 0)
  /// The device that it is on.
  public var progIfindex: UInt32 = 0
  /// How it is going to be attached.
  public var expectedAttachType: UInt32 = 0
  /// The types of its functions.
  public var progBtfFd: UInt32 = 0
  /// The length of a record on a function.
  public var funcInfoRecSize: UInt32 = 0
  /// The address of those.
  public var funcInfo: InlineArray<2, UInt32> = .init(repeating: 0)
  /// How many there are.
  public var funcInfoCnt: UInt32 = 0
  /// The length of a record on a line.
  public var lineInfoRecSize: UInt32 = 0
  /// The address of those.
  public var lineInfo: InlineArray<2, UInt32> = .init(repeating: 0)
  /// How many there are.
  public var lineInfoCnt: UInt32 = 0
  /// The type that it is attached to.
  public var attachBtfId: UInt32 = 0
  /// The program that it is attached to.
  public var attachProgFd: UInt32 = 0
  /// How many relocations there are.
  public var coreReloCnt: UInt32 = 0
  /// The address of descriptors.
  public var fdArray: InlineArray<2, UInt32> = .init(repeating: 0)
  /// The address of relocations.
  public var coreRelos: InlineArray<2, UInt32> = .init(repeating: 0)
  /// The length of a relocation.
  public var coreReloRecSize: UInt32 = 0
  /// How long the log is; only handed out.
  public var logTrueSize: UInt32 = 0
  /// A token that stands in for privileges.
  public var progTokenFd: Int32 = 0
  /// How many descriptors there are.
  public var fdArrayCnt: UInt32 = 0
  /// The address of its signature.
  public var signature: InlineArray<2, UInt32> = .init(repeating: 0)
  /// The length of that in bytes.
  public var signatureSize: UInt32 = 0
  /// The keys that it is checked with.
  public var keyringId: Int32 = 0

  /// Every member zero.
  public init() {}

  /// How the command's last member moved.
  public static let history = Declaration(
    Self.self, "bpf_attr_prog_load", flags: \.progFlags, known: 0b1111
  ) {
    Published("VER0", through: \.attachProgFd)
    Published("VER1", through: \.fdArray)
    Published("VER2", through: \.coreReloRecSize)
    Published("VER3", through: \.logTrueSize)
    Published("VER4", through: \.progTokenFd)
    Published("VER5", through: \.fdArrayCnt)
    Published("VER6", through: \.keyringId)
  }
}

extension Catalog {
  /// BPF_PROG_LOAD, described from 5.6 on: a program that is refused at the end. Since 6.4 the length of the log is
  /// written, without a log 0. What is asked of most members is not described.
  public static func bpfProgLoad() throws(InterfaceError) -> Interface {
    let log = IntegerMember(offset: 140, width: 4)
    return try bpfCommand(
      "bpf_prog_load", BPFProgLoad.self, "BPF_PROG_LOAD: loads a program", call: progLoadCall,
      since: Release(5, 6), before: .notDescribed("the unions before 5.6 are not described for this command"),
      versions: [
        (Release(5, 6), "5.6.4"), (Release(5, 14), "5.14-rc5, and not at 5.12.9"),
        (Release(5, 17), "5.17-rc5, and not at 5.15.16"), (Release(6, 4), "6.4.6, and not at 6.3.8"),
        (Release(6, 9), "6.9.0, and not at 6.8.1"), (Release(6, 14), "6.14.0, and not at 6.13.2"),
        (Release(6, 18), "6.19.0, and not at 6.17.0; 6.18.5 was asked"),
      ], writing: log,
      [
        (Release(5, 6), 0x0f, "STRICT_ALIGNMENT to TEST_STATE_FREQ: kernel/bpf/syscall.c at 5.8.1"),
        (Release(5, 10), 0x10, "SLEEPABLE: kernel/bpf/syscall.c at 5.10.262, and not at 5.9.2"),
        (Release(5, 18), 0x20, "XDP_HAS_FRAGS: kernel/bpf/syscall.c at 5.19.0, and not at 5.17-rc5"),
        (Release(6, 3), 0x40, "XDP_DEV_BOUND_ONLY: kernel/bpf/syscall.c at 6.3.8, and not at 6.2.1"),
        (Release(6, 8), 0x80, "TEST_REG_INVARIANTS: kernel/bpf/syscall.c at 6.8.1, and not at 6.6.9"),
        (Release(6, 9), 0x1_0000, "TOKEN_FD: kernel/bpf/syscall.c at 6.9.0, and not at 6.8.1"),
      ].map { Fact(since: $0.0, .flags($0.1), .source($0.2)) })
  }

  /// A program that returns nothing, which is no program: it is refused at the end, so that none is left.
  private static let progLoadCall = bpfCall(
    5, passing: [.init(.EACCES, .state, "the program returns nothing")],
    samples: [
      "prog_type": 1, "insn_cnt": 1, "insns": .bytes([0x95, 0, 0, 0, 0, 0, 0, 0]), "license": .string("GPL"),
    ], product: .descriptor,
    unmodelled: [
      "prog_type": .max, "prog_name": .max, "insn_cnt": .max, "insns": .max, "license": .max,
      "log_level": .max,
      "log_size": .max,
      "log_buf": .max, "prog_ifindex": .max, "expected_attach_type": .max, "prog_btf_fd": .max,
      "func_info_rec_size": .max, "func_info": .max, "func_info_cnt": .max, "line_info_rec_size": .max,
      "line_info": .max, "line_info_cnt": .max, "attach_btf_id": .max, "attach_prog_fd": .max,
      "core_relo_cnt": .max, "fd_array": .max, "core_relos": .max, "core_relo_rec_size": .max,
      "prog_token_fd": .max, "fd_array_cnt": .max, "signature": .max, "signature_size": .max,
      "keyring_id": .max,
      // SLEEPABLE, XDP_DEV_BOUND_ONLY and TOKEN_FD are judged beside other members.
      "prog_flags": 0x1_0050,
    ], filledIn: ["log_true_size"])
}
