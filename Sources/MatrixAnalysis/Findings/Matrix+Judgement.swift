public import ExtensibleStructs

/// What a kernel did with one caller's struct, and whether that is what the caller asked for.
public struct Judgement: Hashable, Sendable {
  /// The verdict.
  public var verdict: Verdict
  /// Where and why the kernel refused the call; nil for one that succeeded.
  public var rejection: Rejection?
  /// For a hazard: the bytes of the struct that it is about. A size outside the struct has none.
  public var bytes: [Range<Int>]

  /// The errno of a call that the kernel refused.
  public var errno: Errno? { rejection?.errno }

  /// Makes a judgement.
  public init(verdict: Verdict, rejection: Rejection? = nil, bytes: [Range<Int>] = []) {
    self.verdict = verdict
    self.rejection = rejection
    self.bytes = bytes
  }
}
