public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_vcpu_events`: what is pending for a guest's processor. 64 bytes.
public struct KVMVCPUEvents: ExtensibleStruct {
  /// Whether an exception is being delivered.
  public var exceptionInjected: UInt8 = 0
  /// The exception's number.
  public var exceptionNr: UInt8 = 0
  /// Whether it has an error code.
  public var exceptionHasErrorCode: UInt8 = 0
  /// Whether it is yet to be delivered, where PAYLOAD says so; pad before Linux 4.20.
  public var exceptionPending: UInt8 = 0
  /// The error code.
  public var exceptionErrorCode: UInt32 = 0
  /// Whether an interrupt is being delivered.
  public var interruptInjected: UInt8 = 0
  /// The interrupt's number.
  public var interruptNr: UInt8 = 0
  /// Whether an instruction made it.
  public var interruptSoft: UInt8 = 0
  /// What holds interrupts off, where SHADOW says so.
  public var interruptShadow: UInt8 = 0
  /// Whether a non-maskable interrupt is being delivered.
  public var nmiInjected: UInt8 = 0
  /// How many of them wait, where NMI_PENDING says so.
  public var nmiPending: UInt8 = 0
  /// Whether they are held off.
  public var nmiMasked: UInt8 = 0
  /// Not looked at.
  public var nmiPad: UInt8 = 0
  /// Where the processor starts, where SIPI_VECTOR says so.
  public var sipiVector: UInt32 = 0
  /// `KVM_VCPUEVENT_VALID_*`.
  public var flags: UInt32 = 0
  /// Whether the processor is in system management mode.
  public var smiSmm: UInt8 = 0
  /// Whether a system management interrupt waits.
  public var smiPending: UInt8 = 0
  /// Whether it came in a non-maskable interrupt.
  public var smiSmmInsideNmi: UInt8 = 0
  /// Whether an INIT waits for the end of the mode.
  public var smiLatchedInit: UInt8 = 0
  /// Whether a triple fault waits, where TRIPLE_FAULT says so, which only some machines take.
  public var tripleFaultPending: UInt8 = 0
  /// Not looked at.
  public var reserved: InlineArray<26, UInt8> = .init(repeating: 0)
  /// Whether the exception has a payload, where PAYLOAD says so, which only some machines take.
  public var exceptionHasPayload: UInt8 = 0
  /// The payload.
  public var exceptionPayload: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One size; NMI_PENDING, SIPI_VECTOR and SHADOW, then SMM.
  ///
  /// What a plain machine does not look at is reserved here.
  public static let history = Declaration(
    Self.self, "kvm_vcpu_events", flags: \.flags, known: 0b1111
  ) {
    Published("VER0", through: \.exceptionPayload)
    Reserved(\.nmiPad)
    Reserved(\.tripleFaultPending)
    Reserved(\.reserved)
    Reserved(\.exceptionHasPayload)
    Reserved(\.exceptionPayload)
  }
}

extension Catalog {
  /// `KVM_SET_VCPU_EVENTS`, 0x4040aea0 (Linux 2.6.33), on a machine with no capability enabled: PAYLOAD and TRIPLE_FAULT are
  /// as unknown as bits that nobody uses. x86 alone.
  ///
  /// Not described: that an exception must not be the one with number 2, the non-maskable interrupt.
  public static func kvmSetVCPUEvents() throws(InterfaceError) -> Interface {
    let scheme = Scheme.newIoctl.with { $0.size = .command(.publishedSizes(otherwise: .EINVAL)) }
    let first = Evidence.source(
      "arch/x86/kvm/x86.c at 2.6.37; not in 2.6.32.67; that it was 2.6.33 is assumed")
    return try described(
      "kvm_set_vcpu_events", KVMVCPUEvents.self,
      "says what is pending for a guest's processor; reserved bytes are not looked at",
      call: CallShape(
        .ioctl(on: .virtualProcessor, .write, type: 0xae, number: 0xa0), keepsMachine: true,
        // Without CONFIG_KVM_SMM the members that SMM asks for have to be zero since 6.2.
        unmodelled: [
          "exception_nr": 0b10, "smi_smm": .max, "smi_pending": .max, "smi_smm_inside_nmi": .max,
        ]),
      [
        // An ioctl that a processor does not know is EINVAL, where a machine says ENOTTY.
        Fact(until: Release(2, 6, 33), .absent(.EINVAL), first),
        Fact(since: Release(2, 6, 33), .call(version: 0, scheme), first),
        Fact(since: Release(2, 6, 33), .flags(0b111), .source("arch/x86/kvm/x86.c at 2.6.37")),
        Fact(
          since: Release(4, 2), .flags(0b1000),
          .source("SMM: arch/x86/kvm/x86.c at 4.4.0, and not at 4.0.5; that it was 4.2 is assumed")),
        Fact(
          since: Release(4, 10),
          .rule(MemberRule("exception_nr", .within(0...31), when: "exception_injected", has: .max)),
          .source("arch/x86/kvm/x86.c at 4.10.1, and not at 4.4.0; that it was 4.10 is assumed")),
      ])
  }
}
