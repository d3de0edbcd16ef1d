public import ExtensibleStructs
public import KernelInterfaces

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
  /// The signal that made it dump core; reserved in 6.16 to 6.18.
  public var coredumpSignal: UInt32 = 0
  /// The signal's code. In 6.19 and 7.0 ``supportedMask`` was here.
  public var coredumpCode: UInt32 = 0
  /// Reserved.
  public var coredumpPad: UInt32 = 0
  /// Which bits of ``mask`` the kernel knows.
  public var supportedMask: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// 64 bytes since Linux 6.13, 72 since 6.16, 80 since 6.19, 88 since 7.1.
  ///
  /// `coredump_mask` is filled in where mask bit 4 asks for it, and `supported_mask` where bit 5 does. The latter moved:
  /// the eight bytes of 6.19 hold `coredump_code` since 7.1, which only a process has that dumped core. The first three
  /// bits of the mask are set whether they are asked for or not.
  public static let history = Declaration(
    Self.self, "pidfd_info", flags: \.mask, known: 0b111
  ) {
    Published("VER0", through: \.exitCode)
    Published("VER1", through: \.coredumpSignal, gate: 0x10)
    Published("VER2", through: \.coredumpPad, gate: 0x20)
    Published("VER3", through: \.supportedMask, gate: 0x20)
    Reserved(\.coredumpPad)
  }
}

extension Catalog {
  /// `PIDFD_GET_INFO`, the ioctl 11 of type 0xff, its size in the number: Linux 6.13.
  ///
  /// Up to 6.16 the direction of the number is not compared, which is not described here; nor what a process that dumped
  /// core adds to the mask.
  public static func pidfdGetInfo() throws(InterfaceError) -> Interface {
    let first = Scheme.sizeInCommand.handingOut(Scheme.Output(tail: .leftAlone, fetchesRequest: true)).with {
      $0.nullPointer = .rejectedFirst(.EINVAL)
    }
    let zeroing = first.with { $0.output?.tail = .zeroed }
    let now = zeroing.with {
      $0.bounds?.minimum = .version0(.ENOTTY)
      $0.nullPointer = .rejectedAfterSize(.EINVAL)
    }
    return try described(
      "pidfd_get_info", PidfdInfo.self, "says what a process is; the mask says which parts",
      call: CallShape(
        .ioctl(on: .thisProcess, [.read, .write], type: 0xff, number: 11), samples: ["mask": 0x37]),
      [
        // The first ioctls of a pidfd took no argument, and looked at that before the command.
        Fact(
          since: Release(6, 11), until: Release(6, 13), .absent(.EINVAL, null: .ENOTTY),
          .source("fs/pidfs.c at 6.11.11 and 6.12.118")),
        Fact(since: Release(6, 13), .call(version: 0, first), .source("fs/pidfs.c at 6.13.2")),
        Fact(
          since: Release(6, 16), .call(version: 1, zeroing),
          .assumed("6.16.3 and 6.16.12 were asked; fs/pidfs.c at 6.14.0 does neither")),
        Fact(
          since: Release(6, 18), backports: [Release(6, 17, 8)], .call(version: 1, now),
          .reported("commit 3c17001b21b9 of 6.18, proposed for 6.17; that it came by 6.17.8 is assumed")),
        Fact(since: Release(6, 19), .call(version: 2, now), .source("fs/pidfs.c at 6.19.0")),
        Fact(
          since: Release(7, 1), .call(version: 3, now),
          .source("linux/pidfd.h of 7.1-rc7; fs/pidfs.c at 7.2.13 and 7.3.4")),
      ])
  }
}
