public import ExtensibleStructs
public import KernelInterfaces

/// `struct iommu_ioas_alloc`: the shortest of iommufd's structs, 12 bytes, and its form.
public struct IOMMUIoasAlloc: ExtensibleStruct, Hashable {
  /// The length of this struct in bytes, as the caller knows it.
  public var size: UInt32 = 0
  /// None is known.
  public var flags: UInt32 = 0
  /// The new address space; only handed out.
  public var outIoasId: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version, from `include/uapi/linux/iommufd.h`.
  public static let history = Declaration(Self.self, "iommu_ioas_alloc", size: \.size, flags: \.flags) {
    Published("VER0", through: \.outIoasId)
  }
}

extension Catalog {
  /// `IOMMU_IOAS_ALLOC` (Linux 6.2): the iommufd form. The ioctl number holds no size, the struct does.
  ///
  /// Each command has its own minimum and none has a maximum. Flags that are not known are EOPNOTSUPP. Not run: it
  /// takes a kernel with iommufd.
  public static func iommuIoasAlloc() throws(InterfaceError) -> Interface {
    let scheme = Scheme(
      "iommufd", size: .member(Scheme.Member(bounds: Scheme.Bounds(.version0(.EINVAL)))),
      summary: "a size member; a minimum a command, no maximum"
    ).with { $0.input?.unknownFlags = .rejected(.EOPNOTSUPP) }
    return try described(
      "iommu_ioas_alloc", IOMMUIoasAlloc.self, "makes an I/O address space",
      call: CallShape(
        .ioctl(on: .unavailable("it needs /dev/iommu and a device behind it"), type: 0x3b, number: 0x81)),
      [
        Fact(
          since: Release(6, 2), .call(version: 0, scheme),
          .source("drivers/iommu/iommufd at 6.2.1 and 7.3; linux/iommufd.h"))
      ])
  }
}
