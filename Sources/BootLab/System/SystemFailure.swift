/// A call of the operating system that failed, in words.
struct SystemFailure: Error, Equatable, CustomStringConvertible {
  /// What was to be done, such as "open /dev/kvm".
  var action: String
  /// The number that the call left in `errno`.
  var errno: Int32

  /// The failure in one line: "cannot open /dev/kvm: Permission denied".
  var description: String { "cannot \(action): \(System.text(of: errno))" }

  /// Whether the reader of a pipe has gone away.
  var isBrokenPipe: Bool { errno == System.brokenPipe }
}
