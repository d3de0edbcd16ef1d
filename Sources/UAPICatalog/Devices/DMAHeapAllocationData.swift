public import ExtensibleStructs
public import KernelInterfaces

/// `struct dma_heap_allocation_data`: memory for devices. 24 bytes.
public struct DMAHeapAllocationData: ExtensibleStruct, Hashable {
  /// How many bytes.
  public var len: UInt64 = 0
  /// Zero, then the descriptor of the memory.
  public var fd: UInt32 = 0
  /// `O_*` of the descriptor.
  public var fdFlags: UInt32 = 0
  /// None is known.
  public var heapFlags: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "dma_heap_allocation_data", flags: \.heapFlags, known: 0
  ) {
    Published("VER0", through: \.heapFlags)
  }
}

extension Catalog {
  /// `DMA_HEAP_IOCTL_ALLOC` (Linux 5.6), the ioctl 0 of a heap: of the number only that and the size count. A short struct
  /// is extended with zeros, the tail is fetched and not looked at, and the struct is copied back even when it is refused.
  public static func dmaHeapAlloc() throws(InterfaceError) -> Interface {
    let scheme = Scheme(
      "any-size", size: .command(.anySize(Scheme.Bounds())),
      summary: "the size is in the ioctl number; zeros extend it, and the tail is not looked at"
    ).with {
      $0.input?.tail = .fetched
      $0.input?.copiesBack = true
      $0.input?.refusal = .copiedBack
    }
    let source = Evidence.source("drivers/dma-buf/dma-heap.c at 5.12.9, 6.0, 6.5 and 6.17.0")
    return try described(
      "dma_heap_alloc", DMAHeapAllocationData.self, "makes memory for devices", call: dmaHeapCall,
      [
        Fact(since: Release(5, 6), .call(version: 0, scheme), source),
        Fact(since: Release(5, 6), .rule(MemberRule("fd", .noneOf(.max))), source),
        Fact(since: Release(5, 6), .rule(MemberRule("fd_flags", .noneOf(~0x8_0003))), source),
        Fact(since: Release(5, 6), .rule(MemberRule("len", .within(1...UInt64.max - 4095))), source),
      ])
  }

  /// One page.
  private static let dmaHeapCall = CallShape(
    .ioctl(on: .path("/dev/dma_heap/system"), [.read, .write], type: 0x48, number: 0),
    passing: [.init(.ENOMEM, .limit, "more than there is memory")], samples: ["len": 0x1000],
    // The descriptor is in the struct, and goes with its table.
    setting: .ownDescriptors, unmodelled: ["len": ~0xf_ffff], filledIn: ["fd"])
}
