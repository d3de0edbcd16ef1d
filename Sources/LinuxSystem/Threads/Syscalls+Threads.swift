internal import CLinux
package import ExtensibleStructs
internal import Glibc

extension Syscalls {
  /// Gives the calling thread a descriptor table of its own, a copy of the process's.
  static func unshareDescriptors() throws(LinuxErrno) {
    _ = try call(clinux_SYS_unshare, 0x400)  // CLONE_FILES
  }

  /// Makes the calling thread one that makes no process any more: each would be ENOMEM.
  package static func giveUpProcesses() throws(LinuxErrno) {
    _ = try call(clinux_SYS_unshare, 0x2000_0000)  // CLONE_NEWPID
    _ = try checked(clinux_end_pid_namespace())
  }

  /// The processor time that the calling thread has taken, in nanoseconds.
  static func threadTime() -> Int64 {
    var time = timespec()
    // Sound: the kernel fills the struct; the clock is one that every thread has.
    guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Runs `body` on a thread of its own, `meanwhile` on this one, and waits for the end of both.
  ///
  /// The corresponding C functions are `pthread_create` and `pthread_join`.
  package static func onNewThread(_ body: () -> Void, meanwhile: () -> Void = {}) throws(LinuxErrno) {
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
    guard failure == 0 else { throw LinuxErrno(rawValue: failure) }
  }
}

/// A closure as the context that a C function hands on.
final class Job<Argument> {
  let body: (Argument) -> Void
  init(_ body: @escaping (Argument) -> Void) { self.body = body }
}
