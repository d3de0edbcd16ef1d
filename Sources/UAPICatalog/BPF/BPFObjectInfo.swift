public import ExtensibleStructs
public import KernelInterfaces

/// `union bpf_attr` as BPF_OBJ_GET_INFO_BY_FD sees it.
public struct BPFObjectInfo: ExtensibleStruct, Hashable {
  /// The map, the program, the link or the types.
  public var bpfFd: UInt32 = 0
  /// The length of the answer in bytes.
  public var infoLen: UInt32 = 0
  /// Where the answer goes.
  public var info: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "bpf_attr_info"
  ) {
    Published("VER0", through: \.info)
  }
}

extension Catalog {
  /// BPF_OBJ_GET_INFO_BY_FD (Linux 4.13). The answer is a struct of its own, with a size of its own, which is not
  /// described.
  public static func bpfObjGetInfoByFd() throws(InterfaceError) -> Interface {
    try bpfCommand(
      "bpf_obj_get_info_by_fd", BPFObjectInfo.self, "BPF_OBJ_GET_INFO_BY_FD: says what an object is",
      call: bpfCall(
        15, passing: [.init(.EBADFD, .missingObject, "the descriptor is not open")],
        samples: ["bpf_fd": 0x7fff_ffff], unmodelled: ["bpf_fd": 0xff]),
      since: Release(4, 15),
      before: .notDescribed("the command came with 4.13, and nobody has looked before 4.15"),
      versions: [(Release(4, 15), "4.15.18 and 7.3")])
  }
}
