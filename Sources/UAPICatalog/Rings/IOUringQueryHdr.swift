public import ExtensibleStructs
public import KernelInterfaces

/// `struct io_uring_query_hdr`: a question about io_uring, and where the answer goes. 40 bytes.
public struct IOUringQueryHdr: ExtensibleStruct {
  /// The address of the next question; 0 for none.
  public var nextEntry: UInt64 = 0
  /// Where the answer goes.
  public var queryData: UInt64 = 0
  /// `IO_URING_QUERY_*`.
  public var queryOp: UInt32 = 0
  /// The length of the answer in bytes, as the caller knows it, then as it was given.
  public var size: UInt32 = 0
  /// Zero, then the negative errno, if there is one.
  public var result: Int32 = 0
  /// Must be zero.
  public var resv: InlineArray<3, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "io_uring_query_hdr"
  ) {
    Published("VER0", through: \.resv)
    Reserved(\.resv)
  }
}

extension Catalog {
  /// IORING_REGISTER_QUERY (Linux 6.18), which needs no ring: the call succeeds, and the errno is in `result`.
  ///
  /// `size` is the answer's and not this struct's. Since 7.2 one above a page is E2BIG, as the call's own errno; that, and
  /// what the answer holds, is not described.
  public static func ioUringQuery() throws(InterfaceError) -> Interface {
    let source = Evidence.source("io_uring/query.c at 6.19.0, 7.2 and 7.3; 6.18.5 was asked")
    let scheme = Scheme(
      "errno-in-member", size: .fixed, summary: "the call succeeds, and a member holds the errno"
    ).with {
      $0.nullPointer = .takenAfterSize
      $0.input?.pad = .mustBeZero(else: .EINVAL)
      $0.input?.copiesBack = true
      $0.input?.refusal = .inMember(IntegerMember(offset: 24, width: 4))
    }
    let operations: [(since: Release, until: Release?, count: UInt64, note: String)] = [
      (Release(6, 18), Release(6, 19), 1, "6.18.5 was asked; how many there are at 6.18.0 is assumed"),
      (Release(6, 19), Release(7, 2), 3, "OPCODES, ZCRX and SCQ: linux/io_uring/query.h of 6.19.0"),
      (Release(7, 2), nil, 4, "ZCRX_EVENT: linux/io_uring/query.h of 7.2 and 7.3; 7.1.3 was asked"),
    ]
    return try described(
      "io_uring_query", IOUringQueryHdr.self, "says what io_uring knows", call: queryCall,
      [
        noRegister(until: Release(6, 18), "linux/io_uring.h of 6.19.0, and not of 6.17.0"),
        Fact(since: Release(6, 18), .call(version: 0, scheme), source),
      ]
        + operations.map {
          Fact(
            since: $0.since, until: $0.until,
            .rule(MemberRule("query_op", .within(0...$0.count - 1), else: .EOPNOTSUPP)), .source($0.note))
        } + [
          Fact(since: Release(6, 18), .rule(MemberRule("result", .noneOf(.max))), source),
          Fact(since: Release(6, 18), .rule(MemberRule("size", .anyOf(.max))), source),
        ])
  }

  /// No descriptor is looked at, and the number of arguments has to be 0.
  private static let queryCall = CallShape(
    .systemCall(.everywhere(427)),
    [
      .init("fd", .unsignedInt, .value(-1)), .init("opcode", .unsignedInt, .value(35)),
      .init("arg", .pointer, .structure), .init("nr_args", .unsignedInt, .value(0)),
    ],
    samples: ["query_data": .room(0x1000), "size": 48],
    unmodelled: ["next_entry": .max, "query_data": .max, "size": ~0xfff], filledIn: ["size"])
}
