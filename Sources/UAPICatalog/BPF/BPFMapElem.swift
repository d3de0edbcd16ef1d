public import ExtensibleStructs
public import KernelInterfaces

/// `union bpf_attr` as the commands on one element of a map see it.
public struct BPFMapElem: ExtensibleStruct, Hashable {
  /// The map.
  public var mapFd: UInt32 = 0
  /// Not looked at.
  public var padding: UInt32 = 0
  /// The address of the key.
  public var key: UInt64 = 0
  /// The address of the value.
  public var value: UInt64 = 0
  /// `BPF_F_*`, since Linux 5.1 for a lookup.
  public var flags: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// Up to the value, then up to the flags.
  public static let history = Declaration(
    Self.self, "bpf_attr_map_elem"
  ) {
    Published("VER0", through: \.value)
    Published("VER1", through: \.flags)
  }
}

extension Catalog {
  /// BPF_MAP_LOOKUP_ELEM, described from 4.19 on.
  ///
  /// Up to 6.18 the flags were judged before the descriptor, and since by the map.
  public static func bpfMapLookupElem() throws(InterfaceError) -> Interface {
    try bpfCommand(
      "bpf_map_lookup_elem", BPFMapElem.self, "BPF_MAP_LOOKUP_ELEM: reads an element of a map",
      call: bpfCall(1, passing: bpfNotOpen, samples: ["map_fd": 0x7fff_ffff], unmodelled: ["map_fd": 0xff]),
      since: Release(4, 19),
      before: .notDescribed("the unions before 4.19 are not described for this command"),
      versions: [
        (Release(4, 19), "4.19.95"), (Release(5, 1), "5.2.1, and not at 5.0.1; that it was 5.1 is assumed"),
      ],
      [
        Fact(
          since: Release(5, 1), until: Release(6, 19),
          .rule(MemberRule("flags", .noneOf(~0b100))),
          .source("kernel/bpf/syscall.c at 5.2.1, 6.12.118 and 6.17.0, and not at 6.19.0"))
      ])
  }
}
