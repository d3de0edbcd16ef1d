internal import CLinux
internal import ExtensibleStructs
internal import Glibc

/// A child of this process that runs a piece of work in parts, stopped before each and after the last.
///
/// Only the thread that made it may use it, since that thread is the tracer. However it is left, it is killed and
/// waited for.
package struct TracedChild: ~Copyable {
  private let id: Int32
  private var hasEnded = false

  /// Makes a child that runs `work` for each part and stops itself (SIGSTOP) before each and after the last.
  ///
  /// It ends with the errno if it cannot be traced. It gets SIGALRM after so many seconds, and is killed when the
  /// calling thread ends.
  ///
  /// - Parameters:
  ///   - parts: how many parts the work has.
  ///   - seconds: how long the child may take.
  ///   - work: does one part; it must wait for no other thread, which the child does not have: neither for a lock
  ///     nor, with that, for memory.
  ///
  /// The corresponding C functions are `fork` and `ptrace` with `PTRACE_TRACEME`.
  package init(parts: Int, seconds: UInt32, work: (Int) -> Void) throws(SystemError) {
    id = try SystemError.naming("fork") { () throws(LinuxErrno) in
      let answer = withoutActuallyEscaping(work) { work in
        let job = Job<Int>(work)
        defer { withExtendedLifetime(job) {} }
        return unsafe clinux_fork_traced(
          { context, part in
            // Sound: the context is the retained job, which the child has a copy of for all its life.
            unsafe Unmanaged<Job<Int>>.fromOpaque(context!).takeUnretainedValue().body(Int(part))
          }, Unmanaged.passUnretained(job).toOpaque(), Int64(parts), seconds)
      }
      return Int32(try Syscalls.checked(answer))
    }
  }

  deinit {
    guard !hasEnded else { return }
    kill(id, SIGKILL)
    while case .stopped? = try? ChildEvent.next(of: id) {}
  }

  /// Has the kernel kill the stopped child when its tracer ends.
  ///
  /// The corresponding C constant is `PTRACE_O_EXITKILL`.
  package borrowing func killWithTracer() throws(SystemError) {
    try ptrace("PTRACE_SETOPTIONS", clinux_PTRACE_SETOPTIONS, UInt64(clinux_PTRACE_O_EXITKILL))
  }

  /// Lets the stopped child run on, or run one instruction; the signal that it is stopped at does not reach it.
  ///
  /// The corresponding C constants are `PTRACE_CONT` and `PTRACE_SINGLESTEP`.
  package borrowing func resume(byStep: Bool) throws(SystemError) {
    if byStep {
      try ptrace("PTRACE_SINGLESTEP", clinux_PTRACE_SINGLESTEP)
    } else {
      try ptrace("PTRACE_CONT", clinux_PTRACE_CONT)
    }
  }

  /// Waits until the child stops or ends. Once there is nothing to wait for, the id may be another's.
  ///
  /// The corresponding C function is `waitpid`.
  package mutating func next() throws(SystemError) -> ChildEvent {
    do throws(LinuxErrno) {
      let event = try ChildEvent.next(of: id)
      if case .stopped = event {} else { hasEnded = true }
      return event
    } catch {
      hasEnded = true
      throw SystemError("waitpid", error)
    }
  }

  private func ptrace<Request: BinaryInteger>(
    _ name: String, _ request: Request, _ data: UInt64 = 0
  ) throws(SystemError) {
    let child = id.word
    try SystemError.naming("ptrace(\(name))") { () throws(LinuxErrno) in
      _ = try Syscalls.call(clinux_SYS_ptrace, UInt64(request), child, 0, data)
    }
  }
}
