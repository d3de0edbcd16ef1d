package import LinuxSystem

/// How many instructions a piece of work takes on the user side, counted one by one.
///
/// A child of this process runs the work and is stopped after each instruction (PTRACE_SINGLESTEP): the count is
/// exact, the same every time, and needs neither a hardware counter nor a tool. What begins and ends the work is in
/// the counts of few and of many calls alike, and so not in their difference. A string instruction of x86 that
/// repeats itself (`rep movsb`) counts once for each repetition. Each instruction takes some microseconds. On another
/// processor the C library may copy by other instructions.
///
/// Meanwhile no other thread and no handler of SIGCHLD may wait for every child (`waitpid(-1)`): what it took away
/// would be waited for without end. A loop around a store-exclusive of aarch64 ends only at the limit, since being
/// stopped makes the store fail: an atomic operation, where the processor has no instruction for it.
package struct InstructionCount: Hashable, Sendable {
  /// The instructions of few calls, with what begins and ends them.
  package let few: Int
  /// The same for more calls.
  package let many: Int
  /// How many calls these were more.
  package let calls: Int

  /// The instructions of one call.
  package var perCall: Double { Double(many - few) / Double(calls) }

  /// Counts.
  ///
  /// - Parameters:
  ///   - few: the lesser number of calls.
  ///   - many: the greater one.
  ///   - limit: how many instructions of either are too many.
  ///   - seconds: how long the child may take.
  ///   - work: makes so many calls. It is run here and there first, so that what is only done the first time is
  ///     done. In the child it must wait for no other thread: neither for a lock nor, with that, for memory.
  /// - Throws: ``Failure``; no child is left behind.
  package init(
    few: Int = 1, many: Int = 3, limit: Int = 500_000, seconds: UInt32 = 30, of work: (Int) -> Void
  ) throws(Failure) {
    precondition(0 <= few && few < many, "\(few) calls and \(many)")
    work(many)
    let calls = [many, few, many]
    var child = try Failure.refusal { () throws(SystemError) in
      try TracedChild(parts: calls.count, seconds: seconds) { work(calls[$0]) }
    }
    try child.begin()
    try child.runPart()
    self.few = try child.countPart(limit: limit)
    self.many = try child.countPart(limit: limit)
    self.calls = many - few
  }
}

extension InstructionCount {
  /// Why there is no count.
  package enum Failure: Error, Hashable, Sendable {
    /// The kernel refuses to make the child or to trace it.
    case refused(SystemError)
    /// A signal came to the child, its own or another's.
    case signal(Int32)
    /// The child ended in the work, with this status.
    case exited(Int32)
    /// The work took more instructions than these.
    case endless(Int)
    /// The child took more time than it had.
    case late

    /// Passes a refusal on as one of these.
    static func refusal<R: ~Copyable>(_ body: () throws(SystemError) -> R) throws(Self) -> R {
      do { return try body() } catch { throw .refused(error) }
    }
  }
}

extension InstructionCount.Failure: CustomStringConvertible {
  /// The reason, in a few words.
  package var description: String {
    switch self {
    case .refused(let error): error.description
    case .signal(Signal.badSystemCall): "a filter of system calls forbids it (the counted process got SIGSYS)"
    case .signal(let number): "the counted process got signal \(number)"
    case .exited(let status): "the counted process ended with status \(status)"
    case .endless(let limit): "the counted process took more than \(limit) instructions"
    case .late: "the counted process did not end in time"
    }
  }
}
