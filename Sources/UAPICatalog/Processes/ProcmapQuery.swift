public import ExtensibleStructs
public import KernelInterfaces

/// `struct procmap_query`: a question about one mapping of a process, and the answer. 104 bytes since Linux 6.11.
public struct ProcmapQuery: ExtensibleStruct, Hashable {
  /// The length of this struct in bytes, as the caller knows it.
  public var size: UInt64 = 0
  /// `PROCMAP_QUERY_*`: which mappings are looked for.
  public var queryFlags: UInt64 = 0
  /// The address that is looked for.
  public var queryAddr: UInt64 = 0
  /// Where the mapping begins; only handed out, as are the members up to `devMinor`.
  public var vmaStart: UInt64 = 0
  /// Where it ends.
  public var vmaEnd: UInt64 = 0
  /// What may be done to it.
  public var vmaFlags: UInt64 = 0
  /// The size of its pages.
  public var vmaPageSize: UInt64 = 0
  /// Where it begins in its file.
  public var vmaOffset: UInt64 = 0
  /// The file's inode.
  public var inode: UInt64 = 0
  /// The file's device, major number.
  public var devMajor: UInt32 = 0
  /// The file's device, minor number.
  public var devMinor: UInt32 = 0
  /// How much room there is for the mapping's name; 0 for no name.
  public var vmaNameSize: UInt32 = 0
  /// How much room there is for the file's build id; 0 for no id.
  public var buildIdSize: UInt32 = 0
  /// The address of the room for the name.
  public var vmaNameAddr: UInt64 = 0
  /// The address of the room for the build id.
  public var buildIdAddr: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; six flags.
  public static let history = Declaration(
    Self.self, "procmap_query", size: \.size, flags: \.queryFlags, known: 0x3f
  ) {
    Published("VER0", through: \.buildIdAddr)
  }
}

extension Catalog {
  /// `PROCMAP_QUERY`, 0xc0686611 (Linux 6.11): an ioctl of `/proc/PID/maps` whose number is compared as a whole, so that
  /// the size in the struct is the one that counts. The least is 24 bytes: size, flags and address.
  ///
  /// What is handed out on success is not described, nor a mapping's name and build id, which go to room elsewhere. No
  /// mapping (ENOENT) counts as success, though nothing is copied back then.
  public static func procmapQuery() throws(InterfaceError) -> Interface {
    let source = Evidence.source("fs/proc/task_mmu.c at 6.11.11 and 6.17.0, and not at 6.9.0")
    let scheme = Scheme(
      "size-first",
      size: .member(
        Scheme.Member(bounds: Scheme.Bounds(Scheme.Minimum(bytes: 24, errno: .EINVAL), .page(.E2BIG)))),
      summary: "a size member, read alone; a short struct is extended with zeros"
    ).with { $0.input?.copiesBack = true }
    // Room is its address and its size, or neither.
    let rooms = [("vma_name_size", "vma_name_addr"), ("build_id_size", "build_id_addr")].flatMap {
      [
        MemberRule($0.0, .anyOf(.max), when: $0.1, has: .max),
        MemberRule($0.0, .noneOf(.max), unless: $0.1, has: .max),
      ]
    }
    return try described(
      "procmap_query", ProcmapQuery.self, "says what is mapped at an address", call: procmapCall,
      [
        Fact(since: Release(6, 11), .call(version: 0, scheme), source),
        Fact(since: Release(6, 11), .flags(0x3f), source),
      ] + rooms.map { Fact(since: Release(6, 11), .rule($0), source) })
  }

  /// The first mapping of this process, by COVERING_OR_NEXT_VMA.
  private static let procmapCall = CallShape(
    .ioctl(on: .path("/proc/self/maps"), [.read, .write], type: 0x66, number: 17, size: 104),
    passing: [.init(.ENOENT, .missingObject, "nothing is mapped there")],
    samples: ["query_flags": 0x10], unmodelled: ["vma_name_addr": .max, "build_id_addr": .max],
    filledIn: [
      "vma_start", "vma_end", "vma_flags", "vma_page_size", "vma_offset", "inode", "dev_major", "dev_minor",
      "vma_name_size", "build_id_size",
    ])
}
