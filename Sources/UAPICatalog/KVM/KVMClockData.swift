public import ExtensibleStructs

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

  /// One version; TSC_STABLE, REALTIME and HOST_TSC, as run on Linux 6.18.
  public static let history = Declaration(
    Self.self, "kvm_clock_data", flags: \.flags, known: 0b1110
  ) {
    Published("VER0", through: \.pad)
    Reserved(\.pad0)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_SET_CLOCK`, 0x4030ae7b, with `kvm_clock_data`: x86 alone.
  public static func kvmSetClock() throws(InterfaceError) -> Interface {
    try machineCall(
      "kvm_set_clock", KVMClockData.self, "sets a guest's clock; pad is not looked at",
      call: CallShape(.ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0x7b)))
  }
}
