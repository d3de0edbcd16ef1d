public import ExtensibleStructs
public import KernelInterfaces

/// `struct vfio_iommu_type1_info`: the form of VFIO's structs that grew.
public struct VFIOIommuType1Info: ExtensibleStruct, Hashable {
  /// The length of the caller's memory in bytes; the kernel writes what it would have needed.
  public var argsz: UInt32 = 0
  /// `VFIO_IOMMU_INFO_*`; only handed out.
  public var flags: UInt32 = 0
  /// The page sizes, as a bitmap; only handed out.
  public var iovaPgsizes: UInt64 = 0
  /// Where a chain of more begins; only handed out.
  public var capOffset: UInt32 = 0
  /// Explicit pad.
  public var pad: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// 16 bytes, then 24 with the chain, of which a flag says that it is there.
  public static let history = Declaration(
    Self.self, "vfio_iommu_type1_info", size: \.argsz, flags: \.flags
  ) {
    Published("VER0", through: \.iovaPgsizes)
    // VFIO_IOMMU_INFO_CAPS, which the kernel hands out.
    Published("VER1", through: \.pad, gate: 0b10)
    Reserved(\.pad)
  }
}

/// `struct vfio_iommu_type1_dma_map`: the form of VFIO's structs that only go in. 32 bytes.
public struct VFIOIommuType1DMAMap: ExtensibleStruct, Hashable {
  /// The length of the caller's memory in bytes.
  public var argsz: UInt32 = 0
  /// `VFIO_DMA_MAP_FLAG_*`.
  public var flags: UInt32 = 0
  /// Where the memory is in the process.
  public var vaddr: UInt64 = 0
  /// Where it is to be for the device.
  public var iova: UInt64 = 0
  /// How long it is, in bytes.
  public var size: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version; READ, WRITE and VADDR.
  public static let history = Declaration(
    Self.self, "vfio_iommu_type1_dma_map", size: \.argsz, flags: \.flags, known: 0b111
  ) {
    Published("VER0", through: \.size)
  }
}

extension Catalog {
  /// `VFIO_IOMMU_GET_INFO` (Linux 3.6): a shorter `argsz` is rewritten to the needed size, and the call succeeds.
  ///
  /// What else is handed out is not described. Not run: it takes a device bound to VFIO.
  public static func vfioIommuGetInfo() throws(InterfaceError) -> Interface {
    let scheme = Scheme.argsz.with {
      $0.input?.unknownFlags = .handedOut
      $0.input?.flagBeyondSize = .ignored
      $0.member?.reportsNeededSize = true
    }
    return try described(
      "vfio_iommu_get_info", VFIOIommuType1Info.self, "says what a VFIO container can do",
      call: containerCall(112),
      [
        Fact(since: Release(3, 6), .call(version: 0, scheme), .source("vfio_iommu_type1.c at 3.6.5")),
        Fact(
          since: Release(5, 4), .call(version: 1, scheme),
          .source("vfio_iommu_type1.c at 5.4.0; linux/vfio.h of 5.3.2 has no cap_offset")),
      ])
  }

  /// `VFIO_IOMMU_MAP_DMA` (Linux 3.6): flags that are not known are EINVAL. Not run, as ``vfioIommuGetInfo()``.
  public static func vfioIommuMapDma() throws(InterfaceError) -> Interface {
    try described(
      "vfio_iommu_map_dma", VFIOIommuType1DMAMap.self, "shows memory to a device", call: containerCall(113),
      [
        Fact(since: Release(3, 6), .call(version: 0, .argsz), .source("vfio_iommu_type1.c at 3.6.5")),
        Fact(since: Release(3, 6), .flags(0b11), .source("vfio_iommu_type1.c at 3.6.5 and 5.11.14")),
        Fact(
          since: Release(5, 12), .flags(0b100),
          .source("VADDR: vfio_iommu_type1.c at 5.12.9, and not at 5.11.14")),
      ])
  }

  /// An ioctl of a container (`VFIO_TYPE`, 0x3b), whose number holds no size.
  private static func containerCall(_ number: UInt8) -> CallShape {
    CallShape(
      .ioctl(on: .unavailable("it needs a VFIO container with a device"), type: 0x3b, number: number))
  }
}
