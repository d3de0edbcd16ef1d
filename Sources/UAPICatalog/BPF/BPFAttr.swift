public import ExtensibleStructs
public import KernelInterfaces

/// `union bpf_attr` as BPF_PROG_GET_FD_BY_ID sees it: an id, and bytes that the command has no use for.
public struct BPFAttr: ExtensibleStruct, Hashable {
  /// The program's id.
  public var progId: UInt32 = 0

  /// Zero.
  public init() {}

  /// The command's last member ends at byte 4.
  public static let history = Declaration(Self.self, "bpf_attr") { Published("VER0", through: \.progId) }
}

extension Catalog {
  /// `bpf` with BPF_PROG_GET_FD_BY_ID (Linux 4.13).
  ///
  /// The union grows in many releases. A shorter one is extended with zeros; bytes behind the command's last member
  /// are EINVAL, those behind the union E2BIG. Where `kernel.unprivileged_bpf_disabled` is set, as it is by default since
  /// 5.16 and was before in distributions, Linux before 5.19 refused an unprivileged caller before it looked at anything.
  public static func bpf() throws(InterfaceError) -> Interface {
    try described(
      "bpf", BPFAttr.self, "BPF_PROG_GET_FD_BY_ID: finds a program", call: bpfProgCall,
      [
        Fact(
          since: Release(3, 18), until: Release(4, 13),
          .notDescribed("BPF_PROG_GET_FD_BY_ID came with 4.13"), .assumed())
      ]
        + bpfUnions.map { union in
          let command =
            union.since == Release(4, 13) ? "; the command is in kernel/bpf/syscall.c at 4.15.18" : ""
          return Fact(
            since: union.since, .call(version: 0, bpfScheme(union.size, since: union.since)),
            .source(union.note + command))
        })
  }

  private static let bpfProgCall = bpfCall(
    13,
    passing: [
      .init(.ENOENT, .missingObject, "no program has this id"),
      .init(.EPERM, .privilege, "only CAP_SYS_ADMIN may look for a program by its id"),
    ],
    samples: ["prog_id": 0x7fff_ffff], product: .descriptor, unprivileged: nil)
}
