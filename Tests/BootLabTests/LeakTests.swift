import Glibc
import LinuxSystem
import Testing

@testable import BootLab

@Suite("Nothing is left behind")
struct LeakTests {
  @Test("in this process: no descriptor, no child")
  func descriptorsAndChildren() async {
    await #expect(processExitsWith: .success) {
      try withFolder { folder in
        let before = ours()
        let stop = [Frame(.exited, "0".utf8)]
        for (script, frames) in [
          ("cat $frames >&3; exec sleep 1000", stop), ("exec sleep 1000", []), ("exit 1", []),
          ("sleep 1000 & exec cat $frames >&3", [Frame(.output, [1])]),
        ] {
          var request = try request(in: folder, script: script, frames: frames)
          request.timeout = 1
          _ = try? Lab.run(request) { event in
            if case .output = event { throw BootError.interrupted }
          }
        }
        var missing = try request(in: folder, script: "")
        missing.emulator = "/nowhere"
        _ = try? Lab.run(missing) { _ in }
        try write("#!/nowhere/sh".utf8, to: folder + "/emulator", mode: 0o755)
        missing.emulator = folder + "/emulator"
        _ = try? Lab.run(missing) { _ in }
        #expect(ours() == before)
        errno = 0
        let child = ChildEvent.ended()
        let number = errno
        #expect(child == nil && number == ECHILD)
      }
    }
  }

  @Test("by a command that is ended by a signal, even by one that it cannot catch", arguments: [15, 9])
  func signals(_ signal: Int32) async throws {
    let folder = "/tmp/bootlab-signal-\(getpid())-\(signal)"
    makeFolder(folder)
    defer { remove(folder) }
    let script = "echo $$ >$folder/pid; kill -\(signal) $PPID; exec sleep 1000"
    _ = try request(in: folder, script: script)
    await #expect(processExitsWith: .signal(signal)) { [folder = folder as String] in
      var request = BootRequest(kernel: folder + "/image", arguments: [])
      request.program = folder + "/program"
      request.emulator = folder + "/emulator"
      _ = try? Lab.run(request) { _ in }
    }
    let text = String(decoding: try Files.contents(of: folder + "/pid"), as: UTF8.self)
    let process = try #require(Int32(text.dropLast()))
    // The kernel kills it when the thread that started it is gone; that may take a moment.
    for _ in 0..<200 where kill(process, 0) == 0 { usleep(10_000) }
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }
}

/// The open files of the kinds that the lab makes; the runtime's timers and events come and go at any time.
private func ours() -> [String] {
  (0..<1024).compactMap { Files.target(ofLink: "/proc/self/fd/\($0)") }.filter { name in
    ["pipe:", "/memfd:", "anon_inode:[signalfd]", "/tmp/bootlab"].contains { name.hasPrefix($0) }
  }.sorted()
}
