internal import Glibc

/// The numbers of the signals that this package sends or receives.
package enum Signal {
  /// A system call that a filter forbids.
  package static let badSystemCall = SIGSYS
  /// The end of an alarm's time.
  package static let alarm = SIGALRM
  /// What a process stops itself with.
  package static let stop = SIGSTOP
  /// The end of a traced instruction.
  package static let trap = SIGTRAP
}
