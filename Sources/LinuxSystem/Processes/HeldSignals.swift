internal import CLinux
internal import ExtensibleStructs
internal import Glibc

/// Holds back the signals that ask the calling thread to end, for as long as `body` runs: SIGINT, SIGTERM, SIGHUP.
///
/// The body gets a descriptor that is readable once such a signal has come. The signal takes its course after the
/// body. A signal that is ignored stays so.
///
/// The corresponding C functions are `signalfd` and `pthread_sigmask`.
package func holdingSignals<R>(_ body: (Int32) throws -> R) throws -> R {
  var held = sigset_t()
  var before = sigset_t()
  // Sound, here and below: each call gets a set that lives through it.
  unsafe sigemptyset(&held)
  for signal in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(signal) { unsafe sigaddset(&held, signal) }
  let number = unsafe signalfd(-1, &held, O_CLOEXEC)
  guard number >= 0 else { throw SystemError("signalfd", LinuxErrno(rawValue: errno)) }
  let descriptor = FileDescriptor(owning: number)
  unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
  return try body(descriptor.rawValue)
}

private func isIgnored(_ signal: Int32) -> Bool {
  var current = sigaction()
  guard unsafe sigaction(signal, nil, &current) == 0 else { return false }
  // Sound: a handler is a pointer, and `SIG_IGN` the pointer 1; only its bits are looked at.
  return unsafe unsafeBitCast(current.__sigaction_handler, to: UInt.self) == 1
}
