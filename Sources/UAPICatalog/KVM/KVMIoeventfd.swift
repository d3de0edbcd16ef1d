public import ExtensibleStructs
public import KernelInterfaces

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

  /// One version; five flags.
  public static let history = Declaration(
    Self.self, "kvm_ioeventfd", flags: \.flags, known: 0b1_1111
  ) {
    Published("VER0", through: \.pad)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_IOEVENTFD`, 0x4040ae79 (Linux 2.6.32).
  ///
  /// With DEASSIGN no other flag is looked at.
  public static func kvmIoeventfd() throws(InterfaceError) -> Interface {
    let deassign: UInt64 = 0b100
    func known(_ bits: UInt64) -> Fact.Statement {
      .rule(MemberRule("flags", .noneOf(~bits), unless: "flags", has: deassign))
    }
    let source = Evidence.source("virt/kvm/eventfd.c at 2.6.32.67, 5.10 and 7.3")
    return try described(
      "kvm_ioeventfd", KVMIoeventfd.self, "signals a guest's access; pad is not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0x79),
        passing: [.init(.EBADF, .missingObject, "the event's descriptor is not open")],
        samples: ["addr": 0x1000, "len": 4, "fd": 0xffff_ffff],
        // Small numbers are open descriptors of something else, which is EINVAL.
        unmodelled: ["len": .max, "addr": .max, "fd": 0xff]),
      [
        Fact(
          since: Release(2, 6, 32), .call(version: 0, .newIoctl.with { $0.input?.unknownFlags = .ignored }),
          .source("virt/kvm/eventfd.c at 2.6.32.67; not in 2.6.31.3")),
        Fact(since: Release(2, 6, 32), .flags(0b111), .source("virt/kvm/eventfd.c at 2.6.32.67")),
        Fact(
          since: Release(3, 10), .flags(0b1000), .source("VIRTIO_CCW: linux/kvm.h of 3.14; 3.10 is assumed")),
        Fact(
          since: Release(3, 16), .flags(0b1_0000),
          .source("a bit with a number and no constant: linux/kvm.h of 3.16")),
        Fact(since: Release(2, 6, 32), until: Release(3, 10), known(0b111), source),
        Fact(since: Release(3, 10), until: Release(3, 16), known(0b1111), source),
        Fact(since: Release(3, 16), known(0b1_1111), source),
      ])
  }
}
