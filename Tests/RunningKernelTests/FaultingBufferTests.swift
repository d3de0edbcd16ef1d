import ExtensibleStructs
import LinuxSystem
import RunningKernel
import Testing

struct FaultingBufferTests {
  @Test func `a buffer serves one call`() throws {
    let bytes = [UInt8](repeating: 0, count: 16)
    let buffer = try FaultingBuffer(before: bytes, after: bytes, front: 8, missing: .rear)
    // Where faults may not be handled this fails, and counts all the same.
    _ = try? buffer.serve { 7 }
    #expect(throws: SystemError("a second call on a buffer for one", .EBUSY)) {
      _ = try buffer.serve { 7 }
    }
  }
}
