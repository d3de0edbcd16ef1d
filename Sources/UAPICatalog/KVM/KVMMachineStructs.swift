public import ExtensibleStructs

/// `struct kvm_enable_cap`: a capability to turn on. 104 bytes.
public struct KVMEnableCap: ExtensibleStruct {
  /// `KVM_CAP_*`.
  public var cap: UInt32 = 0
  /// None is known.
  public var flags: UInt32 = 0
  /// What the capability takes.
  public var args: InlineArray<4, UInt64> = .init(repeating: 0)
  /// Not looked at.
  public var pad: InlineArray<64, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration<Self>("kvm_enable_cap", flags: \.flags, reserved: [\.pad]) {
    Published("VER0", through: \.pad)
  }
}

/// `struct kvm_irqfd`: an event that interrupts a guest. 32 bytes.
public struct KVMIrqfd: ExtensibleStruct {
  /// The event's descriptor.
  public var fd: UInt32 = 0
  /// The interrupt.
  public var gsi: UInt32 = 0
  /// DEASSIGN and RESAMPLE.
  public var flags: UInt32 = 0
  /// The event that tells of the end of the interrupt.
  public var resamplefd: UInt32 = 0
  /// Not looked at.
  public var pad: InlineArray<16, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration<Self>(
    "kvm_irqfd", flags: \.flags, known: 0b11, reserved: [\.pad]
  ) {
    Published("VER0", through: \.pad)
  }
}

/// `struct kvm_ioeventfd`: a guest's access that signals an event. 64 bytes.
public struct KVMIoeventfd: ExtensibleStruct {
  /// The value to wait for.
  public var datamatch: UInt64 = 0
  /// Where the guest accesses.
  public var addr: UInt64 = 0
  /// How many bytes: 1, 2, 4, 8, or 0 for any.
  public var len: UInt32 = 0
  /// The event's descriptor.
  public var fd: Int32 = 0
  /// `KVM_IOEVENTFD_FLAG_*`.
  public var flags: UInt32 = 0
  /// Not looked at.
  public var pad: InlineArray<36, UInt8> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; five flags, as run on Linux 6.18.
  public static let history = Declaration<Self>(
    "kvm_ioeventfd", flags: \.flags, known: 0b1_1111, reserved: [\.pad]
  ) {
    Published("VER0", through: \.pad)
  }
}

/// `struct kvm_create_device`: a device in a guest. 12 bytes and no reserved word.
public struct KVMCreateDevice: ExtensibleStruct, Hashable {
  /// `KVM_DEV_TYPE_*`.
  public var type: UInt32 = 0
  /// The new device's descriptor; only handed out.
  public var fd: UInt32 = 0
  /// KVM_CREATE_DEVICE_TEST: only says whether there is the type.
  public var flags: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration<Self>("kvm_create_device", flags: \.flags, known: 0b1) {
    Published("VER0", through: \.flags)
  }
}

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
  public static let history = Declaration<Self>(
    "kvm_clock_data", flags: \.flags, known: 0b1110, reserved: [\.pad0, \.pad]
  ) {
    Published("VER0", through: \.pad)
  }
}
