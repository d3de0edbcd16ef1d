import ExtensibleStructs
public import KernelInterfaces

// KVM_ENABLE_CAP by capability: what each makes of its first argument. No kernel looks at the other three, nor at the pad.

extension Catalog {
  /// KVM_CAP_MANUAL_DIRTY_LOG_PROTECT2 (168, Linux 5.2).
  public static func kvmEnableManualDirtyLog() throws(InterfaceError) -> Interface {
    let first = Evidence.source("virt/kvm/kvm_main.c at 5.2.1 to 6.17.0, and not at 4.20")
    return try capability(
      168, "manual_dirty_log_protect2", "lets the caller say which pages are clean", since: Release(5, 2),
      first,
      [
        Fact(since: Release(5, 2), until: Release(5, 7), .rule(MemberRule("args[0]", .noneOf(~0b1))), first),
        Fact(
          since: Release(5, 7), .rule(MemberRule("args[0]", .noneOf(~0b11))),
          .source("INITIALLY_SET: virt/kvm/kvm_main.c at 5.7.14, and not at 5.4")),
        Fact(
          since: Release(5, 7), .rule(MemberRule("args[0]", .noneOf(0b10), unless: "args[0]", has: 0b1)),
          .source("INITIALLY_SET needs ENABLE: virt/kvm/kvm_main.c at 5.7.14")),
      ])
  }

  /// KVM_CAP_X2APIC_API (129, Linux 4.8).
  public static func kvmEnableX2APIC() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "arch/x86/kvm/x86.c at 4.12 to 6.17.0, and not at 4.4; that it was 4.8 is assumed")
    return try capability(
      129, "x2apic_api", "lets interrupts name more than 255 processors", since: Release(4, 8), source,
      [
        Fact(
          since: Release(4, 8), until: Release(7, 0), endedEarly: [Release(6, 18, 44)],
          .rule(MemberRule("args[0]", .noneOf(~0b11))), source),
        // Bit 2 is refused on a machine without a split interrupt controller.
        Fact(
          since: Release(7, 0), backports: [Release(6, 18, 44)],
          .rule(MemberRule("args[0]", .noneOf(~0b1011))),
          .assumed("6.18.44 and 7.2.6 were asked, and 6.18.15 before them")),
      ])
  }

  /// KVM_CAP_X86_USER_SPACE_MSR (188, Linux 5.10).
  public static func kvmEnableUserSpaceMSR() throws(InterfaceError) -> Interface {
    try capability(
      188, "x86_user_space_msr", "hands accesses to registers to the caller", since: Release(5, 10),
      .source("arch/x86/kvm/x86.c at 5.12.9 and 5.16.16, and not at 5.7.14"),
      [
        Fact(
          since: Release(5, 18), backports: [Release(5, 10, 218)],
          .rule(MemberRule("args[0]", .noneOf(~0b111))),
          .source("arch/x86/kvm/x86.c at 5.19 and 6.17.0, and not at 5.16.16; that it was 5.18 is assumed"))
      ])
  }

  /// KVM_CAP_EXIT_HYPERCALL (201, Linux 5.14).
  public static func kvmEnableExitHypercall() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "arch/x86/kvm/x86.c at 5.16.16 to 6.17.0, and not at 5.12.9; that it was 5.14 is assumed")
    return try capability(
      201, "exit_hypercall", "hands a guest's calls to the caller", since: Release(5, 14), source,
      [Fact(since: Release(5, 14), .rule(MemberRule("args[0]", .noneOf(~(1 << 12)))), source)])
  }

  /// KVM_CAP_EXIT_ON_EMULATION_FAILURE (204, Linux 5.15).
  public static func kvmEnableExitOnEmulationFailure() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "arch/x86/kvm/x86.c at 5.16.16 to 6.17.0, and not at 5.12.9; that it was 5.15 is assumed")
    return try capability(
      204, "exit_on_emulation_failure", "hands instructions that KVM does not know to the caller",
      since: Release(5, 15), source,
      [Fact(since: Release(5, 15), .rule(MemberRule("args[0]", .noneOf(~0b1))), source)])
  }

  /// KVM_CAP_DISABLE_QUIRKS2 (213, Linux 5.18). Not described: bit 9, which depends on the host's processor too.
  public static func kvmEnableDisableQuirks2() throws(InterfaceError) -> Interface {
    let first = Evidence.source(
      "arch/x86/kvm/x86.c at 5.19 to 6.17.0, and not at 5.16.16; that it was 5.18 is assumed")
    func quirks(_ known: UInt64) -> Fact.Statement { .rule(MemberRule("args[0]", .noneOf(~known))) }
    return try capability(
      213, "disable_quirks2", "turns off what KVM does for old guests", since: Release(5, 18), first,
      [
        Fact(
          since: Release(5, 18), until: Release(6, 1), .notDescribed("which quirks 5.18 to 6.0 know"),
          .assumed()),
        Fact(since: Release(6, 1), until: Release(6, 12), quirks(0x27f), .assumed("6.1.192 was asked")),
        Fact(
          since: Release(6, 12), until: Release(6, 14), endedEarly: [Release(6, 12, 85)], quirks(0x2ff),
          .assumed("6.12.43 to 6.12.74 were asked")),
        Fact(
          since: Release(6, 14), until: Release(7, 0), endedEarly: [Release(6, 18, 44)], quirks(0x3ff),
          .assumed("6.16.12 and 6.18.15 were asked")),
        Fact(
          backports: [Release(6, 12, 85), Release(6, 18, 44)], quirks(0x7ff),
          .assumed("both were asked, and 6.12.74 and 6.18.15 before them")),
        Fact(since: Release(7, 0), quirks(0xfff), .assumed("7.2.6 and 7.3.4 were asked")),
      ],
      unmodelled: 1 << 9)
  }

  /// KVM_CAP_HALT_POLL (182, Linux 5.8).
  public static func kvmEnableHaltPoll() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "virt/kvm/kvm_main.c at 5.12.9 to 6.17.0, and not at 5.7.14; that it was 5.8 is assumed")
    return try capability(
      182, "halt_poll", "says how long KVM waits for a guest that does nothing", since: Release(5, 8), source,
      [Fact(since: Release(5, 8), .rule(MemberRule("args[0]", .within(0...UInt64(UInt32.max)))), source)])
  }

  /// KVM_CAP_DIRTY_LOG_RING (192, Linux 5.11): the ring's length in bytes, of which the upper half is not looked at. Nor are
  /// flags, as no other capability does it.
  public static func kvmEnableDirtyLogRing() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "virt/kvm/kvm_main.c at 5.12.9 to 6.17.0, and not at 5.7.14; that it was 5.11 is assumed")
    let rules = [
      MemberRule("args[0]", .powerOfTwo), MemberRule("args[0]", .within(4096...UInt64.max)),
      MemberRule("args[0]", .within(0...0x10_0000), else: .E2BIG),
    ]
    return try capability(
      192, "dirty_log_ring", "hands out in a ring which pages of a guest were written", since: Release(5, 11),
      source,
      rules.map { Fact(since: Release(5, 11), .rule($0), source) },
      .newIoctl.with { $0.input?.unknownFlags = .ignored },
      samples: ["args[0]": 0x1_0000],
      // A processor that logs written pages by itself needs a longer ring.
      unmodelled: 0xffff_ffff_0000_3fff, keepsMachine: false)
  }

  /// KVM_CAP_SPLIT_IRQCHIP (121, Linux 4.4).
  public static func kvmEnableSplitIrqchip() throws(InterfaceError) -> Interface {
    let source = Evidence.source("arch/x86/kvm/x86.c at 4.4 to 6.17.0, and not at 3.14.1")
    func pins(_ most: UInt64) -> Fact.Statement { .rule(MemberRule("args[0]", .within(0...most))) }
    return try capability(
      121, "split_irqchip", "leaves the I/O APIC to the caller", since: Release(4, 4), source,
      [
        Fact(
          since: Release(4, 4), until: Release(4, 15), pins(1024), .assumed("as many as interrupt routes")),
        Fact(since: Release(4, 15), pins(4096), .assumed("as many as interrupt routes")),
      ],
      // It cannot be done twice.
      keepsMachine: false)
  }

  /// One capability: flags are EINVAL.
  ///
  /// - Parameter unmodelled: the bits of the first argument that are not described.
  private static func capability(
    _ number: UInt64, _ name: String, _ summary: String, since: Release, _ evidence: Evidence,
    _ facts: [Fact],
    _ scheme: Scheme = .newIoctl, samples: [String: CallShape.Value] = [:], unmodelled: UInt64 = 0,
    keepsMachine: Bool = true
  ) throws(InterfaceError) -> Interface {
    let samples = samples.merging(["cap": .constant(number)]) { given, _ in given }
    // An older kernel has the ioctl, and answers EINVAL: the sample is nothing that it would take.
    let before = Fact(until: since, .notDescribed("the kernel knows no such capability"), evidence)
    let call = Fact(since: since, .call(version: 0, scheme), evidence)
    return try described(
      "kvm_enable_cap_\(name)", KVMEnableCap.self, summary,
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0xa3), samples: samples,
        keepsMachine: keepsMachine, unmodelled: ["cap": .max, "args[0]": unmodelled]),
      [before, call] + facts)
  }
}
