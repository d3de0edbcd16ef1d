internal import ExtensibleStructs
internal import LinuxSystem

/// A traced child's parts, run at full speed or one instruction at a time.
extension TracedChild {
  /// Waits until the child has stopped before the first part.
  mutating func begin() throws(InstructionCount.Failure) {
    switch try reported() {
    case .stopped(Signal.stop): break
    case .stopped(let number), .killed(let number): throw .signal(number)
    case .exited(let errno):
      throw .refused(SystemError("ptrace(PTRACE_TRACEME)", LinuxErrno(rawValue: errno)))
    }
    try InstructionCount.Failure.refusal { () throws(SystemError) in try killWithTracer() }
  }

  /// Runs the next part at full speed.
  mutating func runPart() throws(InstructionCount.Failure) { _ = try endsPart(byStep: false) }

  /// Runs the next part by steps, and counts them.
  ///
  /// - Parameter limit: how many steps are too many.
  mutating func countPart(limit: Int) throws(InstructionCount.Failure) -> Int {
    for steps in 1...limit where try endsPart(byStep: true) { return steps }
    throw .endless(limit)
  }

  /// Lets the child run until it stops again: whether that is the end of a part.
  private mutating func endsPart(byStep: Bool) throws(InstructionCount.Failure) -> Bool {
    do throws(SystemError) { try resume(byStep: byStep) } catch { throw .refused(error) }
    switch try reported() {
    case .stopped(Signal.stop): return true
    case .stopped(Signal.trap) where byStep: return false
    case .stopped(Signal.alarm): throw .late
    case .stopped(let number), .killed(let number): throw .signal(number)
    case .exited(let status): throw .exited(status)
    }
  }

  private mutating func reported() throws(InstructionCount.Failure) -> ChildEvent {
    do throws(SystemError) { return try next() } catch { throw .refused(error) }
  }
}
