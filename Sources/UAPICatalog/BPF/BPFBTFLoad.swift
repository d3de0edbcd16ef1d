public import ExtensibleStructs
public import KernelInterfaces

/// `union bpf_attr` as BPF_BTF_LOAD sees it.
public struct BPFBTFLoad: ExtensibleStruct {
  /// The address of the types.
  public var btf: InlineArray<2, UInt32> = .init(repeating: 0)
  /// Where the log goes.
  public var btfLogBuf: InlineArray<2, UInt32> = .init(repeating: 0)
  /// The length of the types in bytes.
  public var btfSize: UInt32 = 0
  /// How much room there is for the log.
  public var btfLogSize: UInt32 = 0
  /// How much is logged; 0 for nothing.
  public var btfLogLevel: UInt32 = 0
  /// How long the log is; only handed out.
  public var btfLogTrueSize: UInt32 = 0
  /// BPF_F_TOKEN_FD.
  public var btfFlags: UInt32 = 0
  /// A token that stands in for privileges.
  public var btfTokenFd: Int32 = 0

  /// Every member zero.
  public init() {}

  /// How the command's last member moved.
  public static let history = Declaration(
    Self.self, "bpf_attr_btf_load"
  ) {
    Published("VER0", through: \.btfLogLevel)
    Published("VER1", through: \.btfLogTrueSize)
    Published("VER2", through: \.btfTokenFd)
  }
}

extension Catalog {
  /// BPF_BTF_LOAD, described from 4.19 on. Since 6.4 the length of the log is written, without a log 0.
  public static func bpfBTFLoad() throws(InterfaceError) -> Interface {
    try bpfCommand(
      "bpf_btf_load", BPFBTFLoad.self, "BPF_BTF_LOAD: loads types", call: btfLoadCall, since: Release(4, 19),
      before: .notDescribed("the command came with 4.18, and nobody has looked before 4.19"),
      versions: [
        (Release(4, 19), "4.19.95"), (Release(6, 4), "6.4.6, and not at 6.3.8"),
        (Release(6, 9), "6.9.0, and not at 6.8.1"),
      ], writing: IntegerMember(offset: 28, width: 4),
      [
        Fact(
          since: Release(6, 9), .rule(MemberRule("btf_flags", .noneOf(~0x1_0000))),
          .source("kernel/bpf/syscall.c at 6.9.0 and 7.3, and not at 6.8.1"))
      ])
  }

  /// One type, an `int` of 32 bits: BTF's header, the type, and an empty string with the name `i`.
  private static let btfLoadCall = bpfCall(
    18, passing: bpfNotOpen,
    samples: [
      "btf": .bytes(
        [0x9f, 0xeb, 1, 0, 24, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 16, 0, 0, 0, 3, 0, 0, 0]
          + [1, 0, 0, 0, 0, 0, 0, 1, 4, 0, 0, 0, 32, 0, 0, 0] + [0, 0x69, 0]),
      "btf_size": 43, "btf_token_fd": 0x7fff_ffff,
    ], product: .descriptor,
    unmodelled: [
      "btf": .max, "btf_log_buf": .max, "btf_size": .max, "btf_log_size": .max, "btf_log_level": .max,
      "btf_token_fd": 0xff,
    ], filledIn: ["btf_log_true_size"])
}
