public import ExtensibleStructs

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
  /// `bpf` with BPF_PROG_GET_FD_BY_ID, from Linux 6.1 on.
  ///
  /// The union grows in most releases: 144 bytes in 6.1 (its `linux/bpf.h`), 168 in 6.18 (as run, and its BTF).
  /// Between, the size is not described; 6.17 answers here as 6.1. A shorter union is extended with zeros;
  /// bytes behind the command's last member are EINVAL, those behind the union E2BIG. As run on 6.18.
  public static func bpf() throws(InterfaceError) -> Interface {
    func scheme(_ size: Int) -> Scheme {
      Scheme(
        "union", size: .argument(Scheme.Bounds(.none, .page(.E2BIG))),
        summary: "the size is an argument; zeros extend it; the rest must be zero"
      )
      .with {
        $0.capacity = .padded(to: size, fromVersion: 0)
        $0.input?.pad = .mustBeZero(else: .EINVAL)
      }
    }
    return try Interface(
      "bpf", history: history(BPFAttr.self), summary: "BPF_PROG_GET_FD_BY_ID: finds a program",
      call: bpfCall,
      editions: [
        Edition(since: Release(6, 1), version: 0, scheme: scheme(144)),
        Edition(since: Release(6, 18), version: 0, scheme: scheme(168)),
      ])
  }

  private static let bpfCall = CallShape(
    .systemCall(SystemCallNumber(x86_64: 321, arm64: 280, i386: 357)),
    [
      .init("cmd", .int, .value(13)),  // BPF_PROG_GET_FD_BY_ID
      .init("uattr", .pointer, .structure), .init("size", .unsignedInt, .size),
    ],
    passing: [.init(.ENOENT, .missingObject, "no program has this id")],
    samples: ["prog_id": 0x7fff_ffff], product: .descriptor)
}
