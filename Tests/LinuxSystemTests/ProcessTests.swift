import ExtensibleStructs
import Glibc
import LinuxSystem
import SystemTestSupport
import Testing

@Suite("Processes")
struct ProcessTests {
  /// What a shell script prints.
  private func output(
    of script: String, _ arguments: [String] = [], environment: [String] = []
  ) throws -> String {
    let pipe = try Pipe()
    let null = try FileDescriptor(opening: "/dev/null")
    let shell = try ChildProcess(
      "/bin/sh", ["sh", "-c", script, "sh"] + arguments, environment: environment,
      descriptors: [null.rawValue, pipe.writing.rawValue, null.rawValue], tied: true)
    let bytes = try pipe.closeWriting().readAll()
    _ = consume shell
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("get their arguments, their environment and their descriptors, and no others")
  func start() throws {
    #expect(
      try output(
        of: "echo \"$@\" $A; ls /proc/self/fd", ["x y", "z"], environment: ["A=b", "PATH=/bin:/usr/bin"])
        == "x y z b\n0\n1\n2\n3\n")
  }

  @Test("are a group of their own")
  func group() throws {
    let words = try output(of: "read pid name state parent group rest </proc/self/stat; echo $group $$")
      .split { $0 == " " || $0 == "\n" }
    #expect(words.count == 2 && words[0] == words[1])
  }

  @Test("that cannot be started name their file, and leave no child")
  func noStart() async {
    await #expect(processExitsWith: .success) {
      for (path, errno) in [("/nowhere", LinuxErrno.ENOENT), ("/dev/null", .EACCES)] {
        #expect(throws: SystemError("execve(\(path))", errno)) {
          _ = try ChildProcess(path, [path], environment: [], descriptors: [], tied: false).take()
        }
      }
      #expect(ChildEvent.ended() == nil && waitpid(-1, nil, 0) == -1)
    }
  }

  @Test("are killed with all of their group when their owner goes")
  func end() async {
    await #expect(processExitsWith: .success) {
      let pipe = try Pipe()
      do {
        let shell = try ChildProcess(
          "/bin/sh", ["sh", "-c", "sleep 1000 & echo started; exec sleep 1000"], environment: [],
          descriptors: [0, pipe.writing.rawValue, 2], tied: false)
        #expect(try FileDescriptor.readWaiting(pipe.reading.rawValue, limit: 100).count == 8)
        _ = consume shell
      }
      // The end of the pipe: no process of the group holds it any more.
      #expect(try pipe.closeWriting().readAll() == [])
      #expect(waitpid(-1, nil, WNOHANG) == -1)
    }
  }

  @Test(
    "are found when they have ended",
    arguments: [("exit 7", ChildEvent.exited(7)), ("kill -9 $$", .killed(9))])
  func ended(script: String, event: ChildEvent) async {
    await #expect(processExitsWith: .success) { [script = script as String, name = "\(event)" as String] in
      let child = try ChildProcess(
        "/bin/sh", ["sh", "-c", script], environment: [], descriptors: [0, 1, 2], tied: false
      ).take()
      var found = ChildEvent.ended()
      while found == nil {
        usleep(1000)
        found = ChildEvent.ended()
      }
      #expect(found?.process == child)
      #expect(found.map { "\($0.event)" } == name)
    }
  }

  @Test("can hold a signal back until they have cleaned up")
  func signals() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      // The thread of a test may hold every signal back itself.
      var none = sigset_t()
      unsafe sigemptyset(&none)
      unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
      try holdingSignals { descriptor in
        guard try FileDescriptor.poll([descriptor], milliseconds: 0).isEmpty else { exit(3) }
        pthread_kill(pthread_self(), SIGTERM)
        guard try FileDescriptor.poll([descriptor], milliseconds: 5000) == [descriptor] else { exit(4) }
      }
    }
  }

  @Test("have an environment")
  func environment() {
    #expect(CurrentProcess.environment("PATH") != nil)
    #expect(CurrentProcess.environment("NO_SUCH_VARIABLE") == nil)
    #expect(CurrentProcess.id == getpid())
  }
}
