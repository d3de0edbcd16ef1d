public import ExtensibleStructs
public import KernelInterfaces

/// `struct mnt_ns_info`: what a mount namespace is. 16 bytes since Linux 6.12.
public struct MntNsInfo: ExtensibleStruct, Hashable {
  /// The length of this struct in bytes, as the kernel knows it.
  public var size: UInt32 = 0
  /// How many mounts it has, the root mount not counted.
  public var nrMounts: UInt32 = 0
  /// Its id.
  public var mntNsId: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "mnt_ns_info", size: \.size) {
    Published("VER0", through: \.mntNsId)
  }
}

extension Catalog {
  /// `NS_MNT_GET_INFO`, the ioctl 10 of type 0xb7, its size in the number: Linux 6.12.
  ///
  /// The user's tail is left alone, and never touched. Up to 6.16 neither type nor direction of the number is
  /// compared, which is not described here.
  public static func nsMntGetInfo() throws(InterfaceError) -> Interface {
    let output = Scheme.Output(tail: .leftAlone, reportsCopiedBytes: true)
    let first = Scheme.sizeInCommand.handingOut(output).with { $0.nullPointer = .rejectedFirst(.EINVAL) }
    let now = first.with {
      $0.bounds?.minimum = .version0(.ENOTTY)
      $0.nullPointer = .rejectedAfterSize(.EINVAL)
    }
    return try described(
      "ns_mnt_get_info", MntNsInfo.self, "says what a mount namespace is",
      call: CallShape(.ioctl(on: .path("/proc/self/ns/mnt"), .read, type: 0xb7, number: 10)),
      [
        Fact(since: Release(6, 12), .call(version: 0, first), .source("fs/nsfs.c at 6.12.118 and 6.14.0")),
        Fact(
          since: Release(6, 18), backports: [Release(6, 17, 8)], .call(version: 0, now),
          .reported("commit f8527a29f461 of 6.18, proposed for 6.17; that it came by 6.17.8 is assumed")),
      ])
  }

  /// `NS_MNT_GET_NEXT`, the ioctl 11 of type 0xb7 (Linux 6.12): opens the mount namespace that was made next, and says
  /// what it is.
  public static func nsMntGetNext() throws(InterfaceError) -> Interface {
    try nsMntGetOther(
      "ns_mnt_get_next", "opens the mount namespace that was made next", number: 11, from: false)
  }

  /// `NS_MNT_GET_PREV`, the ioctl 12: the one that was made before.
  public static func nsMntGetPrev() throws(InterfaceError) -> Interface {
    try nsMntGetOther(
      "ns_mnt_get_prev", "opens the mount namespace that was made before", number: 12, from: true)
  }

  /// Up to 6.18 NULL is taken, and then nothing is said of the namespace that is opened.
  private static func nsMntGetOther(
    _ name: String, _ summary: String, number: UInt8, from isNext: Bool
  ) throws(InterfaceError) -> Interface {
    let output = Scheme.Output(tail: .leftAlone, reportsCopiedBytes: true)
    let first = Scheme.sizeInCommand.handingOut(output).with { $0.nullPointer = .takenAfterSize }
    let strict = first.with { $0.bounds?.minimum = .version0(.ENOTTY) }
    return try described(
      name, MntNsInfo.self, summary,
      call: CallShape(
        .ioctl(on: .mountNamespace(isNext: isNext), .read, type: 0xb7, number: number),
        product: .descriptor,
        // Others may make mount namespaces at the same time.
        filledIn: ["nr_mounts", "mnt_ns_id"],
        unprivileged: "another namespace is for who may administrate it (EPERM)"),
      [
        Fact(since: Release(6, 12), .call(version: 0, first), .source("fs/nsfs.c at 6.12.118 and 6.14.0")),
        Fact(
          since: Release(6, 18), backports: [Release(6, 17, 8)], .call(version: 0, strict),
          .reported("commit f8527a29f461 of 6.18, proposed for 6.17; that it came by 6.17.8 is assumed")),
        Fact(
          since: Release(6, 19), .call(version: 0, strict.with { $0.nullPointer = .faultsWhenRead }),
          .source("fs/nsfs.c at 6.19.0, 7.2 and 7.3, and not at 6.17.0")),
      ])
  }
}
