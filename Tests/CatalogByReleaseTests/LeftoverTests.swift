import ExtensibleStructs
import Foundation
import KernelInterfaces
import LinuxSystem
import RunningKernel
import Testing
import UAPICatalog

/// Calls leave nothing behind.
struct LeftoverTests {
  @Test func `no descriptor and no process is left by any call`() async {
    await #expect(processExitsWith: .success) {
      func open() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
      func children() throws -> String {
        try String(
          contentsOfFile: "/proc/self/task/\(ProcessInfo.processInfo.processIdentifier)/children",
          encoding: .utf8)
      }
      let running = RunningKernel()
      func callAll() throws {
        for interface in try Catalog.interfaces() where try running.obstacle(to: interface) == nil {
          let codec = try Codec(interface, size: try running.machineSize(of: interface))
          let sample = try running.sample(of: interface, codec)
          // Without its flags a call may do more: KVM_CREATE_DEVICE makes a device, and writes its descriptor.
          var bare = sample
          for index in 0..<codec.flags.width { bare[codec.flags.offset + index] = 0 }
          for bytes in [sample, bare, [UInt8](repeating: 0, count: sample.count)] {
            _ = try running.answer(KernelCall(interface, memory: KernelCall.Memory(bytes)))
          }
        }
      }
      try callAll()
      let before = (try open(), try children())
      for _ in 0..<8 { try callAll() }
      let after = (try open(), try children())
      guard before == after else {
        FileHandle.standardError.write(Data("before \(before), after \(after)\n".utf8))
        exit(1)
      }
    }
  }

  @Test func `a kernel that goes closes what it opened for its calls`() async {
    await #expect(processExitsWith: .success) {
      func open() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
      func callAll() throws -> Int {
        let running = RunningKernel()
        for interface in try Catalog.interfaces() where try running.obstacle(to: interface) == nil {}
        return try withExtendedLifetime(running) { try open() }
      }
      _ = try callAll()
      let before = try open()
      let during = try callAll()
      let after = try open()
      guard during >= before + 3, after == before else {
        FileHandle.standardError.write(Data("before \(before), during \(during), after \(after)\n".utf8))
        exit(1)
      }
    }
  }

  @Test func `what a call sets of a thread goes with the thread`() throws {
    let (set, get) = (try Catalog.schedSetattr(), try Catalog.schedGetattr())
    @Sendable func nice(_ kernel: RunningKernel) throws -> UInt8 {
      let now = try GuardedBuffer([UInt8](repeating: 0, count: 48))
      #expect(try kernel.rawErrno(of: get, on: now, usize: 48) == nil)
      return try now.read(at: 16, count: 1)[0]
    }
    let before = try nice(RunningKernel())
    // SCHED_BATCH with a nice value of 7.
    var bytes = [UInt8](repeating: 0, count: 48)
    (bytes[0], bytes[4], bytes[16]) = (48, 3, 7)
    let batch = bytes
    let inside = try RunningKernel.onNewThread { kernel in
      let errno = try kernel.rawErrno(of: set, on: GuardedBuffer(batch))
      return (errno, try nice(kernel))
    }
    #expect(inside.0 == nil)
    #expect(inside.1 == 7)
    let running = RunningKernel()
    #expect(try running.rawErrno(of: set, on: GuardedBuffer(batch)) == nil)
    #expect(try nice(running) == before)
  }
}
