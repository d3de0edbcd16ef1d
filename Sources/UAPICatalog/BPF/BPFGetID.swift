public import ExtensibleStructs
public import KernelInterfaces

/// `union bpf_attr` as BPF_MAP_GET_FD_BY_ID sees it.
public struct BPFMapGetID: ExtensibleStruct, Hashable {
  /// The map's id.
  public var mapId: UInt32 = 0
  /// Not looked at.
  public var nextId: UInt32 = 0
  /// BPF_F_RDONLY or BPF_F_WRONLY.
  public var openFlags: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "bpf_attr_map_get_id"
  ) {
    Published("VER0", through: \.openFlags)
  }
}

/// `union bpf_attr` as BPF_BTF_GET_FD_BY_ID sees it.
public struct BPFBTFGetID: ExtensibleStruct, Hashable {
  /// The types' id.
  public var btfId: UInt32 = 0
  /// Not looked at.
  public var nextId: UInt32 = 0
  /// BPF_F_TOKEN_FD.
  public var openFlags: UInt32 = 0
  /// A token that stands in for privileges.
  public var fdByIdTokenFd: Int32 = 0

  /// Every member zero.
  public init() {}

  /// Up to the id, and up to the token.
  public static let history = Declaration(
    Self.self, "bpf_attr_btf_get_id"
  ) {
    Published("VER0", through: \.btfId)
    Published("VER1", through: \.fdByIdTokenFd)
  }
}

extension Catalog {
  /// BPF_MAP_GET_FD_BY_ID, described from 4.19 on. A map can be opened for reading or for writing alone, not for both at
  /// once.
  public static func bpfMapGetFdById() throws(InterfaceError) -> Interface {
    let source = Evidence.source("kernel/bpf/syscall.c at 4.19.95, 6.1.192 and 7.3")
    return try bpfCommand(
      "bpf_map_get_fd_by_id", BPFMapGetID.self, "BPF_MAP_GET_FD_BY_ID: finds a map",
      call: bpfCall(14, passing: noObject, samples: ["map_id": 0x7fff_fff0], product: .descriptor),
      since: Release(4, 19),
      before: .notDescribed("the unions before 4.19 are not described for this command"),
      versions: [(Release(4, 19), "4.19.95")],
      [
        Fact(since: Release(4, 19), .rule(MemberRule("open_flags", .noneOf(~0x18))), source),
        Fact(
          since: Release(4, 19),
          .rule(MemberRule("open_flags", .noneOf(0x10), when: "open_flags", has: 0x08)),
          source),
      ])
  }

  /// BPF_BTF_GET_FD_BY_ID, described from 4.19 on. Since 6.16 a token can be named.
  public static func bpfBTFGetFdById() throws(InterfaceError) -> Interface {
    let token = "6.17.0 and 7.3, and not at 6.14.0; 6.16.3 was asked; that it was 6.16 is assumed"
    return try bpfCommand(
      "bpf_btf_get_fd_by_id", BPFBTFGetID.self, "BPF_BTF_GET_FD_BY_ID: finds types",
      call: bpfCall(
        19, passing: noObject + bpfNotOpen,
        samples: ["btf_id": 0x7fff_fff0, "fd_by_id_token_fd": 0x7fff_ffff],
        product: .descriptor, unmodelled: ["fd_by_id_token_fd": 0xff]),
      since: Release(4, 19),
      before: .notDescribed("the unions before 4.19 are not described for this command"),
      versions: [(Release(4, 19), "4.19.95"), (Release(6, 16), token)],
      [
        Fact(
          since: Release(6, 16), .rule(MemberRule("open_flags", .noneOf(~0x1_0000))),
          .source("kernel/bpf/syscall.c at \(token)"))
      ])
  }

  private static let noObject = [CallShape.Passing(.ENOENT, .missingObject, "no object has this id")]
}
