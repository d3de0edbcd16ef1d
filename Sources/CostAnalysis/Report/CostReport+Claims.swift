import Documents
import ExtensibleStructs

extension CostReport {
  /// A claim about the schemes, and whether the numbers agree.
  public struct Claim: Hashable, Sendable {
    /// The claim.
    public let words: String
    /// Whether it holds for this struct.
    public let holds: Bool
    /// `true`, `false`, or from where on.
    public let verdict: String
    /// The number that decides it, in a sentence.
    public let reason: String
  }
}

extension CostReport {
  /// A cost above this is much: a fifth of the call itself.
  var much: Double { model.call / 5 }

  /// The three claims of the discussion.
  public var claims: [Claim] { [sizeMember, padding, reads] }

  private var sizeMember: Claim {
    // One fetch more, and 8 bytes where the struct had no size before.
    let added = history.sizeMember == nil ? 8 : 0
    let cost = model.fetch + Double(added) * model.copiedByte
    let holds = cost <= much
    return Claim(
      words: "A size member doesn't cost much", holds: holds, verdict: holds ? "true" : "false",
      reason: "One more fetch\(added > 0 ? " and \(added) bytes" : ""): \(fixed(cost, 1)) ns, "
        + "\(share(cost)) of the \(fixed(model.call, 0)) ns of a refused call, where a fifth would be much. A user "
        + "that is newer than its kernel pays "
        + "\(fixed(model.tailEntry, 1)) ns more for the tail, and \(fixed(model.checkedByte, 3)) ns a byte of it."
    )
  }

  private var padding: Claim {
    guard let padded = staticPad else {
      return Claim(
        words: "static padding is a waste of space", holds: false, verdict: "unknown",
        reason: "No static pad can carry this struct.")
    }
    let holds = padded.unused * 2 > padded.bytes
    // From so many extensions on, half of the struct is used.
    let base = history.baseFields.reduce(0) { $0 + $1.size }
    let enough = max(0, (padded.bytes + 1) / 2 - base)
    let extensions = (enough + step - 1) / step
    let time = Double(padded.unused) * model.copiedByte
    let copying =
      model.copiedByte > 0
      ? "copying them takes \(fixed(time, 1)) ns, \(share(time)) of the call"
      : "copying them is too cheap to be seen"
    return Claim(
      words: "static padding is a waste of space", holds: holds,
      verdict: holds
        ? "true, until \(extensions) extension\(extensions == 1 ? "" : "s") of \(step) bytes" : "false",
      reason:
        "\(padded.unused) of \(padded.bytes) bytes are never used (\(padded.unused * 100 / padded.bytes) %); "
        + "\(copying). The pad of \(pad) bytes is full after \(padLasts) extensions.")
  }

  private var reads: Claim {
    let holds = model.fetch <= much
    let even = model.copiedByte > 0 ? Int(model.fetch / model.copiedByte) + 1 : nil
    let verdict = holds ? "true" : even.map { "true from \($0) bytes of pad on" } ?? "false"
    return Claim(
      words: "multiple uaccess reads are not a big deal", holds: holds, verdict: verdict,
      reason: "One more fetch takes \(fixed(model.fetch, 1)) ns, \(share(model.fetch)) of the call"
        + (even.map { ", as much as \($0) bytes of pad." } ?? "; bytes of pad are too cheap to be seen."))
  }

  private func share(_ time: Double) -> String {
    "\(fixed(model.call > 0 ? time * 100 / model.call : 0, 1)) %"
  }
}
