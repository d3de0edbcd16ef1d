public import ExtensibleStructs

/// `struct pidfd_info`: what a process is. What the kernel fills in depends on what `mask` asks for.
public struct PidfdInfo: ExtensibleStruct, Hashable {
  /// `PIDFD_INFO_*`: asked for on the way in, filled in on the way out.
  public var mask: UInt64 = 0
  /// The cgroup's id.
  public var cgroupid: UInt64 = 0
  /// The process as its own namespace sees it.
  public var pid: UInt32 = 0
  /// The thread group.
  public var tgid: UInt32 = 0
  /// The parent.
  public var ppid: UInt32 = 0
  /// Real user.
  public var ruid: UInt32 = 0
  /// Real group.
  public var rgid: UInt32 = 0
  /// Effective user.
  public var euid: UInt32 = 0
  /// Effective group.
  public var egid: UInt32 = 0
  /// Saved user.
  public var suid: UInt32 = 0
  /// Saved group.
  public var sgid: UInt32 = 0
  /// The user that files are opened as.
  public var fsuid: UInt32 = 0
  /// The group that files are opened as.
  public var fsgid: UInt32 = 0
  /// How it ended, once it has; a reserved word at first.
  public var exitCode: Int32 = 0
  /// Whether it dumps core, and did.
  public var coredumpMask: UInt32 = 0
  /// Reserved.
  public var spare1: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// 64 bytes since Linux 6.13; 72 as run on 6.18, with `coredump_mask` where mask bit 4 asks for it.
  ///
  /// The first three bits are set whether they are asked for or not.
  public static let history = Declaration(
    Self.self, "pidfd_info", flags: \.mask, known: 0b111
  ) {
    Published("VER0", through: \.exitCode)
    Published("VER1", through: \.spare1, gate: 0x10)
    Reserved(\.spare1)
  }
}

extension Catalog {
  /// `PIDFD_GET_INFO`, the ioctl 11 of type 0xff, its size in the number: Linux 6.13.
  ///
  /// As run on 6.18: a size below 64 is ENOTTY, before NULL, which is EINVAL; the user's tail is zeroed. Up to
  /// 6.17 a size below 64 was EINVAL and the tail was left alone. That 72 bytes came with 6.16 is from memory.
  public static func pidfdGetInfo() throws(InterfaceError) -> Interface {
    let output = Scheme.Output(tail: .leftAlone, fetchesRequest: true)
    let first = Scheme.sizeInCommand.handingOut(output).with {
      $0.nullPointer = .rejectedFirst(.EINVAL)
    }
    let now = first.with {
      $0.bounds?.minimum = .version0(.ENOTTY)
      $0.output?.tail = .zeroed
      $0.nullPointer = .rejectedAfterSize(.EINVAL)
    }
    return try Interface(
      "pidfd_get_info", history: history(PidfdInfo.self), absent: .ENOTTY,
      summary: "says what a process is; the mask says which parts",
      call: CallShape(
        .ioctl(on: .thisProcess, [.read, .write], type: 0xff, number: 11), samples: ["mask": 0x17]),
      editions: [
        Edition(since: Release(6, 13), version: 0, scheme: first),
        Edition(since: Release(6, 16), version: 1, scheme: first),
        Edition(since: Release(6, 18), version: 1, scheme: now),
      ])
  }
}
