import ExtensibleStructs
import KernelInterfaces
import TestSupport
import Testing
import UAPICatalog

@Suite("The catalog")
struct CatalogTests {
  @Test func `has every interface once`() throws {
    let interfaces = try Catalog.interfaces()
    let names = interfaces.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(interfaces.allSatisfy { !$0.summary.isEmpty && !$0.facts.isEmpty })
    for name in [
      "kvm_set_user_memory_region", "kvm_set_user_memory_region2", "sched_setattr", "sched_getattr",
    ] {
      #expect(names.contains(name))
    }
    for interface in interfaces {
      let isIoctl = interface.newest.scheme.size.source == .command || interface.name.hasPrefix("kvm_")
      #expect(!isIoctl || interface.absent == .ENOTTY, "\(interface.name)")
      #expect([.ENOSYS, .ENOTTY].contains(interface.absent), "\(interface.name)")
      for behavior in interface.behaviors { _ = try Codec(interface, behavior: behavior) }
    }
  }

  @Test func `has every struct with five schemes`() throws {
    let structures = try Catalog.structures()
    #expect(Set(structures.map(\.name)).count == structures.count)
    for structure in structures {
      #expect(
        structure.schemes.map(\.name) == [
          "static-pad", "size-prefixed", "flag-first", "size-and-flag-first", "new-ioctl",
        ])
    }
  }

  @Test func `REGION2's first size is REGION2's real one`() throws {
    let region = try #require(try Catalog.structures().first { $0.name == "kvm_userspace_memory_region" })
    let interface = try Interface(prototype: region.history, region.schemes[4])
    #expect(try (0..<2).map { try Codec(interface, version: $0).size } == [32, 160])
    let padded = try Interface(prototype: region.history, region.schemes[0])
    #expect(try (0..<2).map { try Codec(padded, version: $0).size } == [160, 160])
    // The size member that was proposed in review: 40 bytes, and extensions follow.
    #expect(try region.history.withSizeMember().versions.map(\.size) == [40, 56])
    #expect(try region.history.withSizeMember().sizeMember?.range == 32..<40)
    let sized = try Codec(Interface(prototype: region.history, region.schemes[1]))
    #expect(sized.size == 56 && sized.version0 == 40)
  }

  @Test func `a region is written as C writes it, padded to 160 bytes`() throws {
    var region = KVMUserspaceMemoryRegion()
    region.slot = 0x0001_0002
    region.flags = .guestMemfd
    region.guestPhysAddr = 0x1_0000_0000
    region.memorySize = 0x20_0000
    region.userspaceAddr = 0x7f12_3456_7000
    region.guestMemfdOffset = 0x1000
    region.guestMemfd = 9
    let expected = StructBytes(
      .u32("slot", 0x0001_0002), .u32("flags", 4), .u64("guest_phys_addr", 0x1_0000_0000),
      .u64("memory_size", 0x20_0000), .u64("userspace_addr", 0x7f12_3456_7000),
      .u64("guest_memfd_offset", 0x1000), .u32("guest_memfd", 9), .u32("pad1")
    ).bytes
    let codec = try StructCodec<KVMUserspaceMemoryRegion>(.staticPad(to: 160))
    let bytes = try codec.encode(region)
    #expect(hex(bytes) == hex(expected + [UInt8](repeating: 0, count: 112)))
    #expect(try codec.decode(unsafe bytes.span.bytes) == region)
    for scheme in [Scheme.flagFirst, .newIoctl] {
      #expect(try StructCodec<KVMUserspaceMemoryRegion>(scheme).encode(region) == expected)
    }
    let old = try StructCodec<KVMUserspaceMemoryRegion>(.flagFirst, version: 0)
    #expect(throws: Codec.EncodingError.beyondVersion(byte: 33)) { try old.encode(region) }
    region.guestMemfdOffset = 0
    region.guestMemfd = 0
    #expect(throws: Codec.EncodingError.flagBeyondVersion(4)) { try old.encode(region) }
  }

  @Test func `sched_attr is written as C writes it`() throws {
    var attr = SchedAttr()
    attr.schedPolicy = 6
    attr.schedFlags = [.reclaim, .utilClamp]
    attr.schedNice = -5
    attr.schedPriority = 3
    attr.schedRuntime = 10
    attr.schedDeadline = 20
    attr.schedPeriod = 30
    attr.schedUtilMin = 100
    attr.schedUtilMax = 1024
    let expected = StructBytes(
      .u32("size", 56), .u32("sched_policy", 6), .u64("sched_flags", 0x62), .u32("sched_nice", 0xffff_fffb),
      .u32("sched_priority", 3), .u64("sched_runtime", 10), .u64("sched_deadline", 20),
      .u64("sched_period", 30), .u32("sched_util_min", 100), .u32("sched_util_max", 1024)
    ).bytes
    let codec = try StructCodec<SchedAttr>(.sizePrefixed)
    let bytes = try codec.encode(attr)
    #expect(hex(bytes) == hex(expected))
    attr.size = 56
    #expect(try codec.decode(unsafe bytes.span.bytes) == attr)
  }
}
