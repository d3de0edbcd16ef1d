public import ExtensibleStructs
public import KernelInterfaces

/// `struct kvm_msr_filter_range`: model-specific registers that a guest may use or not. 24 bytes.
public struct KVMMSRFilterRange: ExtensibleStruct, Hashable {
  /// KVM_MSR_FILTER_READ and KVM_MSR_FILTER_WRITE.
  public var flags: UInt32 = 0
  /// How many registers there are; 0 for no range.
  public var nmsrs: UInt32 = 0
  /// The first register.
  public var base: UInt32 = 0
  /// Padding that C leaves unnamed; not looked at.
  public var pad: UInt32 = 0
  /// The address of a bit for each register.
  public var bitmap: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; READ and WRITE.
  public static let history = Declaration(
    Self.self, "kvm_msr_filter_range", flags: \.flags, known: 0b11
  ) {
    Published("VER0", through: \.bitmap)
    Reserved(\.pad)
  }
}

/// `struct kvm_msr_filter`: which model-specific registers a guest may use. 392 bytes.
public struct KVMMSRFilter: ExtensibleStruct {
  /// KVM_MSR_FILTER_DEFAULT_DENY.
  public var flags: UInt32 = 0
  /// Padding that C leaves unnamed; not looked at.
  public var pad: UInt32 = 0
  /// The ranges.
  public var ranges: InlineArray<16, KVMMSRFilterRange> = .init(repeating: KVMMSRFilterRange())

  /// Every member zero.
  public init() {}

  /// One version; DEFAULT_DENY.
  public static let history = Declaration(Self.self, "kvm_msr_filter", flags: \.flags, known: 0b1) {
    Published("VER0", through: \.ranges)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `KVM_X86_SET_MSR_FILTER`, 0x4188aec6 (Linux 5.10), with one range of one register.
  ///
  /// Not described: that DEFAULT_DENY is refused where no range has a register.
  public static func kvmSetMSRFilter() throws(InterfaceError) -> Interface {
    let first = Evidence.source("arch/x86/kvm/x86.c at 5.12.9 to 6.17.0; not in 5.7.14")
    let checked = Evidence.source(
      "unknown flags are refused: arch/x86/kvm/x86.c at 5.19, and not at 5.16.16; that it was 5.18 is assumed"
    )
    // A range is looked at where it has a register.
    let rules = [
      MemberRule("ranges[].flags", .noneOf(~0b11), when: "ranges[].nmsrs", has: .max),
      MemberRule("ranges[].flags", .anyOf(0b11), when: "ranges[].nmsrs", has: .max),
      MemberRule("ranges[].nmsrs", .within(0...0x3000)),
    ]
    return try described(
      "kvm_x86_set_msr_filter", KVMMSRFilter.self, "says which registers a guest may use",
      call: msrFilterCall,
      [
        Fact(
          since: Release(5, 10), .call(version: 0, .newIoctl.with { $0.input?.unknownFlags = .ignored }),
          first),
        Fact(since: Release(5, 18), backports: [Release(5, 10, 218)], .call(version: 0, .newIoctl), checked),
      ] + rules.map { Fact(since: Release(5, 10), .rule($0), first) })
  }

  private static var msrFilterCall: CallShape {
    var samples: [String: CallShape.Value] = ["ranges[0].nmsrs": 1, "ranges[0].flags": 1]
    var unmodelled: [String: UInt64] = [:]
    for range in 0..<16 {
      samples["ranges[\(range)].bitmap"] = .room(0x600)
      unmodelled["ranges[\(range)].bitmap"] = .max
      // Nothing is demanded of these; the first and the last range show it.
      if 0 < range, range < 15 {
        unmodelled["ranges[\(range)].base"] = .max
        unmodelled["ranges[\(range)].pad"] = .max
      }
    }
    return CallShape(
      .ioctl(on: .virtualMachine(), .write, type: 0xae, number: 0xc6), samples: samples,
      keepsMachine: true, unmodelled: unmodelled)
  }
}
