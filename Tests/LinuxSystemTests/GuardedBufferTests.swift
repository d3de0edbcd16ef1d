import CLinux
import ExtensibleStructs
import SystemTestSupport
import Testing

@testable import LinuxSystem

@Suite("Guarded buffers")
struct GuardedBufferTests {
  /// A call by which the kernel reads 8 bytes and nothing comes of it: no signal is added to those blocked.
  private func read8(_ buffer: GuardedBuffer) -> LinuxErrno? {
    do { _ = try Syscalls.call(Int64(SYS_rt_sigprocmask), 0, buffer.address, 0, 8) } catch { return error }
    return nil
  }

  /// A call by which the kernel writes 16 bytes: the limit of open files.
  private func write16(_ buffer: GuardedBuffer) -> LinuxErrno? {
    do { _ = try Syscalls.call(Int64(SYS_prlimit64), 0, 7, 0, buffer.address) } catch { return error }
    return nil
  }

  @Test("fault for the kernel exactly at the first byte that is not mapped")
  func firstByte() throws {
    for mapped in 0..<8 {
      #expect(read8(try GuardedBuffer([UInt8](repeating: 0, count: 8), mapped: mapped)) == .EFAULT)
    }
    for mapped in 8...17 { #expect(read8(try GuardedBuffer([], mapped: mapped)) == nil) }
    for mapped in 0..<16 { #expect(write16(try GuardedBuffer([], mapped: mapped)) == .EFAULT) }
    #expect(write16(try GuardedBuffer([], mapped: 16)) == nil)
  }

  @Test("end at a page that faults, and start behind one", arguments: [1, 4095, 4096, 4097, 16 << 20])
  func pages(mapped: Int) throws {
    let buffer = try GuardedBuffer([7], mapped: mapped)
    #expect((buffer.address + UInt64(mapped)) % UInt64(Mapping.pageSize) == 0)
    #expect(try buffer.read(at: 0, count: 1) == [7])
    #expect(try buffer.read(at: mapped - 1, count: 1) == [mapped == 1 ? 7 : 0])
  }

  @Test("can be read-only: the kernel reads them and cannot write them")
  func readOnly() throws {
    let buffer = try GuardedBuffer([UInt8](repeating: 0, count: 16), readOnly: true)
    #expect(read8(buffer) == nil)
    #expect(write16(buffer) == .EFAULT)
    #expect(errno { () throws(SystemError) in try buffer.write([1], at: 0) } == .EACCES)
    #expect(try buffer.read() == [UInt8](repeating: 0, count: 16))
  }

  @Test("can be misaligned, with garbage in the slack", arguments: 0...7)
  func misaligned(by bytes: Int) throws {
    let buffer = try GuardedBuffer(Array(1...16), misalignment: bytes)
    #expect(buffer.address % 8 == UInt64((8 - bytes) % 8))
    #expect(try buffer.read() == Array(1...16))
    #expect(write16(buffer) == nil)
    let short = try GuardedBuffer([], mapped: 15, misalignment: bytes)
    #expect(write16(short) == (bytes == 0 ? .EFAULT : nil))
  }

  @Test("of no byte have a pointer that faults", arguments: 0...7)
  func empty(misalignment: Int) throws {
    let buffer = try GuardedBuffer([1, 2, 3], mapped: 0, misalignment: misalignment)
    #expect(read8(buffer) == .EFAULT)
    #expect(try buffer.read() == [])
    #expect(buffer.address % 8 == UInt64(misalignment))
  }

  @Test("refuse lengths and offsets outside their bounds")
  func bounds() throws {
    let over = GuardedBuffer.limit + 1
    for mapped in [-1, over, Int.max] {
      #expect(errno { () throws(SystemError) in try GuardedBuffer([], mapped: mapped) } == .EINVAL)
    }
    for by in [-1, 8] {
      #expect(errno { () throws(SystemError) in try GuardedBuffer([1], misalignment: by) } == .EINVAL)
    }
    let buffer = try GuardedBuffer([1, 2, 3])
    for (offset, count) in [(0, 4), (3, 1), (4, 0), (-1, 1), (1, -1), (Int.max, 1), (1, Int.max)] {
      #expect(errno { () throws(SystemError) in try buffer.read(at: offset, count: count) } == .EFAULT)
    }
    #expect(errno { () throws(SystemError) in try buffer.write([1, 2], at: 2) } == .EFAULT)
    try buffer.write([9], at: 2)
    #expect(try buffer.read() == [1, 2, 9])
  }

  @Test("leave the pages of four short ones mapped, for the next, and of a long one none")
  func unmapped() async {
    // In a process of its own, where nothing else maps memory at the same address in between.
    await #expect(processExitsWith: .success) {
      func isMapped(_ address: UInt64) -> Bool {
        let page = address - address % UInt64(Mapping.pageSize)
        do { try Syscalls.mprotect(page, length: 1, .readOnly) } catch { return false }
        return true
      }
      let short = try (0..<7).map { _ in try GuardedBuffer([1]) }.map(\.address)
      #expect(short.count(where: isMapped) == 4)
      let long = try GuardedBuffer([UInt8](repeating: 1, count: 1 << 20)).address
      #expect(!isMapped(long))
    }
  }
}
