internal import CLinux
internal import ExtensibleStructs
internal import Glibc

/// Every entry into the kernel that this package makes, one function each. No other file makes one.
///
/// Addresses travel as integers, as they do in the kernel's own interface: what is at them is the business
/// of `Mapping`, the one type that turns an address into a pointer.
enum Syscalls {
  /// A system call by its number: the kernel's answer, or the errno it gave.
  static func call(
    _ number: Int64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0, _ d: UInt64 = 0, _ e: UInt64 = 0,
    _ f: UInt64 = 0
  ) throws(Errno) -> Int64 {
    try checked(clinux_syscall(number, a, b, c, d, e, f))
  }

  /// A system call by its number and its registers.
  static func call(_ number: Int64, _ registers: InlineArray<6, UInt64>) throws(Errno) -> Int64 {
    try call(
      number, registers[0], registers[1], registers[2], registers[3], registers[4], registers[5])
  }

  /// The same of a call that may make a child: it does nothing but end, and is waited for.
  static func forking(_ number: Int64, _ registers: InlineArray<6, UInt64>) throws(Errno) -> Int64 {
    try checked(
      clinux_forking_syscall(
        number, registers[0], registers[1], registers[2], registers[3], registers[4], registers[5]))
  }

  /// Makes a call again for as long as a signal interrupts it.
  static func retrying(_ body: () throws(Errno) -> Int64) throws(Errno) -> Int64 {
    while true {
      do { return try body() } catch  where error != .EINTR { throw error } catch { continue }
    }
  }

  /// As `call`, of a C function that answers the errno negated.
  private static func checked(_ answer: Int64) throws(Errno) -> Int64 {
    guard answer >= 0 else { throw Errno(rawValue: Int32(truncatingIfNeeded: -answer)) }
    return answer
  }

  static func open(_ path: String, _ flags: Int32) throws(Errno) -> Int32 {
    let bytes = path.utf8CString
    return try bytes.span.withAddress { (address) throws(Errno) in
      Int32(
        try retrying { () throws(Errno) in
          try call(clinux_SYS_openat, UInt64(bitPattern: Int64(AT_FDCWD)), address, flags.word)
        })
    }
  }

  /// Never retried: after EINTR Linux has closed the descriptor, and its number may be another thread's.
  static func close(_ descriptor: Int32) throws(Errno) {
    _ = try call(clinux_SYS_close, descriptor.word)
  }

  /// Never retried: the errno is what callers want to see. The argument is an integer or an address.
  static func ioctl(_ descriptor: Int32, _ request: UInt32, _ argument: UInt64) throws(Errno) -> Int32 {
    Int32(truncatingIfNeeded: try call(clinux_SYS_ioctl, descriptor.word, UInt64(request), argument))
  }

  /// Maps memory; `descriptor` nil asks for private zeroed memory, else for the file's pages, shared.
  static func mmap(length: Int, descriptor: Int32?) throws(Errno) -> UInt64 {
    let flags = descriptor == nil ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED
    let address = try call(
      clinux_SYS_mmap, 0, UInt64(length), (PROT_READ | PROT_WRITE).word, flags.word, (descriptor ?? -1).word,
      0)
    return UInt64(address)
  }

  static func munmap(_ address: UInt64, length: Int) throws(Errno) {
    _ = try call(clinux_SYS_munmap, address, UInt64(length))
  }

  static func mprotect(_ address: UInt64, length: Int, _ access: Mapping.Access) throws(Errno) {
    let bits =
      switch access {
      case .none: PROT_NONE
      case .readOnly: PROT_READ
      case .readWrite: PROT_READ | PROT_WRITE
      }
    _ = try call(clinux_SYS_mprotect, address, UInt64(length), bits.word)
  }

  /// Gives `descriptor` the number `number` too, closing what had it. The two may be equal.
  static func dup2(_ descriptor: Int32, _ number: Int32) throws(Errno) {
    if descriptor == number {
      _ = try call(clinux_SYS_fcntl, descriptor.word, F_GETFD.word)
    } else {
      _ = try retrying { () throws(Errno) in try call(clinux_SYS_dup3, descriptor.word, number.word, 0) }
    }
  }

  /// Whether this number is an open descriptor of the calling thread's table.
  static func isOpen(_ descriptor: Int32) -> Bool {
    (try? call(clinux_SYS_fcntl, descriptor.word, F_GETFD.word)) != nil
  }

  /// Gives the calling thread a descriptor table of its own, a copy of the process's.
  static func unshareDescriptors() throws(Errno) {
    _ = try call(clinux_SYS_unshare, 0x400)  // CLONE_FILES
  }

  /// A call that does next to nothing, so that its time is that of entering the kernel.
  static func enter() { _ = clinux_syscall(clinux_SYS_getppid, 0, 0, 0, 0, 0, 0) }

  /// Changes no signal mask: there is no such way to change it. The mask is fetched first, if `size` is 8.
  static func refusedSigprocmask(_ mask: UInt64, size: UInt64) throws(Errno) {
    _ = try call(clinux_SYS_rt_sigprocmask, 99, mask, 0, size)
  }

  /// Does nothing to any semaphore: there is none with this number. The operations are fetched first.
  static func refusedSemaphores(_ operations: UInt64, count: UInt64) throws(Errno) {
    _ = try call(clinux_SYS_semtimedop, (-1 as Int32).word, operations, count, 0)
  }

  /// A descriptor of this process, to be closed.
  static func pidfdOpenSelf() throws(Errno) -> Int32 {
    Int32(truncatingIfNeeded: try call(clinux_SYS_pidfd_open, getpid().word, 0))
  }

  /// Makes the calling thread one that makes no process any more: each would be ENOMEM.
  static func giveUpProcesses() throws(Errno) {
    _ = try call(clinux_SYS_unshare, 0x2000_0000)  // CLONE_NEWPID
    _ = try checked(clinux_end_pid_namespace())
  }

  /// The running kernel's release, such as `6.18.44`, and its version, as `uname -r` and `-v` say them.
  static func release() -> (release: String, version: String) {
    var name = utsname()
    guard unsafe uname(&name) == 0 else { return ("", "") }
    func text<T>(_ field: inout T) -> String {
      unsafe withUnsafeBytes(of: &field) { bytes in
        // Sound: the kernel filled a struct of fixed arrays, each with a zero byte at its end.
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
    }
    return (text(&name.release), text(&name.version))
  }

  /// The processor time that the calling thread has taken, in nanoseconds.
  static func threadTime() -> Int64 {
    var time = timespec()
    // Sound: the kernel fills the struct; the clock is one that every thread has.
    guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// The size of a page, in bytes.
  static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

  /// Makes a descriptor that is told of page faults, also those of the kernel itself.
  static func userfaultfd() throws(Errno) -> Int32 {
    Int32(try call(clinux_SYS_userfaultfd, UInt64(O_CLOEXEC | O_NONBLOCK)))
  }

  /// Reads at most `count` bytes to an address; 0 at a file's end, EAGAIN if there is nothing to read now.
  static func read(_ descriptor: Int32, _ address: UInt64, _ count: Int) throws(Errno) -> Int {
    Int(
      try retrying { () throws(Errno) in
        try call(clinux_SYS_read, descriptor.word, address, UInt64(count))
      })
  }

  /// Waits until there is something to read; false if the time is over first, or a signal came.
  static func waitReadable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&waited, 1, milliseconds) > 0  // Sound: one struct, and it lives through the call.
  }

  /// Runs `body` on a thread of its own, `meanwhile` on this one, and waits for the end of both.
  static func onNewThread(_ body: () -> Void, meanwhile: () -> Void = {}) throws(Errno) {
    let failure = withoutActuallyEscaping(body) { body in
      var thread = pthread_t()
      let job = Job<Void>(body)
      // Sound: `job` lives until this closure ends, which is after the thread was joined.
      let failure = unsafe pthread_create(
        &thread, nil,
        { context in
          // Sound: the context is the retained job below, a Job and nothing else.
          unsafe Unmanaged<Job<Void>>.fromOpaque(context!).takeUnretainedValue().body(())
          return nil
        }, Unmanaged.passUnretained(job).toOpaque())
      if failure == 0 {
        meanwhile()
        pthread_join(thread, nil)
      }
      withExtendedLifetime(job) {}
      return failure
    }
    guard failure == 0 else { throw Errno(rawValue: failure) }
  }

  private final class Job<Argument> {
    let body: (Argument) -> Void
    init(_ body: @escaping (Argument) -> Void) { self.body = body }
  }

  // A child that is traced. Each call has to be made by the thread that made the child.

  /// Makes a child that runs `body` for each part and stops itself (SIGSTOP) before each and after the last.
  ///
  /// It ends with the errno if it cannot be traced. It gets SIGALRM after so many seconds, and is killed when the
  /// calling thread ends. `body` must wait for no other thread, which the child does not have: neither for a lock
  /// nor, with that, for memory.
  static func forkTraced(parts: Int, seconds: UInt32, _ body: (Int) -> Void) throws(Errno) -> Int32 {
    let answer = withoutActuallyEscaping(body) { body in
      let job = Job<Int>(body)
      defer { withExtendedLifetime(job) {} }
      return unsafe clinux_fork_traced(
        { context, part in
          // Sound: the context is the retained job, which the child has a copy of for all its life.
          unsafe Unmanaged<Job<Int>>.fromOpaque(context!).takeUnretainedValue().body(Int(part))
        }, Unmanaged.passUnretained(job).toOpaque(), Int64(parts), seconds)
    }
    return Int32(try checked(answer))
  }

  /// Has the kernel kill a stopped child when its tracer ends.
  static func killWithTracer(_ child: Int32) throws(Errno) {
    _ = try call(
      clinux_SYS_ptrace, UInt64(clinux_PTRACE_SETOPTIONS), child.word, 0,
      UInt64(clinux_PTRACE_O_EXITKILL))
  }

  /// Lets a stopped child run one instruction, or on; the signal that it stands at does not reach it.
  static func resume(_ child: Int32, byStep: Bool) throws(Errno) {
    let request = byStep ? clinux_PTRACE_SINGLESTEP : clinux_PTRACE_CONT
    _ = try call(clinux_SYS_ptrace, UInt64(request), child.word)
  }

  /// What a child came to.
  enum ChildEvent: Hashable, Sendable {
    /// It stands still, at this signal.
    case stopped(Int32)
    /// It has ended with this status.
    case exited(Int32)
    /// It was ended by this signal.
    case killed(Int32)
  }

  /// Waits until a child stands still or ends.
  static func wait(for child: Int32) throws(Errno) -> ChildEvent {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) == -1 {  // Sound: one integer, and it lives through the call.
      guard errno == EINTR else { throw Errno(rawValue: errno) }
    }
    // As WIFSTOPPED and its like take it apart.
    return switch status & 0x7f {
    case 0x7f: .stopped(status >> 8 & 0xff)
    case 0: .exited(status >> 8 & 0xff)
    case let signal: .killed(signal)
    }
  }

  /// Kills a child, however it stands, and waits for its end.
  static func end(_ child: Int32) {
    kill(child, SIGKILL)
    while case .stopped? = try? wait(for: child) {}
  }
}

extension Int32 {
  /// A C `int` as a system call's register holds it: the sign is kept.
  fileprivate var word: UInt64 { UInt64(bitPattern: Int64(self)) }
}

extension Span where Element: BitwiseCopyable {
  /// The address of the elements as an integer, good for as long as `body` runs.
  fileprivate func withAddress<R>(_ body: (UInt64) throws(Errno) -> R) throws(Errno) -> R {
    try unsafe withUnsafeBytes { (raw) throws(Errno) in
      // Sound: only the kernel reads there, and it does so while the span's memory is held.
      try body(UInt64(UInt(bitPattern: raw.baseAddress)))
    }
  }
}
