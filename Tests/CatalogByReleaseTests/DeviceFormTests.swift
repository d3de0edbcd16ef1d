import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing
import UAPICatalog

/// The forms of calls that take a device, on the simulated kernel alone.
struct DeviceFormTests {
  private func answer(
    _ interface: Interface, _ bytes: [UInt8], mapped: Int? = nil, writable: Bool = true, usize: Int? = nil
  ) throws -> KernelCall.Outcome {
    let memory = KernelCall.Memory(bytes, mapped: mapped, isWritable: writable)
    return try SimulatedKernel().answer(
      KernelCall(interface, memory: memory, usize: usize.map { UInt64($0) }))
  }

  @Test func `VFIO rewrites a short argsz and succeeds`() throws {
    var bytes = [UInt8](repeating: 0, count: 16)
    bytes[0] = 16
    let outcome = try answer(Catalog.vfioIommuGetInfo(), bytes)
    #expect(outcome.errno == nil)
    #expect(outcome.memory[0] == 24)
    #expect(outcome.accesses.first == Access(.copyFromUser, offset: 0, count: 16))
    #expect(try answer(Catalog.vfioIommuGetInfo(), bytes, writable: false).errno == .EFAULT)
    bytes[0] = 15
    #expect(try answer(Catalog.vfioIommuGetInfo(), bytes).errno == .EINVAL)
  }

  @Test func `VFIO never looks at the tail`() throws {
    var bytes = [UInt8](repeating: 0, count: 40)
    bytes[0] = 64
    #expect(try answer(Catalog.vfioIommuMapDma(), bytes).errno == nil)
    bytes[4] = 8
    #expect(try answer(Catalog.vfioIommuMapDma(), bytes).errno == .EINVAL)
  }

  @Test func `DRM extends with zeros, and fetches a tail that it drops`() throws {
    let drm = try Catalog.drmSyncobjWait()
    let bytes = [UInt8](repeating: 0xee, count: 48).enumerated().map {
      (20..<24).contains($0.offset) ? 0 : $0.element
    }
    #expect(try answer(drm, bytes, usize: 48).errno == nil)
    #expect(try answer(drm, bytes, mapped: 47, usize: 48).errno == .EFAULT)
    #expect(try answer(drm, bytes, mapped: 32, usize: 32).kernelStruct?[32...] == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(try answer(drm, bytes, usize: 0).errno == nil)
    var unknown = bytes
    unknown[20] = 0x80
    #expect(try answer(drm, unknown, usize: 40).errno == .EINVAL)
  }

  @Test func `iommufd has a minimum and no maximum`() throws {
    let iommufd = try Catalog.iommuIoasAlloc()
    func sized(_ size: Int) -> [UInt8] {
      [UInt8(truncatingIfNeeded: size), UInt8(size >> 8)] + Array(repeating: 0, count: max(10, size - 2))
    }
    #expect(try answer(iommufd, sized(11)).errno == .EINVAL)
    #expect(try answer(iommufd, sized(12)).errno == nil)
    #expect(try answer(iommufd, sized(60_000)).errno == nil)
    var tail = sized(13)
    tail[12] = 1
    #expect(try answer(iommufd, tail).errno == .E2BIG)
    var flags = sized(12)
    flags[4] = 1
    #expect(try answer(iommufd, flags).errno == .EOPNOTSUPP)
  }
}
