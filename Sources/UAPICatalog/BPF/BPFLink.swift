public import ExtensibleStructs
public import KernelInterfaces

/// `union bpf_attr` as BPF_LINK_CREATE sees it. What follows the flags depends on the kind of link.
public struct BPFLinkCreate: ExtensibleStruct {
  /// The program.
  public var progFd: UInt32 = 0
  /// What it is attached to.
  public var targetFd: UInt32 = 0
  /// `BPF_*`: how.
  public var attachType: UInt32 = 0
  /// Those of the kind of link.
  public var flags: UInt32 = 0
  /// The address of what an iterator goes over.
  public var iterInfo: InlineArray<2, UInt32> = .init(repeating: 0)
  /// The length of that in bytes.
  public var iterInfoLen: UInt32 = 0
  /// What links to several probes need.
  public var multi: InlineArray<5, UInt32> = .init(repeating: 0)
  /// What links to several probes of programs need.
  public var uprobes: InlineArray<3, UInt32> = .init(repeating: 0)
  /// A descriptor beside the path of the program.
  public var pathFd: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// How the command's last member moved.
  public static let history = Declaration(
    Self.self, "bpf_attr_link_create"
  ) {
    Published("VER0", through: \.flags)
    Published("VER1", through: \.iterInfoLen)
    Published("VER2", through: \.multi)
    Published("VER3", through: \.uprobes)
    Published("VER4", through: \.pathFd)
  }
}

/// `union bpf_attr` as BPF_LINK_UPDATE sees it.
public struct BPFLinkUpdate: ExtensibleStruct, Hashable {
  /// The link.
  public var linkFd: UInt32 = 0
  /// The program to be.
  public var newProgFd: UInt32 = 0
  /// BPF_F_REPLACE.
  public var flags: UInt32 = 0
  /// The program that is to be replaced.
  public var oldProgFd: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "bpf_attr_link_update", flags: \.flags, known: 0b100
  ) {
    Published("VER0", through: \.oldProgFd)
  }
}

extension Catalog {
  /// BPF_LINK_CREATE (Linux 5.7), described from 5.10 on. What the kinds of links ask of their members is not described.
  public static func bpfLinkCreate() throws(InterfaceError) -> Interface {
    try bpfCommand(
      "bpf_link_create", BPFLinkCreate.self, "BPF_LINK_CREATE: attaches a program",
      call: bpfCall(
        28, passing: bpfNotOpen, samples: ["prog_fd": 0x7fff_ffff], product: .descriptor,
        unmodelled: ["prog_fd": 0xff]),
      since: Release(5, 10),
      before: .notDescribed("the command came with 5.7, and judged the kind of link before the descriptor"),
      versions: [
        (Release(5, 7), "5.7.14"), (Release(5, 9), "5.9.2 and 5.10.262, and not at 5.7.14"),
        (Release(5, 18), "5.19.0, and not at 5.17-rc5; that it was 5.18 is assumed"),
        (Release(6, 6), "6.6.9, and not at 6.5.0"), (Release(7, 2), "7.2.13, and not at 6.19.0"),
      ])
  }

  /// BPF_LINK_UPDATE (Linux 5.7).
  public static func bpfLinkUpdate() throws(InterfaceError) -> Interface {
    try bpfCommand(
      "bpf_link_update", BPFLinkUpdate.self, "BPF_LINK_UPDATE: replaces a link's program",
      call: bpfCall(
        29, passing: bpfNotOpen, samples: ["link_fd": 0x7fff_ffff], unmodelled: ["link_fd": 0xff]),
      since: Release(5, 7), versions: [(Release(5, 7), "5.7.14 and 7.3, and not at 5.6.4")])
  }
}
