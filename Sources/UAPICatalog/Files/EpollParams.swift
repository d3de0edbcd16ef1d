public import ExtensibleStructs
public import KernelInterfaces

/// `struct epoll_params`: how a set of files polls devices. 8 bytes since Linux 6.9.
public struct EpollParams: ExtensibleStruct, Hashable {
  /// For how many microseconds.
  public var busyPollUsecs: UInt32 = 0
  /// How many packets at a time.
  public var busyPollBudget: UInt16 = 0
  /// Whether that comes before interrupts: 0 or 1.
  public var preferBusyPoll: UInt8 = 0
  /// Must be zero.
  public var pad: UInt8 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "epoll_params"
  ) {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `EPIOCSPARAMS`, 0x40088a01 (Linux 6.9).
  public static func epollSetParams() throws(InterfaceError) -> Interface {
    let source = Evidence.source("fs/eventpoll.c at 6.9.0, 6.12.118 and 7.3, and not at 6.8.1")
    let scheme = Scheme("reserved-words", size: .fixed, summary: "a fixed struct with reserved words").with {
      $0.input?.pad = .mustBeZero(else: .EINVAL)
    }
    return try described(
      "epoll_set_params", EpollParams.self, "says how a set of files polls devices",
      call: CallShape(
        .ioctl(on: .epoll, .write, type: 0x8a, number: 1, size: 8),
        passing: [.init(.EPERM, .privilege, "a budget above 64 needs CAP_NET_ADMIN")]),
      [
        Fact(since: Release(6, 9), .call(version: 0, scheme), source),
        Fact(
          since: Release(6, 9), .rule(MemberRule("busy_poll_usecs", .within(0...UInt64(Int32.max)))), source),
        Fact(since: Release(6, 9), .rule(MemberRule("prefer_busy_poll", .within(0...1))), source),
      ])
  }
}
