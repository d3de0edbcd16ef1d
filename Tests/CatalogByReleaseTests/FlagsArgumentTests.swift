import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing
import UAPICatalog

/// Rules on members that depend on the call's flags argument; 7.0.4 and 7.3.4 were asked, and 6.19.14.
struct FlagsArgumentTests {
  /// A `mnt_id_req`: the second word, both ids, the flags argument, and what each release answers.
  private static let asked: [(word: UInt64, id: UInt64, namespace: UInt64, flags: UInt64, since7: String)] = [
    (3, 0, 0, 1, "OK"),
    (3, 1 << 32, 0, 1, "EINVAL"),
    (3, 1, 0, 1, "EINVAL"),
    (3, 0, 1, 1, "EINVAL"),
    (0, 0, 0, 1, "OK"),
    (3, 0x7fff_ffff_ffff_ff00, 0, 0, "OK"),
    (0, 0, 0, 0, "EINVAL"),
    (0, 0, 0, 2, "EINVAL"),
  ]

  @Test(arguments: asked)
  func `statmount by a descriptor`(
    word: UInt64, id: UInt64, namespace: UInt64, flags: UInt64, since7: String
  ) throws {
    let interface = try Catalog.statmount()
    var bytes: [UInt8] = []
    for (value, width) in [(32, 4), (word, 4), (id, 8), (0, 8), (namespace, 8)] {
      bytes += (0..<UInt64(width)).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let call = KernelCall(interface, memory: KernelCall.Memory(bytes), flags: flags)
    for release in [Release(7, 0, 4), Release(7, 3, 4)] {
      let answer = try SimulatedKernel(.release(release)).answer(call)
      #expect((answer.errno?.name ?? "OK") == since7, "\(release)")
    }
    let before = try SimulatedKernel(.release(Release(6, 19, 14))).answer(call)
    #expect((before.errno?.name ?? "OK") == (flags == 0 ? since7 : "EINVAL"))
  }
}
