package import Documents
import ExtensibleStructs
import KernelInterfaces

/// What came of putting cases to the simulated kernel and to the running one.
package struct VerifyReport: Sendable {
  /// The running kernel's name, and the release that the simulated one played.
  package let kernel: String
  package let played: String
  package let results: [Verification]

  /// Reports these results.
  package init(kernel: String, played: String, _ results: [Verification]) {
    self.kernel = kernel
    self.played = played
    self.results = results
  }

  /// Whether there is no disagreement.
  package var holds: Bool { results.allSatisfy(\.disagreements.isEmpty) }

  /// A line an interface, then the disagreements, the first of each interface in full.
  package func lines(width: Int) -> [StyledText] {
    var table = Table([
      .init("interface"), .init("cases", .right), .init("agreed", .right), .init("disagreed", .right),
      .init("", wraps: true),
    ])
    for result in results {
      let wrong = result.disagreements.count
      let note =
        result.skipped.map { StyledText("skipped: \($0)", .yellow) }
        ?? (wrong == 0 ? StyledText("✓", .green) : StyledText("✗", .red))
      let isSkipped = result.skipped != nil
      table.row(
        StyledText(result.interface), StyledText(isSkipped ? "" : "\(result.cases)"),
        StyledText(isSkipped ? "" : "\(result.agreed)"),
        StyledText(isSkipped ? "" : "\(wrong)", wrong == 0 ? .dim : .red), note)
    }
    var lines = table.lines(width: width)
    for result in results {
      for bits in result.withheld {
        lines += paragraph(
          StyledText(
            "\(result.interface): this kernel refuses \(bits.member) 0x\(String(bits.bits, radix: 16)), and was "
              + "compared so; taken by: \(bits.reason).", .yellow), width)
      }
    }
    for result in results where !result.disagreements.isEmpty {
      lines += [""] + disagreements(of: result, width)
    }
    let compared = results.filter { $0.skipped == nil }
    lines += [""]
    lines += paragraph(
      StyledText(
        "\(kernel) against the simulated \(played): \(compared.reduce(0) { $0 + $1.cases }) cases over "
          + "\(compared.count) interfaces, \(compared.reduce(0) { $0 + $1.disagreements.count }) disagreements, "
          + "\(results.count - compared.count) skipped."), width)
    return lines
  }

  /// How many disagreements of an interface are shown in full.
  private static let shown = 3

  private func disagreements(of result: Verification, _ width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for one in result.disagreements.prefix(VerifyReport.shown) {
      lines += paragraph(
        StyledText(result.interface, .bold)
          + StyledText(": \(one.name): simulated \(one.simulated) (\(one.policy)), real \(one.real)"), width)
      // Not wrapped: it is there to be pasted.
      lines.append(StyledText("  \(one.line)", .dim))
    }
    let rest = result.disagreements.count - VerifyReport.shown
    if rest > 0 { lines.append(StyledText("  and \(rest) more; --json has all of them")) }
    return lines
  }
}
