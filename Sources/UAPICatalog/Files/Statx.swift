public import ExtensibleStructs
public import KernelInterfaces

/// `struct statx`: what a file is. 256 bytes for ever, of which spare words became members (Linux 4.11).
public struct Statx: ExtensibleStruct {
  /// `STATX_*`: which members are filled in.
  public var stxMask: UInt32 = 0
  /// The preferred size of reads and writes.
  public var stxBlksize: UInt32 = 0
  /// `STATX_ATTR_*`.
  public var stxAttributes: UInt64 = 0
  /// The number of links.
  public var stxNlink: UInt32 = 0
  /// The owner.
  public var stxUid: UInt32 = 0
  /// The group.
  public var stxGid: UInt32 = 0
  /// Kind and permissions.
  public var stxMode: UInt16 = 0
  /// Zero.
  public var spare0: UInt16 = 0
  /// The inode's number.
  public var stxIno: UInt64 = 0
  /// The length in bytes.
  public var stxSize: UInt64 = 0
  /// The blocks of 512 bytes that it takes.
  public var stxBlocks: UInt64 = 0
  /// Which attributes the file system knows.
  public var stxAttributesMask: UInt64 = 0
  /// When it was last read.
  public var stxAtime: InlineArray<2, UInt64> = .init(repeating: 0)
  /// When it was made.
  public var stxBtime: InlineArray<2, UInt64> = .init(repeating: 0)
  /// When its inode last changed.
  public var stxCtime: InlineArray<2, UInt64> = .init(repeating: 0)
  /// When it was last written.
  public var stxMtime: InlineArray<2, UInt64> = .init(repeating: 0)
  /// The device that it is, major number.
  public var stxRdevMajor: UInt32 = 0
  /// The device that it is, minor number.
  public var stxRdevMinor: UInt32 = 0
  /// The device that it is on, major number.
  public var stxDevMajor: UInt32 = 0
  /// The device that it is on, minor number.
  public var stxDevMinor: UInt32 = 0
  /// The mount's id.
  public var stxMntId: UInt64 = 0
  /// How memory has to be aligned for direct access.
  public var stxDioMemAlign: UInt32 = 0
  /// How offsets have to be.
  public var stxDioOffsetAlign: UInt32 = 0
  /// The subvolume.
  public var stxSubvol: UInt64 = 0
  /// The least atomic write in bytes.
  public var stxAtomicWriteUnitMin: UInt32 = 0
  /// The greatest atomic write in bytes.
  public var stxAtomicWriteUnitMax: UInt32 = 0
  /// How many pieces an atomic write may have.
  public var stxAtomicWriteSegmentsMax: UInt32 = 0
  /// How offsets of reads have to be aligned; a spare word up to Linux 6.13.
  public var stxDioReadOffsetAlign: UInt32 = 0
  /// The greatest atomic write that is fast.
  public var stxAtomicWriteUnitMaxOpt: UInt32 = 0
  /// Zero.
  public var spare2: UInt32 = 0
  /// Zero.
  public var spare3: InlineArray<8, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One size; what each release fills in of it.
  public static let history = Declaration(Self.self, "statx") {
    Published("VER0", through: \.stxDevMinor)
    Published("VER1", through: \.stxMntId)
    Published("VER2", through: \.stxDioOffsetAlign)
    Published("VER3", through: \.stxSubvol)
    Published("VER4", through: \.stxDioReadOffsetAlign)
    Published("VER5", through: \.spare2)
    Reserved(\.spare0)
    Reserved(\.spare2)
    Reserved(\.spare3)
  }
}

extension Catalog {
  /// `statx` (Linux 4.11): no size at all, and 256 bytes are handed out.
  ///
  /// Not described: the mask, which is an argument beside the flags and of which bit 31 is refused, and that the two bits
  /// of AT_STATX_SYNC_TYPE exclude each other.
  public static func statx() throws(InterfaceError) -> Interface {
    let scheme = Scheme("fixed-out", size: .fixed, summary: "a fixed struct with spare words is handed out")
      .handingOut(.init(tail: .leftAlone)).with {
        $0.capacity = .padded(to: 256, fromVersion: 0)
        $0.flagsArgument = .rejectedFirst(known: 0x7900, .EINVAL)
      }
    return try described(
      "statx", Statx.self, "says what a file is; spare words become members", call: statxCall,
      [
        (Release(4, 11), "fs/stat.c at 4.12; that it was 4.11 is assumed"),
        (Release(5, 8), "linux/stat.h of 5.8.1, and not of 5.7.14"),
        (Release(6, 1), "linux/stat.h of 6.2.1, and not of 6.0; that it was 6.1 is assumed"),
        (Release(6, 10), "linux/stat.h of 6.11.11, and not of 6.9.0; that it was 6.10 is assumed"),
        (Release(6, 11), "linux/stat.h of 6.11.11, and not of 6.9.0"),
        (Release(6, 16), "linux/stat.h of 6.17.0, and not of 6.14; that it was 6.16 is assumed"),
      ].enumerated().map { version, since in
        Fact(since: since.0, .call(version: version, scheme), .source(since.1))
      })
  }

  /// The root folder, and the members of the first version.
  private static let statxCall = CallShape(
    .systemCall(.init(x86_64: 332, arm64: 291, i386: 383)),
    [
      .init("dfd", .int, .value(-100)),  // AT_FDCWD
      .init("filename", .pointer, .value(.string("/"))),
      // AT_STATX_DONT_SYNC excludes AT_STATX_FORCE_SYNC, which no rule on an argument can say.
      .init("flags", .unsignedInt, .flags(unmodelled: 0x4000)),
      .init("mask", .unsignedInt, .value(0x7ff)), .init("buffer", .pointer, .structure),
    ])
}
