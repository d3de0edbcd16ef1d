import ExtensibleStructs
import SystemTestSupport
import Testing

@testable import LinuxSystem

@Suite("Mappings")
struct MappingTests {
  @Test("are whole pages of zeroes, and hold what is written")
  func bytes() throws {
    let mapping = try Mapping(length: 1)
    #expect(mapping.length == Mapping.pageSize)
    #expect(try mapping.read(at: 0, count: mapping.length).allSatisfy { $0 == 0 })
    try mapping.write([1, 2, 3, 4, 5, 6, 7, 8], at: mapping.length - 8)
    #expect(try mapping.load(UInt64.self, at: mapping.length - 8) == 0x0807_0605_0403_0201)
    #expect(try mapping.load(UInt8.self, at: mapping.length - 1) == 8)
  }

  @Test("refuse a length that is none", arguments: [0, -1, Int.min, Int.max])
  func length(_ length: Int) {
    #expect(errno { () throws(SystemError) in try Mapping(length: length) } != nil)
  }

  @Test("check every range against their end")
  func bounds() throws {
    let mapping = try Mapping(length: 1)
    let end = mapping.length
    for (offset, count) in [(0, end + 1), (end, 1), (end + 1, 0), (-1, 1), (1, Int.max), (Int.max, 1)] {
      #expect(errno { () throws(SystemError) in try mapping.read(at: offset, count: count) } == .EFAULT)
    }
    #expect(errno { () throws(SystemError) in try mapping.write([1], at: end) } == .EFAULT)
    #expect(errno { () throws(SystemError) in try mapping.protect(0..<end + 1, .none) } == .EFAULT)
    #expect(errno { () throws(SystemError) in try mapping.protect(1..<2, .none) } == .EINVAL)
    #expect(try mapping.read(at: end, count: 0) == [])
  }
}
