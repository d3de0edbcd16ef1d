import ExtensibleStructs
import Glibc
import LinuxSystem
import Testing

@testable import CostAnalysis

@Suite("Instructions counted one by one", .enabled(if: Tracing.isAllowed, "a child cannot be traced here"))
struct InstructionCountTests {
  @Test func `work twice as long takes twice as many`() throws {
    let once = try InstructionCount(few: 2, many: 5, of: turns(1))
    let twice = try InstructionCount(few: 2, many: 5, of: turns(2))
    let fourTimes = try InstructionCount(few: 2, many: 5, of: turns(4))
    #expect(once.calls == 3)
    let turn = twice.perCall - once.perCall
    #expect(turn > 0)
    #expect(fourTimes.perCall - twice.perCall == 2 * turn)
  }

  @Test func `the same work takes the same number again`() throws {
    let counts = try (0..<3).map { _ in try InstructionCount(of: turns(3)) }
    #expect(Set(counts).count == 1)
    #expect(counts[0].few > 0 && counts[0].perCall == counts[0].perCall.rounded())
  }

  @Test func `what begins the work is not counted`() throws {
    let work = turns(3)
    let plain = try InstructionCount(of: work)
    let begun = try InstructionCount { calls in
      work(1)
      work(calls)
    }
    #expect(begun.few > plain.few && begun.perCall == plain.perCall)
  }

  @Test(arguments: [SIGKILL, SIGILL, SIGTERM, SIGSEGV])
  func `a signal ends the work`(signal: Int32) throws {
    try fails(.signal(signal)) { kill(getpid(), signal) }
  }

  @Test func `the work ends the process`() throws {
    try fails(.exited(7)) { _exit(7) }
  }

  @Test func `work that takes too long is given up`() throws {
    try fails(.endless(1000), limit: 1000) { turns(100)(100) }
    try fails(.late, seconds: 1) { pause() }
  }

  @Test func `what a terminal sends to the process does not reach the child`() throws {
    let parent = getpid()
    let group = try SharedInteger()
    _ = try InstructionCount { _ in
      if getpid() != parent { group.value = getpgrp() }
    }
    #expect(group.value > 0 && group.value != getpgrp())
  }

  /// Work whose calls take so many turns of a loop each.
  private func turns(_ number: Int) -> (Int) -> Void {
    { calls in
      var value: UInt64 = 1
      for _ in 0..<calls {
        for _ in 0..<number { value = mix(value) }
      }
      precondition(value != 0)
    }
  }

  /// Expects that work which does this in the child is not counted, and that no child is left.
  private func fails(
    _ failure: InstructionCount.Failure, limit: Int = 100_000, seconds: UInt32 = 20, _ work: () -> Void,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let parent = getpid()
    let child = try SharedInteger()
    #expect(throws: failure, sourceLocation: location) {
      try InstructionCount(limit: limit, seconds: seconds) { _ in
        guard getpid() != parent else { return }
        child.value = getpid()
        work()
      }
    }
    #expect(child.value > 0, sourceLocation: location)
    let waited = waitpid(child.value, nil, WNOHANG)
    #expect(waited == -1 && errno == ECHILD, sourceLocation: location)
  }
}

@Suite("Instructions that cannot be counted")
struct CountRefusalTests {
  @Test(arguments: [EPERM, EACCES, ENOSYS])
  func `a refused tracer learns what may be in its way`(errno: Int32) {
    #expect(reason("ptrace(PTRACE_TRACEME)", errno).contains("another tracer"))
  }

  @Test func `what else may be in the way is said`() {
    #expect(reason("fork", EAGAIN).contains("ulimit -u"))
    #expect(reason("waitpid", ECHILD).contains("SIGCHLD"))
    #expect(InstructionCount.Failure.signal(SIGSYS).description.contains("filter"))
  }

  private func reason(_ operation: String, _ errno: Int32) -> String {
    InstructionCount.Failure.refused(SystemError(operation, LinuxErrno(rawValue: errno))).description
  }
}

enum Tracing {
  /// Whether this process may trace a child.
  static let isAllowed: Bool = {
    do throws(InstructionCount.Failure) { _ = try InstructionCount { _ in } } catch {
      switch error {
      case .refused, .signal(SIGSYS): return false
      default: break
      }
    }
    return true
  }()
}

/// Work that an optimiser neither leaves out nor makes shorter.
@inline(never)
@_optimize(none)
private func mix(_ value: UInt64) -> UInt64 { (value &* 25) | 1 }

/// An integer that a child shares with its parent.
@safe
private final class SharedInteger {
  private let page: UnsafeMutablePointer<Int32>

  var value: Int32 {
    get { unsafe page.pointee }  // Sound: the page stays mapped until deinit.
    set { unsafe page.pointee = newValue }
  }

  init() throws {
    let address = unsafe mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw LinuxErrno(rawValue: errno)
    }
    // Sound: fresh zeroed memory, used as nothing else.
    unsafe page = address.bindMemory(to: Int32.self, capacity: 1)
  }

  deinit { unsafe munmap(page, 4096) }
}
