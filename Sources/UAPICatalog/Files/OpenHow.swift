public import ExtensibleStructs
public import KernelInterfaces

/// `struct open_how`: how `openat2` opens a file. 24 bytes since Linux 5.6.
public struct OpenHow: ExtensibleStruct, Hashable {
  /// `O_*`.
  public var flags: UInt64 = 0
  /// The permissions of a file that is made; 0 where none is.
  public var mode: UInt64 = 0
  /// `RESOLVE_*`.
  public var resolve: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; `O_*` as every release takes them, on x86_64 and arm64 alike.
  public static let history = Declaration(Self.self, "open_how", flags: \.flags, known: 0x7f_ffc3) {
    Published("VER0", through: \.resolve)
  }
}

extension Catalog {
  /// `openat2` (Linux 5.6). The size had no maximum at first.
  public static func openat2() throws(InterfaceError) -> Interface {
    try described(
      "openat2", OpenHow.self, "opens a file, with rules for the way to it", call: openat2Call,
      older: [OlderCall("openat", carries: ["flags", "mode"], flags: 0x7f_ffc3)],
      openSizes + openFlags + openRules)
  }

  private static let openSizes = [
    Fact(
      since: Release(5, 6), .call(version: 0, .sizeArgument.with { $0.bounds?.maximum = nil }),
      .source("fs/open.c at 5.6.4 and 6.9.0")),
    Fact(
      since: Release(6, 12), backports: [Release(5, 10, 229), Release(6, 1, 115), Release(6, 11, 6)],
      .call(version: 0, .sizeArgument), .source("fs/open.c at 6.12.118; the points by Debian's changelogs")),
    Fact(
      backports: [Release(5, 15, 170), Release(6, 6, 59)], .call(version: 0, .sizeArgument),
      .assumed("released in the week of 6.1.115")),
  ]

  /// `O_*` as C's `VALID_OPEN_FLAGS` has them, and bits of the kernel's own that were cleared before the check.
  private static let openFlags = [
    Fact(since: Release(5, 6), .flags(0x7f_ffc3), .source("fs/open.c and linux/fcntl.h at 5.6.4")),
    Fact(
      since: Release(5, 6), until: Release(5, 14), endedEarly: [Release(5, 10, 50)],
      .flags(0xffff_ffff_0000_0000),
      .source("cut off by an int: fs/open.c at 5.12.9, and not at 5.14-rc5; the point by Debian's changelog")),
    Fact(
      since: Release(5, 6), until: Release(6, 14), endedEarly: [Release(6, 12, 105)], .flags(1 << 26),
      .source("FMODE_NONOTIFY: fs/open.c at 6.13.2, and not at 6.14.0; 6.12.101 and 6.12.105 were asked")),
    Fact(
      backports: [Release(6, 12, 105)], .flags(1 << 25),
      .source("FMODE_NONOTIFY became bit 25 in that line; 6.12.105 was asked")),
    Fact(since: Release(7, 2), .flags(OpenBits.emptyPath | OpenBits.regular), newBits),
  ]

  private static let newBits = Evidence.source(
    "O_EMPTYPATH and OPENAT2_REGULAR: fs/open.c at 7.2.13, and 7.1.13 refuses both")

  /// What is asked of the members, in the order of C's `build_open_flags`.
  private static let openRules: [Fact] = {
    let creating = OpenBits.create | OpenBits.temporary
    let first = Evidence.source("fs/open.c at 5.6.4")
    let cached = (Release(5, 12), [Release(5, 10, 162)])
    func always(_ rule: MemberRule) -> Fact { Fact(since: Release(5, 6), .rule(rule), first) }
    return [
      Fact(
        since: Release(5, 6), until: cached.0, endedEarly: cached.1,
        .rule(MemberRule("resolve", .noneOf(~0x1f))), first),
      Fact(
        since: cached.0, backports: cached.1, .rule(MemberRule("resolve", .noneOf(~0x3f))),
        .source("RESOLVE_CACHED: fs/open.c at 5.12.9; the point by Debian's changelog")),
      // RESOLVE_IN_ROOT excludes RESOLVE_BENEATH.
      Fact(
        since: Release(5, 11), backports: [Release(5, 10, 4)],
        .rule(MemberRule("resolve", .noneOf(0x08), when: "resolve", has: 0x10)),
        .source("fs/open.c at 5.11.14, and not at 5.9.2; the point by Debian's changelog")),
      always(MemberRule("mode", .noneOf(~0o7777), when: "flags", has: creating)),
      always(MemberRule("mode", .noneOf(.max), unless: "flags", has: creating)),
      Fact(
        since: Release(6, 4), backports: [Release(6, 1, 30), Release(6, 3, 4)],
        .rule(MemberRule("flags", .noneOf(OpenBits.directory), when: "flags", has: OpenBits.create)),
        .source("fs/open.c at 6.3.8 and 6.4.6, and not at 6.2.1; 6.1.30 by Debian's changelog")),
      always(MemberRule("flags", .allOf(OpenBits.directory), when: "flags", has: OpenBits.temporary)),
      always(MemberRule("flags", .noneOf(OpenBits.create), when: "flags", has: OpenBits.temporary)),
      always(MemberRule("flags", .anyOf(OpenBits.writing), when: "flags", has: OpenBits.temporary)),
      // OPENAT2_REGULAR excludes O_DIRECTORY.
      Fact(
        since: Release(7, 2),
        .rule(MemberRule("flags", .noneOf(OpenBits.directory), when: "flags", has: OpenBits.regular)),
        newBits),
      // What is taken off may be set beside O_PATH too.
      Fact(
        since: Release(5, 6), until: Release(5, 14), endedEarly: [Release(5, 10, 50)],
        besidePath(and: 0xffff_ffff_0000_0000 | 1 << 26), first),
      Fact(
        since: Release(5, 14), backports: [Release(5, 10, 50)], until: Release(6, 14),
        endedEarly: [Release(6, 12, 105)], besidePath(and: 1 << 26), first),
      Fact(
        backports: [Release(6, 12, 105)], besidePath(and: 1 << 25),
        .source("fs/open.c at 6.13.2, with the bit of that line")),
      Fact(since: Release(6, 14), until: Release(7, 2), besidePath(), .source("fs/open.c at 6.14.0")),
      Fact(since: Release(7, 2), besidePath(and: OpenBits.emptyPath), newBits),
      // RESOLVE_CACHED neither makes nor truncates; at first it did not open a directory by O_DIRECTORY either.
      Fact(
        since: cached.0, backports: cached.1,
        .rule(
          MemberRule(
            "flags", .noneOf(creating | OpenBits.truncate), when: "resolve", has: 0x20, else: .EAGAIN)),
        .source("fs/open.c at 5.12.9")),
      Fact(
        since: cached.0, backports: cached.1, until: Release(6, 5),
        endedEarly: [Release(5, 10, 190), Release(6, 1, 45), Release(6, 4, 10)],
        .rule(
          MemberRule("flags", .noneOf(OpenBits.directory), when: "resolve", has: 0x20, else: .EAGAIN)),
        .source("fs/open.c at 6.4.6, and not at 6.5.0; the points by Debian's changelogs")),
    ]
  }()

  /// With O_PATH, only the flags that go beside it.
  ///
  /// - Parameter more: those of some releases alone, and what the kernel takes off before it looks.
  private static func besidePath(and more: UInt64 = 0) -> Fact.Statement {
    .rule(MemberRule("flags", .noneOf(~(OpenBits.besidePath | more)), when: "flags", has: OpenBits.path))
  }

  private static let openat2Call = CallShape(
    .systemCall(.everywhere(437)),
    [
      .init("dfd", .int, .value(-1)),
      .init("filename", .pointer, .value(.string(""))),
      .init("how", .pointer, .structure), .init("usize", .size, .size),
    ],
    passing: [
      .init(.ENOENT, .missingObject, "the path is empty"),
      .init(.EBADF, .missingObject, "with O_EMPTYPATH the descriptor is what is opened, and it is not open"),
    ], product: .descriptor)
}

/// The bits of `O_*` that rules name, from `asm-generic/fcntl.h`.
private enum OpenBits {
  static let writing: UInt64 = 0o3
  static let create: UInt64 = 0o100
  static let truncate: UInt64 = 0o1000
  #if arch(arm64)
    static let directory: UInt64 = 0o40000
    static let noFollow: UInt64 = 0o100000
  #else
    static let directory: UInt64 = 0o200000
    static let noFollow: UInt64 = 0o400000
  #endif
  static let closeOnExec: UInt64 = 0o2000000
  static let path: UInt64 = 0o10000000
  /// `__O_TMPFILE`, without the O_DIRECTORY that has to be set beside it.
  static let temporary: UInt64 = 0o20000000
  /// O_EMPTYPATH: an empty path names the directory itself.
  static let emptyPath: UInt64 = 1 << 26
  /// OPENAT2_REGULAR, from `linux/openat2.h`: nothing but a regular file.
  static let regular: UInt64 = 1 << 32
  /// What may be set beside O_PATH in every release.
  static let besidePath = directory | noFollow | path | closeOnExec
}
