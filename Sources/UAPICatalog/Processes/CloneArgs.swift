public import ExtensibleStructs
public import KernelInterfaces

/// `struct clone_args`: what `clone3` makes.
public struct CloneArgs: ExtensibleStruct, Hashable {
  /// `CLONE_*`.
  public var flags: UInt64 = 0
  /// Where to put the child's pidfd.
  public var pidfd: UInt64 = 0
  /// Where to put the child's thread id in the child's memory.
  public var childTid: UInt64 = 0
  /// Where to put it in the parent's.
  public var parentTid: UInt64 = 0
  /// The signal that the parent gets when the child ends.
  public var exitSignal: UInt64 = 0
  /// The lowest address of the child's stack.
  public var stack: UInt64 = 0
  /// The length of the stack in bytes.
  public var stackSize: UInt64 = 0
  /// The child's thread-local storage.
  public var tls: UInt64 = 0
  /// The address of an array of thread ids, one for each namespace.
  public var setTid: UInt64 = 0
  /// How many.
  public var setTidSize: UInt64 = 0
  /// The descriptor of the child's cgroup; without its flag it is not looked at.
  public var cgroup: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// 64 bytes since Linux 5.3, 80 since 5.5, 88 since 5.7.
  ///
  /// The flags are the 32 bits of C's `CLONE_LEGACY_FLAGS` without those of the signal mask and CLONE_DETACHED.
  public static let history = Declaration(Self.self, "clone_args", flags: \.flags, known: 0xffbf_ff00) {
    Published("VER0", through: \.tls)
    Published("VER1", through: \.setTidSize)
    Published("VER2", through: \.cgroup, gate: 0x2_0000_0000)
  }
}

extension Catalog {
  /// `clone3` (Linux 5.3).
  ///
  /// `cgroup` is gated by CLONE_INTO_CGROUP: with the flag a size below 88 is EINVAL. That `pidfd` and `parent_tid`
  /// have to differ where both are written is not described.
  public static func clone3() throws(InterfaceError) -> Interface {
    try described(
      "clone3", CloneArgs.self, "makes a process or a thread", call: clone3Call,
      older: [
        OlderCall(
          "clone",
          carries: [
            "flags", "pidfd", "child_tid", "parent_tid", "exit_signal", "stack", "stack_size", "tls",
          ],
          flags: 0xffbf_ff00)
      ],
      [
        Fact(since: Release(5, 3), .call(version: 0, .sizeArgument), .source("kernel/fork.c at 5.3.1")),
        Fact(since: Release(5, 5), .call(version: 1, .sizeArgument), .source("linux/sched.h of 5.5")),
        Fact(since: Release(5, 7), .call(version: 2, .sizeArgument), .source("kernel/fork.c at 5.7.14")),
        Fact(since: Release(5, 3), .flags(0xffbf_ff00), .source("kernel/fork.c at 5.3.1")),
        Fact(
          since: Release(5, 5), .flags(0x1_0000_0000), .source("CLONE_CLEAR_SIGHAND: linux/sched.h of 5.5")),
        Fact(
          since: Release(6, 3), backports: [Release(5, 10, 175), Release(6, 1, 20)], .flags(0x80),
          .source(
            "CLONE_NEWTIME: kernel/fork.c at 6.3.8, and not at 6.2.1; the points by Debian's changelogs")),
        Fact(
          backports: [Release(5, 15, 103), Release(6, 2, 7)], .flags(0x80),
          .assumed("released in the week of 6.1.20")),
        Fact(since: Release(7, 1), .flags(0x3c_0000_0000), childSource),
      ] + threadIDRules + cloneRules + childRules + namespaceRules + storageRules)
  }

  /// What is asked of the first version's members, and of flags that need or exclude each other.
  private static let cloneRules: [Fact] = {
    func rule(since: Release = Release(5, 3), until: Release? = nil, _ rule: MemberRule) -> Fact {
      Fact(since: since, until: until, .rule(rule), .source("kernel/fork.c at 5.3.1 to 7.3"))
    }
    let stack = Evidence.source("kernel/fork.c at 5.4.0, and not at 5.3.1; the point by Debian's changelog")
    return [
      rule(MemberRule("exit_signal", .within(0...64))),
      rule(
        since: Release(5, 7),
        MemberRule("cgroup", .within(0...UInt64(Int32.max)), when: "flags", has: 0x2_0000_0000)),
      // CLONE_THREAD and CLONE_PARENT give the child no exit signal of its own.
      rule(MemberRule("exit_signal", .noneOf(.max), when: "flags", has: 0x1_8000)),
      // CLONE_CLEAR_SIGHAND excludes CLONE_SIGHAND.
      rule(since: Release(5, 5), MemberRule("flags", .noneOf(0x800), when: "flags", has: 0x1_0000_0000)),
      Fact(
        since: Release(5, 4), backports: [Release(5, 3, 11)],
        .rule(MemberRule("stack_size", .noneOf(.max), unless: "stack", has: .max)), stack),
      Fact(
        since: Release(5, 4), backports: [Release(5, 3, 11)],
        .rule(MemberRule("stack_size", .anyOf(.max), when: "stack", has: .max)), stack),
      // CLONE_NEWNS and CLONE_NEWUSER exclude CLONE_FS.
      rule(MemberRule("flags", .noneOf(0x200), when: "flags", has: 0x1002_0000)),
      // CLONE_THREAD needs CLONE_SIGHAND, which needs CLONE_VM.
      rule(MemberRule("flags", .allOf(0x800), when: "flags", has: 0x1_0000)),
      rule(MemberRule("flags", .allOf(0x100), when: "flags", has: 0x800)),
      // CLONE_THREAD excludes CLONE_NEWUSER and CLONE_NEWPID, and excluded CLONE_PIDFD.
      rule(MemberRule("flags", .noneOf(0x3000_0000), when: "flags", has: 0x1_0000)),
      Fact(
        since: Release(5, 3), until: Release(6, 9),
        .rule(MemberRule("flags", .noneOf(0x1000), when: "flags", has: 0x1_0000)),
        .source("kernel/fork.c at 6.8.1, and not at 6.9.0")),
    ]
  }()

  /// With CLONE_SETTLS x86_64 demands an address of the user's half, after all else, here of four levels of page tables.
  private static let storageRules: [Fact] = {
    #if arch(x86_64)
      let address = MemberRule(
        "tls", .within(0...0x7fff_ffff_efff), when: "flags", has: 0x8_0000, else: .EPERM)
      return [
        Fact(
          since: Release(5, 3), .rule(address), .source("arch/x86/kernel/process_64.c at 5.10 to 7.3"))
      ]
    #else
      return []
    #endif
  }()

  private static let childSource = Evidence.source(
    "AUTOREAP, NNP, PIDFD_AUTOKILL and EMPTY_MNTNS: linux/sched.h of 7.1-rc1; kernel/fork.c at 7.2.13 and 7.3.4"
  )

  /// What goes with the flags of Linux 7.1.
  private static let childRules: [Fact] = {
    let (autoreap, noNewPrivileges, autokill): (UInt64, UInt64, UInt64) = (1 << 34, 1 << 35, 1 << 36)
    return [
      // CLONE_AUTOREAP excludes CLONE_THREAD, CLONE_PARENT and an exit signal; CLONE_NNP excludes CLONE_THREAD.
      MemberRule("flags", .noneOf(0x1_8000), when: "flags", has: autoreap),
      MemberRule("exit_signal", .noneOf(.max), when: "flags", has: autoreap),
      MemberRule("flags", .noneOf(0x1_0000), when: "flags", has: noNewPrivileges),
      // CLONE_PIDFD_AUTOKILL needs CLONE_PIDFD and CLONE_AUTOREAP.
      MemberRule("flags", .allOf(0x1000 | autoreap), when: "flags", has: autokill),
      // CLONE_EMPTY_MNTNS makes a mount namespace, and so excludes CLONE_FS.
      MemberRule("flags", .noneOf(0x200), when: "flags", has: 1 << 37),
      // A child that could gain privileges is killed for a privileged caller alone.
      MemberRule("flags", .noneOf(autokill), unless: "flags", has: noNewPrivileges, else: .EPERM)
        .unless(.sysAdmin),
    ].map { Fact(since: Release(7, 1), .rule($0), childSource) }
  }()

  /// What is asked of flags that make namespaces, once the process itself could be made.
  private static let namespaceRules: [Fact] = {
    let (namespaces, user): (UInt64, UInt64) = (0x6e02_0080, 0x1000_0000)
    // In a user namespace of its own, CLONE_NEWUSER, every caller may make the others.
    let privilege = MemberRule("flags", .noneOf(namespaces), unless: "flags", has: user, else: .EPERM)
      .unless(.sysAdmin)
    let empty = MemberRule("flags", .noneOf(1 << 37), unless: "flags", has: user, else: .EPERM)
      .unless(.sysAdmin)
    // CLONE_SYSVSEM excludes CLONE_NEWIPC.
    let semaphores = MemberRule("flags", .noneOf(0x800_0000), when: "flags", has: 0x4_0000)
    let source = Evidence.source("kernel/fork.c at 5.3.1 to 7.3")
    let asked = Evidence.assumed("as 5.10.262, 6.1.192, 6.12.118, 6.18.15 and 7.3.4 answer nobody")
    return [
      Fact(since: Release(5, 3), .rule(privilege), asked),
      Fact(since: Release(7, 1), .rule(empty), childSource),
      Fact(since: Release(5, 3), .rule(semaphores), source),
    ]
  }()

  /// At most as many ids as namespaces nest, and an array for them.
  private static let threadIDRules: [Fact] = [
    MemberRule("set_tid_size", .within(0...32)),
    MemberRule("set_tid_size", .noneOf(.max), unless: "set_tid", has: .max),
    MemberRule("set_tid_size", .anyOf(.max), when: "set_tid", has: .max),
  ].map { Fact(since: Release(5, 5), .rule($0), .source("kernel/fork.c at 5.6.4")) }

  /// The flags are CLONE_VM and CLONE_VFORK, which spare a copy of the memory.
  private static let clone3Call = CallShape(
    .systemCall(.everywhere(435)),
    [.init("uargs", .pointer, .structure), .init("size", .size, .size)],
    passing: [.init(.ENOMEM, .limit, "the thread's PID namespace has ended")],
    samples: ["flags": 0x4100, "parent_tid": 4, "cgroup": 5], setting: .threadWithoutProcesses,
    product: .child,
    // CLONE_NEWPID and CLONE_THREAD cannot follow on a process that is unshared; an address, and the end of a stack, has to be the
    // user's.
    unmodelled: [
      "flags": 0x2001_0000, "stack": .max, "stack_size": .max << 46, "set_tid": .max, "set_tid_size": .max,
    ],
    // CLONE_SETTLS takes a struct user_desc there.
    unmodelledOn: [.i386: ["flags": 0x8_0000]])
}
