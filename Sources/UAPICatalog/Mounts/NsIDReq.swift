public import ExtensibleStructs
public import KernelInterfaces

/// `struct ns_id_req`: which namespaces `listns` lists. 32 bytes since Linux 6.19.
public struct NsIDReq: ExtensibleStruct, Hashable {
  /// The length of this struct in bytes, as the caller knows it.
  public var size: UInt32 = 0
  /// Must be zero.
  public var spare: UInt32 = 0
  /// The namespace after which the list goes on.
  public var nsId: UInt64 = 0
  /// `CLONE_NEW*` of those that are listed; 0 for all.
  public var nsType: UInt32 = 0
  /// Not looked at.
  public var spare2: UInt32 = 0
  /// Their owner; 0 for any.
  public var userNsId: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "ns_id_req", size: \.size
  ) {
    Published("VER0", through: \.userNsId)
  }
}

extension Catalog {
  /// `listns` (Linux 6.19). Of the two spare words one has to be zero, and a kind of namespace that is none is EOPNOTSUPP.
  public static func listns() throws(InterfaceError) -> Interface {
    let source = Evidence.source("kernel/nstree.c at 6.19.0, 7.2 and 7.3")
    let scheme = Scheme(
      "size-first",
      size: .member(Scheme.Member(bounds: Scheme.Bounds(.version0(.EINVAL), .page(.E2BIG)))),
      summary: "a size member, read alone; size 0 is too small"
    ).with { $0.flagsArgument = .rejectedFirst(known: 0, .EINVAL) }
    return try described(
      "listns", NsIDReq.self, "lists namespaces", call: listnsCall,
      [
        Fact(since: Release(6, 19), .call(version: 0, scheme), source),
        Fact(since: Release(6, 19), .rule(MemberRule("spare", .noneOf(.max))), source),
        Fact(
          since: Release(6, 19), .rule(MemberRule("ns_type", .noneOf(~0x7e02_0080), else: .EOPNOTSUPP)),
          source),
      ])
  }

  /// There is room for one id.
  private static let listnsCall = CallShape(
    .systemCall(.everywhere(470)),
    [
      .init("req", .pointer, .structure), .init("ns_ids", .pointer, .value(.room(8))),
      .init("nr_ns_ids", .size, .value(1)), .init("flags", .unsignedInt, .flags()),
    ],
    passing: [.init(.ENOENT, .missingObject, "no namespace has this id")],
    unmodelled: ["user_ns_id": .max])
}
