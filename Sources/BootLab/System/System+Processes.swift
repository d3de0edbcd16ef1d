internal import CLinux

#if canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension System {
  /// How a process ended.
  enum ProcessEnd: Equatable {
    case exited(Int32)
    case killed(by: Int32)
  }

  /// Starts a program in a process group of its own, with `descriptors` as its 0, 1, 2 ...
  ///
  /// - Parameter tied: Whether it dies with the thread that calls this, however that thread ends.
  static func start(
    _ path: String, _ arguments: [String], environment: [String], descriptors: [Int32], tied: Bool
  ) throws(SystemFailure) -> Int32 {
    let argv = zeroTerminated(arguments)
    let envp = zeroTerminated(environment)
    // Sound: the counts are the arrays', and every string has its zero byte.
    let answer = unsafe clinux_spawn(
      path, argv, arguments.count, envp, environment.count, descriptors, descriptors.count,
      tied ? SIGKILL : 0)
    guard answer > 0 else { throw SystemFailure(action: "start \(path)", errno: Int32(-answer)) }
    return Int32(answer)
  }

  private static func zeroTerminated(_ strings: [String]) -> [CChar] {
    strings.flatMap { $0.utf8.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0] }
  }

  /// Kills a process and all that it started in its group, and waits for its end.
  static func end(_ process: Int32) -> ProcessEnd {
    kill(-process, SIGKILL)
    return wait(for: process)
  }

  /// Waits for a process's end.
  static func wait(for process: Int32) -> ProcessEnd {
    while true {
      if let ended = reap(process, options: 0) { return ended.end }
      if errno != EINTR { return .killed(by: SIGKILL) }
    }
  }

  /// A process that has ended, if there is one among those meant; -1 means all.
  static func reap(_ process: Int32 = -1, options: Int32 = WNOHANG) -> (process: Int32, end: ProcessEnd)? {
    var status: Int32 = 0
    let found = unsafe waitpid(process, &status, options)
    guard found > 0 else { return nil }
    let signal = status & 0x7F
    return (found, signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(by: signal))
  }

  static var processID: Int32 { getpid() }

  /// The signals that ask a command to end.
  static let endingSignals = [SIGINT, SIGTERM, SIGHUP]

  /// Holds back the signals that ask the calling thread to end, for as long as `body` runs.
  ///
  /// The body gets a descriptor that is readable once such a signal has come. The signal takes its course
  /// after the body.
  static func holdingSignals<R>(_ body: (Int32) throws -> R) throws -> R {
    var held = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&held)
    for signal in endingSignals where !isIgnored(signal) { unsafe sigaddset(&held, signal) }
    let descriptor = unsafe signalfd(-1, &held, O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure(action: "watch for signals", errno: errno) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    defer {
      unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
      close(descriptor)
    }
    return try body(descriptor)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var current = sigaction()
    guard unsafe sigaction(signal, nil, &current) == 0 else { return false }
    // Sound: a handler is a pointer, and `SIG_IGN` the pointer 1; only its bits are looked at.
    return unsafe unsafeBitCast(current.__sigaction_handler, to: UInt.self) == 1
  }
}
