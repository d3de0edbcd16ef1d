public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_segment`: a segment register. 24 bytes.
public struct KVMSegment: ExtensibleStruct, Hashable {
  /// Where the segment begins.
  public var base: UInt64 = 0
  /// Its last byte.
  public var limit: UInt32 = 0
  /// The selector.
  public var selector: UInt16 = 0
  /// The descriptor's type.
  public var type: UInt8 = 0
  /// Whether it is present.
  public var present: UInt8 = 0
  /// Its privilege level.
  public var dpl: UInt8 = 0
  /// Whether its operands are of 32 bits.
  public var db: UInt8 = 0
  /// Whether it is code or data.
  public var s: UInt8 = 0
  /// Whether its code is of 64 bits.
  public var l: UInt8 = 0
  /// Whether the limit counts pages.
  public var g: UInt8 = 0
  /// Free for the guest.
  public var avl: UInt8 = 0
  /// Whether it cannot be used.
  public var unusable: UInt8 = 0
  /// Not looked at.
  public var padding: UInt8 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_segment") {
    Published("VER0", through: \.padding)
    Reserved(\.padding)
  }
}

/// `struct kvm_dtable`: a table of descriptors. 16 bytes.
public struct KVMDtable: ExtensibleStruct {
  /// Where the table begins.
  public var base: UInt64 = 0
  /// Its last byte.
  public var limit: UInt16 = 0
  /// Not looked at.
  public var padding: InlineArray<3, UInt16> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "kvm_dtable") {
    Published("VER0", through: \.padding)
    Reserved(\.padding)
  }
}

/// `struct kvm_sregs2`: the special registers of a guest's processor. 320 bytes.
///
/// `struct kvm_sregs` had no flags and no pad, so that a new ioctl was needed for four more registers.
public struct KVMSregs2: ExtensibleStruct {
  /// The code segment.
  public var cs = KVMSegment()
  /// The data segment.
  public var ds = KVMSegment()
  /// A second data segment.
  public var es = KVMSegment()
  /// A third data segment.
  public var fs = KVMSegment()
  /// A fourth data segment.
  public var gs = KVMSegment()
  /// The stack.
  public var ss = KVMSegment()
  /// The task register.
  public var tr = KVMSegment()
  /// The local table.
  public var ldt = KVMSegment()
  /// The global table.
  public var gdt = KVMDtable()
  /// The interrupt table.
  public var idt = KVMDtable()
  /// The control register 0.
  public var cr0: UInt64 = 0
  /// The control register 2.
  public var cr2: UInt64 = 0
  /// The control register 3.
  public var cr3: UInt64 = 0
  /// The control register 4.
  public var cr4: UInt64 = 0
  /// The control register 8.
  public var cr8: UInt64 = 0
  /// The extended features.
  public var efer: UInt64 = 0
  /// Where the interrupt controller of the processor is.
  public var apicBase: UInt64 = 0
  /// KVM_SREGS2_FLAGS_PDPTRS_VALID.
  public var flags: UInt64 = 0
  /// The pointers to page directories, where PDPTRS_VALID says so.
  public var pdptrs: InlineArray<4, UInt64> = .init(repeating: 0)

  /// Every member zero.
  public init() {}

  /// One version; PDPTRS_VALID.
  public static let history = Declaration(Self.self, "kvm_sregs2", flags: \.flags, known: 0b1) {
    Published("VER0", through: \.pdptrs)
  }
}

extension Catalog {
  /// `KVM_SET_SREGS2`, 0x4140aecd (Linux 5.14), for a processor that pages with physical address extension, as PDPTRS_VALID
  /// demands: x86 alone.
  public static func kvmSetSregs2() throws(InterfaceError) -> Interface {
    let source = Evidence.source(
      "arch/x86/kvm/x86.c at 5.16.16 to 6.17.0, and not at 5.12.9; that it was 5.14 is assumed")
    var unmodelled: [String: UInt64] = ["cr0": .max, "cr4": .max, "efer": .max, "apic_base": .max]
    // Nothing is demanded of these; the code segment and the local table show it.
    for segment in ["ds", "es", "fs", "gs", "ss", "tr"] {
      for name in ["base", "limit", "selector"] { unmodelled["\(segment).\(name)"] = .max }
    }
    return try described(
      "kvm_set_sregs2", KVMSregs2.self,
      "sets the special registers of a guest's processor; flags instead of pad",
      call: CallShape(
        .ioctl(on: .virtualProcessor, .write, type: 0xae, number: 0xcd),
        // Protected mode and paging; physical address extension.
        samples: ["cr0": 0x8000_0001, "cr4": 0x20], keepsMachine: true, unmodelled: unmodelled),
      [
        Fact(until: Release(5, 14), .absent(.EINVAL), source),
        Fact(since: Release(5, 14), .call(version: 0, processorIoctl), source),
        // Code of 64 bits needs long mode.
        Fact(since: Release(5, 14), .rule(MemberRule("cs.l", .noneOf(0xff))), source),
      ])
  }
}
