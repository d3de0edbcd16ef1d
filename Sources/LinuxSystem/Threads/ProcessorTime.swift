/// How long a processor has worked for the calling thread.
package enum ProcessorTime {
  /// The time so far, since the thread began; waiting and other programs do not count.
  ///
  /// The corresponding C function is `clock_gettime` with `CLOCK_THREAD_CPUTIME_ID`.
  package static var now: Duration { .nanoseconds(Syscalls.threadTime()) }
}
