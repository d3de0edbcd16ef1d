internal import ExtensibleStructs
internal import Glibc

/// A child of this process that runs a piece of work in parts, one instruction at a time.
///
/// Only the thread that made it may use it. However it is left, it is killed and waited for.
struct TracedChild: ~Copyable {
  private let id: Int32
  private var hasEnded = false

  /// Makes the child.
  ///
  /// - Parameters:
  ///   - parts: how many parts the work has.
  ///   - seconds: how long the child may take.
  ///   - work: does one part; it must wait for no other thread, for the child has none.
  init(parts: Int, seconds: UInt32, work: (Int) -> Void) throws(InstructionCount.Failure) {
    id = try Self.asking("fork") { () throws(Errno) in
      try Syscalls.forkTraced(parts: parts, seconds: seconds, work)
    }
  }

  deinit { if !hasEnded { Syscalls.end(id) } }

  /// Waits until the child stands still before the first part.
  mutating func begin() throws(InstructionCount.Failure) {
    switch try next() {
    case .stopped(SIGSTOP): break
    case .stopped(let number), .killed(let number): throw .signal(number)
    case .exited(let errno): throw .refused(SystemError("ptrace(PTRACE_TRACEME)", Errno(rawValue: errno)))
    }
    try Self.asking("ptrace(PTRACE_SETOPTIONS)") { [id] () throws(Errno) in try Syscalls.killWithTracer(id) }
  }

  /// Runs the next part at full speed.
  mutating func runPart() throws(InstructionCount.Failure) { _ = try resume(byStep: false) }

  /// Runs the next part by steps, and counts them.
  ///
  /// - Parameter limit: how many steps are too many.
  mutating func countPart(limit: Int) throws(InstructionCount.Failure) -> Int {
    for steps in 1...limit where try resume(byStep: true) { return steps }
    throw .endless(limit)
  }

  /// Lets the child run until it stops again: whether that is the end of a part.
  private mutating func resume(byStep: Bool) throws(InstructionCount.Failure) -> Bool {
    try Self.asking(byStep ? "ptrace(PTRACE_SINGLESTEP)" : "ptrace(PTRACE_CONT)") { [id] () throws(Errno) in
      try Syscalls.resume(id, byStep: byStep)
    }
    switch try next() {
    case .stopped(SIGSTOP): return true
    case .stopped(SIGTRAP) where byStep: return false
    case .stopped(SIGALRM): throw .late
    case .stopped(let number), .killed(let number): throw .signal(number)
    case .exited(let status): throw .exited(status)
    }
  }

  /// Waits for what comes next. Once there is nothing to wait for, the id may be another's.
  private mutating func next() throws(InstructionCount.Failure) -> Syscalls.ChildEvent {
    do {
      let event = try Syscalls.wait(for: id)
      if case .stopped = event {} else { hasEnded = true }
      return event
    } catch {
      hasEnded = true
      throw .refused(SystemError("waitpid", error))
    }
  }

  /// Makes a call of the kernel, and names it if it is refused.
  private static func asking<R>(
    _ operation: String, _ call: () throws(Errno) -> R
  ) throws(InstructionCount.Failure) -> R {
    do { return try call() } catch { throw .refused(SystemError(operation, error)) }
  }
}
