import ExtensibleStructs
import Glibc
import LinuxSystem
import SystemTestSupport
import Testing

@Suite("Bytes through descriptors")
struct StreamTests {
  /// Bytes of every value, in an order that shows what is lost or doubled.
  private static let pattern = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 >> 8) }

  @Test("are all written to a pipe that is full and does not wait")
  func writeAll() throws {
    let pipe = try Pipe()
    try pipe.writing.makeNonblocking()
    let number = pipe.writing.rawValue
    let reading = pipe.reading.rawValue
    var received: [UInt8] = []
    var failures: [SystemError] = []
    try Syscalls.onNewThread {
      do throws(SystemError) { try FileDescriptor.write(Self.pattern, to: number) } catch {
        failures.append(error)
      }
    } meanwhile: {
      while received.count < Self.pattern.count,
        let part = try? FileDescriptor.readWaiting(reading, limit: 10_000)
      {
        received += part
      }
    }
    #expect(failures.isEmpty)
    #expect(received == Self.pattern)
    _ = consume pipe
  }

  @Test("are none at the end, and nil where there are none yet")
  func read() throws {
    let pipe = try Pipe()
    try pipe.reading.makeNonblocking()
    #expect(try pipe.reading.read() == nil)
    try pipe.writing.write([1, 2, 3])
    #expect(try pipe.reading.read(limit: 2) == [1, 2])
    let reading = pipe.closeWriting()
    #expect(try reading.read() == [3])
    #expect(try reading.read() == [])
    #expect(try reading.readAll() == [])
  }

  @Test("find no reader")
  func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_IGN)
      var ends: [Int32] = [-1, -1]
      unsafe pipe(&ends)
      close(ends[0])
      let error = #expect(throws: SystemError("write", LinuxErrno(rawValue: EPIPE))) {
        try FileDescriptor.write([1], to: ends[1])
      }
      #expect(error?.isBrokenPipe == true)
    }
  }

  @Test("are waited for, in any of several descriptors, and not for ever")
  func poll() throws {
    let silent = try FileDescriptor.inMemory("test", [])
    let full = try FileDescriptor.inMemory("test", [1])
    let pipe = try Pipe()
    #expect(try FileDescriptor.poll([pipe.reading.rawValue], milliseconds: 1) == [])
    try pipe.writing.write([1])
    #expect(try FileDescriptor.poll([pipe.reading.rawValue], milliseconds: -1) == [pipe.reading.rawValue])
    // A file is always ready, also at its end.
    #expect(try FileDescriptor.poll([silent.rawValue, full.rawValue], milliseconds: 0).count == 2)
  }

  @Test("stay in a file of memory", arguments: [0, 1, 1_000_000])
  func inMemory(count: Int) throws {
    let file = try FileDescriptor.inMemory("test", Array(Self.pattern[..<count]))
    #expect(try file.readAll() == Array(Self.pattern[..<count]))
    #expect(Files.target(ofLink: "/proc/self/fd/\(file.rawValue)")?.hasPrefix("/memfd:test") == true)
  }

}
