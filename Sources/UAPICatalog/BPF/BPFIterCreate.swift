public import ExtensibleStructs
public import KernelInterfaces

/// `union bpf_attr` as BPF_ITER_CREATE sees it.
public struct BPFIterCreate: ExtensibleStruct, Hashable {
  /// The link of the iterator.
  public var linkFd: UInt32 = 0
  /// None is known.
  public var flags: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "bpf_attr_iter_create", flags: \.flags, known: 0
  ) {
    Published("VER0", through: \.flags)
  }
}

/// `union bpf_attr` as BPF_PROG_BIND_MAP sees it.
public struct BPFProgBindMap: ExtensibleStruct, Hashable {
  /// The program.
  public var progFd: UInt32 = 0
  /// The map.
  public var mapFd: UInt32 = 0
  /// None is known.
  public var flags: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "bpf_attr_prog_bind_map", flags: \.flags, known: 0
  ) {
    Published("VER0", through: \.flags)
  }
}

extension Catalog {
  /// BPF_ITER_CREATE (Linux 5.8).
  public static func bpfIterCreate() throws(InterfaceError) -> Interface {
    try bpfCommand(
      "bpf_iter_create", BPFIterCreate.self, "BPF_ITER_CREATE: opens an iterator",
      call: bpfCall(
        33, passing: bpfNotOpen, samples: ["link_fd": 0x7fff_ffff], product: .descriptor,
        unmodelled: ["link_fd": 0xff]),
      since: Release(5, 8), versions: [(Release(5, 8), "5.8.1 and 7.3, and not at 5.7.14")])
  }

  /// BPF_PROG_BIND_MAP (Linux 5.10).
  public static func bpfProgBindMap() throws(InterfaceError) -> Interface {
    try bpfCommand(
      "bpf_prog_bind_map", BPFProgBindMap.self, "BPF_PROG_BIND_MAP: lets a program use a map",
      call: bpfCall(
        35, passing: bpfNotOpen, samples: ["prog_fd": 0x7fff_ffff], unmodelled: ["prog_fd": 0xff]),
      since: Release(5, 10), versions: [(Release(5, 10), "5.10.262 and 7.3, and not at 5.9.2")])
  }
}
