public import ExtensibleStructs

extension Matrix {
  /// What a kernel did with one user's struct, and whether that is what the user asked for.
  public struct Judgement: Hashable, Sendable {
    /// The verdict.
    public let verdict: Verdict
    /// Where and why the kernel refused the call; nil for one that succeeded.
    public let rejection: Rejection?
    /// For a hazard: the bytes of the struct that it is about. A size outside the struct has none.
    public let bytes: [Range<Int>]

    /// The errno of a call that the kernel refused.
    public var errno: LinuxErrno? { rejection?.errno }

    init(verdict: Verdict, rejection: Rejection? = nil, bytes: [Range<Int>] = []) {
      self.verdict = verdict
      self.rejection = rejection
      self.bytes = bytes
    }

    /// Why the kernel refused, such as `E2BIG: size above the maximum`.
    var refusal: String { rejection.map { "\($0.errno): \($0.step.failure)" } ?? "no errno" }
  }
}
