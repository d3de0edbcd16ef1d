import LinuxSystem
import Testing

@testable import BootLab

@Suite("A session with an emulator")
struct SessionTests {
  /// What a script for an emulator makes of a session.
  private func events(
    _ script: String, _ frames: [Frame] = [], timeout: Int = 20
  ) throws -> (events: [Lab.Event], end: Lab.End?, error: BootError?) {
    try withFolder { folder in
      var request = try request(in: folder, script: script, frames: frames)
      request.timeout = timeout
      var events: [Lab.Event] = []
      do {
        let end = try Lab.run(request) { events.append($0) }
        return (events, end, nil)
      } catch let error as BootError {
        return (events, nil, error)
      }
    }
  }

  @Test("delivers output, notes and the exit status, and ends the emulator")
  func success() throws {
    let found = try events(
      "echo coming; cat $frames >&3; exec sleep 1000",
      [
        Frame(.note, "no module".utf8), Frame(.started, "6.1".utf8), Frame(.output, [0xFF, 0]),
        Frame(.error, [1]), Frame(.alive), Frame(.exited, "3".utf8),
      ])
    #expect(found.end == .exited(3))
    #expect(
      found.events.filter { $0 != .booting(lines: 1) } == [
        .note("in the guest: no module"), .started(release: "6.1"), .output([0xFF, 0]), .error([1]),
      ])
  }

  @Test("tells a signal and a guest that could not do it")
  func otherEnds() throws {
    #expect(try events("cat $frames >&3", [Frame(.killed, "11".utf8)]).end == .killed(signal: 11))
    let failed = try events("cat $frames >&3", [Frame(.failed, "cannot mount".utf8)])
    #expect(failed.error == .guest("cannot mount"))
  }

  @Test("gives up a kernel that hangs, and shows its console")
  func hang() throws {
    let found = try events("printf 'one\\r\\n\\033[1mtwo\\r\\nthr'; exec sleep 1000", timeout: 1)
    guard case .silent(1, started: false, let aftermath) = found.error else {
      Issue.record("\(String(describing: found.error))")
      return
    }
    #expect(aftermath.console == ["one", "[1mtwo", "thr"])
    #expect(aftermath.panic == nil)
  }

  @Test("gives up a kernel that only floods its console, and a guest that falls silent")
  func flood() throws {
    let flooded = try events("yes 'a line of the console'", timeout: 1)
    guard case .silent(1, started: false, let aftermath) = flooded.error else {
      Issue.record("\(String(describing: flooded.error))")
      return
    }
    #expect(aftermath.console.count == 30)
    let silent = try events(
      "cat $frames >&3; exec sleep 1000", [Frame(.started, "6.1".utf8)], timeout: 1)
    #expect("\(try #require(silent.error))".hasPrefix("the kernel came up, but then gave no sign of life"))
  }

  @Test("tells a panic by its reason")
  func panic() throws {
    let found = try events("echo '[    1.0] Kernel panic - not syncing: No working init found.'; exit 0")
    #expect(
      "\(try #require(found.error))".hasPrefix(
        "the kernel panicked before the program ran: not syncing: No working init found.\n"))
  }

  @Test("finds the console on the other port too")
  func otherPort() throws {
    let found = try events("echo 'Kernel panic - not syncing: Attempted to kill init!' >&3")
    guard case .ended(started: false, let aftermath) = found.error else {
      Issue.record("\(String(describing: found.error))")
      return
    }
    #expect(aftermath.panic == "not syncing: Attempted to kill init!")
  }

  @Test("tells what the emulator complains of")
  func complaint() throws {
    let found = try events("echo 'qemu: unable to find CPU model' >&2; exit 1")
    guard case .ended(started: false, let aftermath) = found.error else {
      Issue.record("\(String(describing: found.error))")
      return
    }
    #expect(aftermath.emulator == ["qemu: unable to find CPU model"])
    #expect(aftermath.console.isEmpty)
  }

  @Test("does not pass over lost output")
  func loss() throws {
    let found = try events(
      "tail -c +18 $frames >&3; exec sleep 1000", [Frame(.alive), Frame(.alive), Frame(.exited, "0".utf8)])
    #expect(found.error == .damaged)
  }

  @Test("gives the emulator the archive and nothing else")
  func descriptors() throws {
    let script = """
      head -c 6 /proc/self/fd/4 >$folder/magic; ls /proc/self/fd >$folder/open; cat $frames >&3
      """
    try withFolder { folder in
      let request = try request(in: folder, script: script, frames: [Frame(.alive)])
      _ = try? Lab.run(request) { _ in }
      #expect(try Files.contents(of: folder + "/magic") == Array("070701".utf8))
      let open = String(decoding: try Files.contents(of: folder + "/open"), as: UTF8.self)
      // 5 is the folder that `ls` reads, or one that the shell keeps.
      #expect(Set(open.split(separator: "\n")).isSubset(of: ["0", "1", "2", "3", "4", "5", "10"]))
    }
  }
}
