public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_clock_data`: a guest's clock. 48 bytes.
public struct KVMClockData: ExtensibleStruct {
  /// Nanoseconds.
  public var clock: UInt64 = 0
  /// `KVM_CLOCK_*`.
  public var flags: UInt32 = 0
  /// Not looked at.
  public var pad0: UInt32 = 0
  /// The host's time at that moment.
  public var realtime: UInt64 = 0
  /// The host's time stamp counter at that moment.
  public var hostTsc: UInt64 = 0
  /// Not looked at.
  public var pad: InlineArray<4, UInt32> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; TSC_STABLE, REALTIME and HOST_TSC.
  public static let history = Declaration(
    Self.self, "kvm_clock_data", flags: \.flags, known: 0b1110
  ) {
    Published("VER0", through: \.pad)
    Reserved(\.pad0)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_SET_CLOCK`, 0x4030ae7b, with `kvm_clock_data` (Linux 2.6.32): x86 alone.
  public static func kvmSetClock() throws(InterfaceError) -> Interface {
    try described(
      "kvm_set_clock", KVMClockData.self, "sets a guest's clock; pad is not looked at",
      call: CallShape(.ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0x7b), keepsMachine: true),
      [
        Fact(
          since: Release(2, 6, 32), .call(version: 0, .newIoctl),
          .source("arch/x86/kvm/x86.c at 2.6.37 and 4.15.18; not in 2.6.31.3")),
        Fact(since: Release(2, 6, 32), .flags(0), .source("arch/x86/kvm/x86.c at 2.6.37 to 5.15.16")),
        Fact(
          since: Release(5, 16), .flags(0b1110),
          .source("TSC_STABLE, REALTIME, HOST_TSC: arch/x86/kvm/x86.c at 5.17-rc5, and not at 5.15.16")),
      ])
  }
}
