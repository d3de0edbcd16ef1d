public import ExtensibleStructs
public import KernelInterfaces

/// `struct tcp_ao_info_opt`: how a connection authenticates its segments. 48 bytes since Linux 6.7.
public struct TCPAOInfoOpt: ExtensibleStruct, Hashable {
  /// Five bits of which each is a member in C: `set_current`, `set_rnext`, `ao_required`, `set_counters`, `accept_icmps`.
  public var flags: UInt32 = 0
  /// Must be zero.
  public var reserved2: UInt16 = 0
  /// The key to sign with.
  public var currentKey: UInt8 = 0
  /// The key to ask for.
  public var rnext: UInt8 = 0
  /// How many segments were verified.
  public var pktGood: UInt64 = 0
  /// How many were not.
  public var pktBad: UInt64 = 0
  /// For how many there was no key.
  public var pktKeyNotFound: UInt64 = 0
  /// How many had no signature.
  public var pktAoRequired: UInt64 = 0
  /// How many ICMPs were ignored.
  public var pktDroppedIcmp: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; five bits.
  public static let history = Declaration(
    Self.self, "tcp_ao_info_opt", flags: \.flags, known: 0x1f
  ) {
    Published("VER0", through: \.pktDroppedIcmp)
    Reserved(\.reserved2)
  }
}

extension Catalog {
  /// `setsockopt` with TCP_AO_INFO (Linux 6.7): the size is an `int`, which must not be negative. Every option is
  /// fetched as an `int` first. The tail was to be zero, and nobody looked at it at first.
  public static func tcpAOInfo() throws(InterfaceError) -> Interface {
    let source = Evidence.source("net/ipv4/tcp_ao.c at 6.8.1, 6.13.2 and 6.19.0; that it was 6.7 is assumed")
    let scheme = Scheme.sizeArgument.with {
      $0.bounds = Scheme.Bounds(.version0(.EINVAL), Scheme.Maximum(bytes: 0x7fff_ffff, errno: .EINVAL))
      $0.input?.peek = 4
      $0.input?.pad = .mustBeZero(else: .EINVAL)
    }
    return try described(
      "tcp_ao_info", TCPAOInfoOpt.self, "says how a connection authenticates its segments", call: tcpAOCall,
      [
        Fact(
          until: Release(6, 7),
          .notDescribed("ENOPROTOOPT comes after what is asked of every option"),
          .source("net/ipv4/tcp.c at 6.8.1")),
        Fact(
          since: Release(6, 7), .call(version: 0, scheme.with { $0.input?.tail = .ignored }),
          .source("net/ipv4/tcp_ao.c at 6.8.1 and 6.13.2; 6.18.5 and 6.18.15 were asked about the tail")),
        Fact(
          since: Release(7, 2), backports: [Release(7, 1, 7)], .call(version: 0, scheme),
          .assumed("7.1.7 and 7.2.6 were asked, and 7.1.3 and 7.0.13, which do not look at the tail")),
        Fact(since: Release(6, 7), .flags(0x1f), source),
      ])
  }

  /// A socket that is not connected, and has no key.
  private static let tcpAOCall = CallShape(
    .systemCall(SystemCallNumber(x86_64: 54, arm64: 208, i386: 366)),
    [
      .init("fd", .int, .value(.file(.tcpSocket))), .init("level", .int, .value(6)),
      .init("optname", .int, .value(40)), .init("optval", .pointer, .structure), .init("optlen", .int, .size),
    ],
    passing: [.init(.ENOENT, .missingObject, "the socket has no key of this number")])
}
