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
    func union(_ size: Int, since: Release, _ note: String) -> Fact {
      var scheme = unionScheme(size)
      if since < Release(5, 19) { scheme.privilege = .askedFirst(.bpf, else: .EPERM) }
      return Fact(since: since, .call(version: 0, scheme), .source(note))
    }
    return try described(
      "bpf", BPFAttr.self, "BPF_PROG_GET_FD_BY_ID: finds a program", call: bpfCall,
      [
        Fact(
          since: Release(3, 18), until: Release(4, 13),
          .notDescribed("BPF_PROG_GET_FD_BY_ID came with 4.13; the other commands are not described"),
          .assumed()),
        union(
          48, since: Release(4, 13), "linux/bpf.h of 4.14; the command is in kernel/bpf/syscall.c at 4.15.18"),
        union(72, since: Release(4, 15), "linux/bpf.h of 4.15 and 4.19"),
        union(112, since: Release(5, 0), "linux/bpf.h of 5.0 to 5.4"),
        union(120, since: Release(5, 5), "linux/bpf.h of 5.5 to 5.13"),
        union(128, since: Release(5, 14), "linux/bpf.h of 5.14 to 5.16"),
        union(144, since: Release(5, 17), "linux/bpf.h of 5.17-rc5 to 6.8"),
        union(
          144, since: Release(5, 19),
          "the change to kernel/bpf/syscall.c for 5.19 that asks for the privilege to make maps and programs alone"
        ),
        union(152, since: Release(6, 9), "linux/bpf.h of 6.9.0 to 6.17.0"),
        union(168, since: Release(6, 18), "linux/bpf.h of 6.19.0"),
      ])
  }

  private static func unionScheme(_ size: Int) -> Scheme {
    Scheme(
      "union", size: .argument(Scheme.Bounds(.none, .page(.E2BIG))),
      summary: "the size is an argument; zeros extend it; the rest must be zero"
    ).with {
      $0.capacity = .padded(to: size, fromVersion: 0)
      $0.input?.pad = .mustBeZero(else: .EINVAL)
    }
  }

  private static let bpfCall = CallShape(
    .systemCall(SystemCallNumber(x86_64: 321, arm64: 280, i386: 357)),
    [
      .init("cmd", .int, .value(13)),  // BPF_PROG_GET_FD_BY_ID
      .init("uattr", .pointer, .structure), .init("size", .unsignedInt, .size),
    ],
    passing: [
      .init(.ENOENT, .missingObject, "no program has this id"),
      .init(.EPERM, .privilege, "only CAP_SYS_ADMIN may look for a program by its id"),
    ],
    samples: ["prog_id": 0x7fff_ffff], product: .descriptor)
}
