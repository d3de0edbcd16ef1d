public import ExtensibleStructs

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
  /// The user's tail is left alone, and never touched, as run on 6.18, where a size below 16 is ENOTTY. Before,
  /// it was EINVAL: so read in the patch that brought the call; that 6.18 is the release which changed it is
  /// from memory.
  public static func nsMntGetInfo() throws(InterfaceError) -> Interface {
    let output = Scheme.Output(tail: .leftAlone, reportsCopiedBytes: true)
    let first = Scheme.sizeInCommand.handingOut(output).with {
      $0.nullPointer = .rejectedFirst(.EINVAL)
    }
    let now = first.with {
      $0.bounds?.minimum = .version0(.ENOTTY)
      $0.nullPointer = .rejectedAfterSize(.EINVAL)
    }
    return try Interface(
      "ns_mnt_get_info", history: history(MntNsInfo.self), absent: .ENOTTY,
      summary: "says what a mount namespace is",
      call: CallShape(.ioctl(on: .path("/proc/self/ns/mnt"), .read, type: 0xb7, number: 10)),
      editions: [
        Edition(since: Release(6, 12), version: 0, scheme: first),
        Edition(since: Release(6, 18), version: 0, scheme: now),
      ])
  }
}
