public import ExtensibleStructs
public import KernelInterfaces

/// `struct uffdio_api`: which features of `userfaultfd` are asked for, and which there are. 24 bytes.
public struct UffdioAPI: ExtensibleStruct, Hashable {
  /// 0xaa.
  public var api: UInt64 = 0
  /// `UFFD_FEATURE_*`: asked for, then all that there are.
  public var features: UInt64 = 0
  /// The ioctls that there are; only handed out.
  public var ioctls: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; the features of Linux 5.10.
  public static let history = Declaration(
    Self.self, "uffdio_api", flags: \.features, known: 0x1ff
  ) {
    Published("VER0", through: \.ioctls)
  }
}

extension Catalog {
  /// `UFFDIO_API`, 0xc018aa3f, described from 5.8 on: a refused struct is zeroed, one that is taken is copied back with all
  /// features there are.
  public static func uffdioAPI() throws(InterfaceError) -> Interface {
    let scheme = Scheme("zeroed", size: .fixed, summary: "a fixed struct that is zeroed when it is refused")
      .with {
        $0.input?.copiesBack = true
        $0.input?.refusal = .zeroed
      }
    let source = Evidence.source("fs/userfaultfd.c at 5.10.262, 6.1.192 and 6.12.118")
    return try described(
      "uffdio_api", UffdioAPI.self, "agrees on the features of userfaultfd", call: uffdioCall,
      [
        Fact(
          until: Release(5, 8), .notDescribed("nobody has looked at releases before 5.8"),
          .assumed()),
        Fact(since: Release(5, 8), .call(version: 0, scheme), source),
      ]
        + [
          (Release(5, 8), 0x1ff, "PAGEFAULT_FLAG_WP to THREAD_ID: linux/userfaultfd.h of 5.9 and 5.10"),
          (Release(5, 13), 0x200, "MINOR_HUGETLBFS: linux/userfaultfd.h of 5.14, and not of 5.12.9"),
          (Release(5, 14), 0x400, "MINOR_SHMEM: linux/userfaultfd.h of 5.14, and not of 5.12.9"),
          (Release(5, 18), 0x800, "EXACT_ADDRESS: linux/userfaultfd.h of 5.19, and not of 5.17"),
          (Release(5, 19), 0x1000, "WP_HUGETLBFS_SHMEM: linux/userfaultfd.h of 5.19, and not of 5.17"),
          (Release(6, 4), 0x2000, "WP_UNPOPULATED: linux/userfaultfd.h of 6.4.6, and not of 6.3.8"),
          (Release(6, 6), 0x4000, "POISON: linux/userfaultfd.h of 6.6.9, and not of 6.5"),
          (Release(6, 7), 0x8000, "WP_ASYNC: linux/userfaultfd.h of 6.8, and not of 6.6.9"),
          (Release(6, 8), 0x1_0000, "MOVE: linux/userfaultfd.h of 6.8, and not of 6.6.9"),
          (Release(7, 3), 0x6_0000, "RWP and RWP_ASYNC: linux/userfaultfd.h of 7.3, and not of 7.2"),
        ].map { Fact(since: $0.0, .flags($0.1), .source($0.2)) } + [
          Fact(
            since: Release(7, 3),
            .rule(MemberRule("features", .allOf(1 << 17), when: "features", has: 1 << 18)),
            .assumed("RWP_ASYNC needs RWP: 7.3.4 was asked")),
          Fact(since: Release(5, 8), .rule(MemberRule("api", .within(0xaa...0xaa))), source),
        ])
  }

  private static let uffdioCall = CallShape(
    .ioctl(on: .userFault, [.read, .write], type: 0xaa, number: 0x3f, size: 24),
    passing: [.init(.EPERM, .privilege, "EVENT_FORK needs CAP_SYS_PTRACE")], samples: ["api": 0xaa],
    filledIn: ["features", "ioctls"])
}
