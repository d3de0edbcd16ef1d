import ExtensibleStructs
import Foundation
import LinuxKernel
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
          for bytes in [sample, [UInt8](repeating: 0, count: sample.count)] {
            _ = try running.answer(Call(interface, memory: MemoryImage(bytes)))
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
}
