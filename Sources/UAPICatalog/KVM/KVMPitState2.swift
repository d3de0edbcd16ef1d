public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_pit_channel_state`: one of the three counters of a guest's timer. 24 bytes.
public struct KVMPitChannelState: ExtensibleStruct, Hashable {
  /// What it counts down from; 65536 at most.
  public var count: UInt32 = 0
  /// The count that was latched.
  public var latchedCount: UInt16 = 0
  /// Whether a count is latched.
  public var countLatched: UInt8 = 0
  /// Whether the status is latched.
  public var statusLatched: UInt8 = 0
  /// The status that was latched.
  public var status: UInt8 = 0
  /// Which half is read next.
  public var readState: UInt8 = 0
  /// Which half is written next.
  public var writeState: UInt8 = 0
  /// The half that was written.
  public var writeLatch: UInt8 = 0
  /// Which halves are read and written.
  public var rwMode: UInt8 = 0
  /// How it counts.
  public var mode: UInt8 = 0
  /// Whether it counts in decimal.
  public var bcd: UInt8 = 0
  /// Its gate.
  public var gate: UInt8 = 0
  /// When it was loaded, in nanoseconds.
  public var countLoadTime: Int64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_pit_channel_state") {
    Published("VER0", through: \.countLoadTime)
  }
}

/// `struct kvm_pit_state2`: the state of a guest's timer. 112 bytes; the first ioctl had the channels alone.
public struct KVMPitState2: ExtensibleStruct {
  /// The counters.
  public var channels: InlineArray<3, KVMPitChannelState> = .init(repeating: KVMPitChannelState())
  /// `KVM_PIT_FLAGS_*`; others are not looked at.
  public var flags: UInt32 = 0
  /// Not looked at.
  public var reserved: InlineArray<9, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; HPET_LEGACY.
  public static let history = Declaration(Self.self, "kvm_pit_state2", flags: \.flags, known: 0b1) {
    Published("VER0", through: \.reserved)
    Reserved(\.reserved)
  }
}

extension Catalog {
  /// `KVM_SET_PIT2`, 0x4070aea0 (Linux 2.6.32), the second ioctl for the same state: x86 alone.
  public static func kvmSetPit2() throws(InterfaceError) -> Interface {
    try described(
      "kvm_set_pit2", KVMPitState2.self,
      "sets a guest's timer; neither unknown flags nor reserved words are looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(interruptController: true, timer: true), .write, type: 0xae, number: 0xa0),
        keepsMachine: true),
      [
        Fact(
          since: Release(2, 6, 32), .call(version: 0, .newIoctl.with { $0.input?.unknownFlags = .ignored }),
          .source("arch/x86/kvm/x86.c at 2.6.37 to 6.17.0; not in 2.6.31.3; that it was 2.6.32 is assumed"))
      ])
  }
}
