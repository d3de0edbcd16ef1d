/// A call of the operating system that failed, in words.
struct SystemFailure: Error, Equatable, CustomStringConvertible {
  /// What was to be done, such as "open /dev/kvm".
  var action: String
  /// The number that the call left in `errno`.
  var errno: Int32

  /// What the number means here, if that is more than its text says.
  var hint: String?

  /// The failure in one line: "cannot open /dev/kvm: Permission denied".
  var description: String {
    "cannot \(action): \(System.text(of: errno))" + (hint.map { " (\($0))" } ?? "")
  }

  /// Whether the reader of a pipe has gone away.
  var isBrokenPipe: Bool { errno == System.brokenPipe }
}
