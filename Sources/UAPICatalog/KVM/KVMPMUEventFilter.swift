public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_pmu_event_filter`: which performance events a guest may count; `nevents` of them follow. 32 bytes.
public struct KVMPMUEventFilter: ExtensibleStruct {
  /// `KVM_PMU_EVENT_ALLOW` or `KVM_PMU_EVENT_DENY`.
  public var action: UInt32 = 0
  /// How many events follow.
  public var nevents: UInt32 = 0
  /// Which fixed counters the action is about.
  public var fixedCounterBitmap: UInt32 = 0
  /// `KVM_PMU_EVENT_FLAG_*`.
  public var flags: UInt32 = 0
  /// Not looked at.
  public var pad: InlineArray<4, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; MASKED_EVENTS.
  public static let history = Declaration(
    Self.self, "kvm_pmu_event_filter", flags: \.flags, known: 0b1
  ) {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_SET_PMU_EVENT_FILTER`, 0x4020aeb2 (Linux 5.3), with no event: x86 alone.
  public static func kvmSetPMUEventFilter() throws(InterfaceError) -> Interface {
    let first = Evidence.source("arch/x86/kvm/pmu.c at 5.4 to 6.17.0, and not at 5.2.1")
    return try described(
      "kvm_set_pmu_event_filter", KVMPMUEventFilter.self,
      "says which performance events a guest may count; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0xb2), keepsMachine: true,
        // So many events are read behind the struct.
        unmodelled: ["nevents": 0x1ff]),
      [
        Fact(since: Release(5, 3), .call(version: 0, .newIoctl), first),
        Fact(since: Release(5, 3), .flags(0), first),
        Fact(
          since: Release(6, 3), .flags(0b1),
          .source("MASKED_EVENTS: arch/x86/kvm/pmu.c at 6.4, and not at 6.0; that it was 6.3 is assumed")),
        Fact(since: Release(5, 3), .rule(MemberRule("action", .within(0...1))), first),
        Fact(since: Release(5, 3), .rule(MemberRule("nevents", .within(0...300), else: .E2BIG)), first),
      ])
  }
}
