public import ExtensibleStructs

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

  /// 16 bytes, then 24 with the chain.
  public static let history = Declaration(
    Self.self, "vfio_iommu_type1_info", size: \.argsz, flags: \.flags
  ) {
    Published("VER0", through: \.iovaPgsizes)
    Published("VER1", through: \.pad)
    Reserved(\.pad)
  }
}

/// `struct vfio_iommu_type1_dma_map`: the form of VFIO's structs that only go in. 40 bytes.
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
  /// A fixed `minsz` is read once and the tail never looked at.
  private static let argsz = Scheme(
    "argsz", size: .member(Scheme.Member(.version0Only, bounds: Scheme.Bounds(.version0(.EINVAL)))),
    summary: "VFIO: minsz is read once, no tail"
  ).with { $0.input?.tail = .ignored }

  /// `VFIO_IOMMU_GET_INFO`: a shorter `argsz` is rewritten to the needed size, and the call succeeds.
  ///
  /// The release that added the chain of capabilities is not described, nor what else is handed out. Not run:
  /// it takes a device bound to VFIO.
  public static func vfioIommuGetInfo() throws(InterfaceError) -> Interface {
    try Interface(
      "vfio_iommu_get_info", history: history(VFIOIommuType1Info.self), absent: .ENOTTY,
      summary: "says what a VFIO container can do", call: containerCall(112),
      editions: [
        Edition(
          version: 1,
          scheme: argsz.with {
            $0.input?.unknownFlags = .ignored
            $0.member?.reportsNeededSize = true
          })
      ])
  }

  /// `VFIO_IOMMU_MAP_DMA`: flags that are not known are EINVAL. Not run, as ``vfioIommuGetInfo()``.
  public static func vfioIommuMapDma() throws(InterfaceError) -> Interface {
    try Interface(
      "vfio_iommu_map_dma", history: history(VFIOIommuType1DMAMap.self), absent: .ENOTTY,
      summary: "shows memory to a device", call: containerCall(113),
      editions: [Edition(version: 0, scheme: argsz)])
  }

  /// An ioctl of a container (`VFIO_TYPE`, 0x3b), whose number holds no size.
  private static func containerCall(_ number: UInt8) -> CallShape {
    CallShape(
      .ioctl(on: .unavailable("it needs a VFIO container with a device"), type: 0x3b, number: number))
  }
}
