public import ExtensibleStructs
public import KernelInterfaces

/// `struct seccomp_notif_addfd`: a descriptor for a process that waits for a supervisor. 24 bytes since Linux 5.9.
public struct SeccompNotifAddfd: ExtensibleStruct, Hashable {
  /// The notification that the process waits behind.
  public var id: UInt64 = 0
  /// `SECCOMP_ADDFD_FLAG_*`.
  public var flags: UInt32 = 0
  /// The supervisor's descriptor.
  public var srcfd: UInt32 = 0
  /// The number that it has in the process, where SETFD says so.
  public var newfd: UInt32 = 0
  /// O_CLOEXEC, or 0.
  public var newfdFlags: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version; SETFD and SEND.
  public static let history = Declaration(
    Self.self, "seccomp_notif_addfd", flags: \.flags, known: 0b11
  ) {
    Published("VER0", through: \.newfdFlags)
  }
}

extension Catalog {
  /// `SECCOMP_IOCTL_NOTIF_ADDFD`, the ioctl 3 of type `!`, its size in the number: Linux 5.9. The direction of the number
  /// is not compared. A whole page is too long, and EINVAL as what is too short.
  public static func seccompNotifAddfd() throws(InterfaceError) -> Interface {
    let scheme = Scheme.sizeInCommand.with { $0.bounds?.maximum = .init(bytes: 4095, errno: .EINVAL) }
    let first = Evidence.source("kernel/seccomp.c at 5.9.2 and 6.17.0")
    return try described(
      "seccomp_notif_addfd", SeccompNotifAddfd.self, "gives a supervised process a descriptor",
      call: CallShape(
        .ioctl(on: .seccompListener, .write, type: 0x21, number: 3),
        passing: [
          .init(.EBADF, .missingObject, "srcfd is not open"),
          .init(.ENOENT, .missingObject, "no process waits behind this notification"),
        ],
        samples: ["srcfd": 0x7fff_ffff]),
      [
        Fact(
          since: Release(5, 0), until: Release(5, 9), .absent(.EINVAL),
          .source("kernel/seccomp.c at 5.2.1 and 5.7.14")),
        Fact(since: Release(5, 9), .call(version: 0, scheme), first),
        Fact(since: Release(5, 9), .flags(0b01), first),
        Fact(
          since: Release(5, 14), .flags(0b10), .source("SEND: kernel/seccomp.c at 5.14, and not at 5.12.9")),
        Fact(since: Release(5, 9), .rule(MemberRule("newfd_flags", .noneOf(~0x8_0000))), first),
        Fact(
          since: Release(5, 9), .rule(MemberRule("newfd", .noneOf(.max), unless: "flags", has: 0b01)), first),
      ])
  }
}
