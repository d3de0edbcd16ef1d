public import ExtensibleStructs

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
  /// `clone3` (Linux 5.3). CLONE_CLEAR_SIGHAND came with 5.5, CLONE_NEWTIME with 5.6 (both from memory).
  ///
  /// `cgroup` is gated by CLONE_INTO_CGROUP: with the flag a size below 88 is EINVAL. As run on 6.18.
  public static func clone3() throws(InterfaceError) -> Interface {
    let clear: UInt64 = 0x1_0000_0000
    return try Interface(
      "clone3", history: history(CloneArgs.self), summary: "makes a process or a thread",
      call: clone3Call,
      editions: [
        Edition(since: Release(5, 3), version: 0, scheme: .sizeArgument, rules: cloneRules),
        Edition(
          since: Release(5, 5), version: 1, scheme: .sizeArgument, extraFlags: clear,
          rules: cloneRules + threadIDRules),
        Edition(
          since: Release(5, 6), version: 1, scheme: .sizeArgument, extraFlags: clear | 0x80,
          rules: cloneRules + threadIDRules),
        Edition(
          since: Release(5, 7), version: 2, scheme: .sizeArgument, extraFlags: clear | 0x80,
          rules: cloneRules + threadIDRules + [
            MemberRule("cgroup", .within(0...UInt64(Int32.max)), when: "flags", has: 0x2_0000_0000)
          ]),
      ])
  }

  /// What is asked of the first version's members, and of flags that need or exclude each other.
  private static let cloneRules: [MemberRule] = [
    MemberRule("exit_signal", .within(0...64)),
    MemberRule("stack_size", .noneOf(.max), unless: "stack", has: .max),
    MemberRule("stack_size", .anyOf(.max), when: "stack", has: .max),
    // CLONE_THREAD and CLONE_PARENT give the child no exit signal of its own.
    MemberRule("exit_signal", .noneOf(.max), when: "flags", has: 0x1_8000),
    // CLONE_CLEAR_SIGHAND excludes CLONE_SIGHAND.
    MemberRule("flags", .noneOf(0x800), when: "flags", has: 0x1_0000_0000),
    // CLONE_NEWNS and CLONE_NEWUSER exclude CLONE_FS.
    MemberRule("flags", .noneOf(0x200), when: "flags", has: 0x1002_0000),
    // CLONE_THREAD needs CLONE_SIGHAND, which needs CLONE_VM.
    MemberRule("flags", .allOf(0x800), when: "flags", has: 0x1_0000),
    MemberRule("flags", .allOf(0x100), when: "flags", has: 0x800),
  ]

  /// At most as many ids as namespaces nest, and an array for them.
  private static let threadIDRules: [MemberRule] = [
    MemberRule("set_tid_size", .within(0...32)),
    MemberRule("set_tid_size", .noneOf(.max), unless: "set_tid", has: .max),
    MemberRule("set_tid_size", .anyOf(.max), when: "set_tid", has: .max),
  ]

  /// The flags are CLONE_VM and CLONE_VFORK, which spare a copy of the memory.
  private static let clone3Call = CallShape(
    .systemCall(.everywhere(435)),
    [.init("uargs", .pointer, .structure), .init("size", .size, .size)],
    passing: [.init(.ENOMEM, .limit, "the thread's PID namespace has ended")],
    samples: ["flags": 0x4100, "cgroup": 5], setting: .threadWithoutProcesses, product: .child,
    // CLONE_NEWPID cannot follow on a process that is unshared; an address has to be the user's.
    unmodelled: ["flags": 0x2000_0000, "stack": .max, "set_tid": .max, "set_tid_size": .max])
}
