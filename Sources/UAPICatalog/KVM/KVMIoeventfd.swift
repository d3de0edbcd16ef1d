public import ExtensibleStructs

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
  public static let history = Declaration(
    Self.self, "kvm_ioeventfd", flags: \.flags, known: 0b1_1111
  ) {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_IOEVENTFD`, 0x4040ae79.
  public static func kvmIoeventfd() throws(InterfaceError) -> Interface {
    try machineCall(
      "kvm_ioeventfd", KVMIoeventfd.self, "signals a guest's access; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0x79),
        passing: [.init(.EBADF, .missingObject, "the event's descriptor is not open")],
        samples: ["addr": 0x1000, "len": 4, "fd": 0xffff_ffff], unmodelled: ["len": .max, "addr": .max]))
  }
}
