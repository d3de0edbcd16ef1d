public import ExtensibleStructs

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

  /// One version; `O_*` as Linux 6.18 on x86_64 takes them, found by asking for each bit.
  public static let history = Declaration(Self.self, "open_how", flags: \.flags, known: 0x7f_ffc3) {
    Published("VER0", through: \.resolve)
  }
}

extension Catalog {
  /// `openat2` (Linux 5.6).
  ///
  /// The size had no maximum before 6.12. Linux 6.1.176 as Debian ships it has the maximum too; which point of
  /// 6.1 took it is not known, so that points before 176 are described as they were without. That 6.4 began to
  /// refuse `O_DIRECTORY | O_CREAT` is from memory; 6.18 does, as run. Members were checked as run on 6.18.
  public static func openat2() throws(InterfaceError) -> Interface {
    let unbounded = Scheme.sizeArgument.with { $0.bounds?.maximum = nil }
    let rules = openRules
    let both = [MemberRule("flags", .noneOf(OpenBits.directory), when: "flags", has: OpenBits.create)]
    return try Interface(
      "openat2", history: history(OpenHow.self), summary: "opens a file, with rules for the way to it",
      call: openat2Call,
      editions: [
        Edition(
          since: Release(5, 6), version: 0, scheme: unbounded, extraFlags: OpenBits.stripped, rules: rules),
        Edition(
          since: Release(6, 1, 176), version: 0, scheme: .sizeArgument, extraFlags: OpenBits.stripped,
          rules: rules, isBackport: true),
        Edition(
          since: Release(6, 4), version: 0, scheme: unbounded, extraFlags: OpenBits.stripped,
          rules: both + rules),
        Edition(
          since: Release(6, 12), version: 0, scheme: .sizeArgument, extraFlags: OpenBits.stripped,
          rules: both + rules),
        Edition(since: Release(6, 14), version: 0, scheme: .sizeArgument, rules: both + rules),
      ])
  }

  /// What `openat2` asks of the members, in the order of C's `build_open_flags`.
  private static var openRules: [MemberRule] {
    let creating = OpenBits.create | OpenBits.temporary
    return [
      MemberRule("resolve", .noneOf(~0x3f)),
      // RESOLVE_IN_ROOT excludes RESOLVE_BENEATH.
      MemberRule("resolve", .noneOf(0x08), when: "resolve", has: 0x10),
      MemberRule("mode", .noneOf(~0o7777), when: "flags", has: creating),
      MemberRule("mode", .noneOf(.max), unless: "flags", has: creating),
      MemberRule("flags", .allOf(OpenBits.directory), when: "flags", has: OpenBits.temporary),
      MemberRule("flags", .noneOf(OpenBits.create), when: "flags", has: OpenBits.temporary),
      MemberRule("flags", .anyOf(OpenBits.writing), when: "flags", has: OpenBits.temporary),
      MemberRule("flags", .noneOf(~OpenBits.besidePath), when: "flags", has: OpenBits.path),
      // RESOLVE_CACHED neither makes nor truncates.
      MemberRule(
        "flags", .noneOf(creating | OpenBits.truncate), when: "resolve", has: 0x20, else: .EAGAIN),
    ]
  }

  private static let openat2Call = CallShape(
    .systemCall(.everywhere(437)),
    [
      .init("dfd", .int, .value(-100)),  // AT_FDCWD
      .init("filename", .pointer, .value(.string(""))),
      .init("how", .pointer, .structure), .init("usize", .size, .size),
    ],
    passing: [.init(.ENOENT, .missingObject, "the path is empty")], product: .descriptor)
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
  /// `__O_TMPFILE`, without the O_DIRECTORY that has to stand beside it.
  static let temporary: UInt64 = 0o20000000
  /// A bit of the kernel's own that older kernels took off without a word: 6.1 does, 6.18 answers EINVAL, as
  /// run; that 6.14 began to is from memory.
  static let stripped: UInt64 = 0x400_0000
  /// What may stand beside O_PATH.
  static let besidePath = directory | noFollow | path | closeOnExec
}
