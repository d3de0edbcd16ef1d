public import ExtensibleStructs
public import KernelInterfaces

/// `union bpf_attr` as BPF_MAP_CREATE sees it.
public struct BPFMapCreate: ExtensibleStruct {
  /// `BPF_MAP_TYPE_*`.
  public var mapType: UInt32 = 0
  /// The length of a key in bytes.
  public var keySize: UInt32 = 0
  /// The length of a value in bytes.
  public var valueSize: UInt32 = 0
  /// How many elements there may be.
  public var maxEntries: UInt32 = 0
  /// `BPF_F_*`.
  public var mapFlags: UInt32 = 0
  /// A map like those that are its values.
  public var innerMapFd: UInt32 = 0
  /// The node whose memory it takes.
  public var numaNode: UInt32 = 0
  /// Its name.
  public var mapName: InlineArray<16, UInt8> = .init(repeating: 0)
  /// The device that it is on.
  public var mapIfindex: UInt32 = 0
  /// The types of its elements.
  public var btfFd: UInt32 = 0
  /// The type of a key.
  public var btfKeyTypeId: UInt32 = 0
  /// The type of a value.
  public var btfValueTypeId: UInt32 = 0
  /// A type of the kernel's.
  public var btfVmlinuxValueTypeId: UInt32 = 0
  /// What some kinds of maps need.
  public var mapExtra: InlineArray<2, UInt32> = .init(repeating: 0)
  /// The module that the type of a value is of.
  public var valueTypeBtfObjFd: Int32 = 0
  /// A token that stands in for privileges.
  public var mapTokenFd: Int32 = 0
  /// The address of the hash of the one program that may use it.
  public var exclProgHash: InlineArray<2, UInt32> = .init(repeating: 0)
  /// The length of that hash in bytes.
  public var exclProgHashSize: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// How the command's last member moved.
  public static let history = Declaration(
    Self.self, "bpf_attr_map_create"
  ) {
    Published("VER0", through: \.btfValueTypeId)
    Published("VER1", through: \.btfVmlinuxValueTypeId)
    Published("VER2", through: \.mapExtra)
    Published("VER3", through: \.mapTokenFd)
    Published("VER4", through: \.exclProgHashSize)
  }
}

extension Catalog {
  /// BPF_MAP_CREATE, described from 4.19 on: an array of one element is made. What is asked of most members is not
  /// described.
  public static func bpfMapCreate() throws(InterfaceError) -> Interface {
    try bpfCommand(
      "bpf_map_create", BPFMapCreate.self, "BPF_MAP_CREATE: makes a map", call: mapCreateCall,
      since: Release(4, 19),
      before: .notDescribed("the unions before 4.19 are not described for this command"),
      versions: [
        (Release(4, 19), "4.19.95"),
        (Release(5, 6), "5.6.4, and not at 5.4.0; that it was 5.6 is assumed"),
        (Release(5, 16), "5.17-rc5, and not at 5.15.16; that it was 5.16 is assumed"),
        (Release(6, 9), "6.9.0, and not at 6.8.1"),
        (Release(6, 18), "6.19.0, and not at 6.17.0; 6.18.5 was asked"),
      ])
  }

  /// A map of kind 2, BPF_MAP_TYPE_ARRAY.
  private static let mapCreateCall = bpfCall(
    0, samples: ["map_type": 2, "key_size": 4, "value_size": 4, "max_entries": 1], product: .descriptor,
    unmodelled: [
      "map_type": .max, "map_name": .max, "key_size": .max, "value_size": .max, "max_entries": .max,
      "map_flags": .max,
      "inner_map_fd": .max, "numa_node": .max, "map_ifindex": .max, "btf_fd": .max, "btf_key_type_id": .max,
      "btf_value_type_id": .max, "btf_vmlinux_value_type_id": .max, "map_extra": .max,
      "value_type_btf_obj_fd": .max, "map_token_fd": .max, "excl_prog_hash": .max,
      "excl_prog_hash_size": .max,
    ])
}
