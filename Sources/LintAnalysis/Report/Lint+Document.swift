package import Documents
import ExtensibleStructs

extension Lint {
  /// The findings for people, the worst first.
  ///
  /// - Parameter width: how many columns there are.
  package func report(width: Int) -> [StyledText] {
    let calls = interfaces.isEmpty ? "no call of the catalog" : interfaces.map(\.name).joined(separator: ", ")
    var lines = paragraph(
      StyledText("struct \(history.name)", .bold) + StyledText(", taken by \(calls)."), width)
    for level in LintFinding.Level.allCases {
      for finding in findings where finding.rule.level == level {
        lines += [""] + self.lines(finding, width)
      }
    }
    let counts = LintFinding.Level.allCases.map { level -> String in
      let count = findings.filter { $0.rule.level == level }.count
      return "\(count) \(level.rawValue)\(count == 1 ? "" : "s")"
    }
    return lines + [""] + paragraph(StyledText("\(counts.joined(separator: ", "))."), width)
  }

  private func lines(_ finding: LintFinding, _ width: Int) -> [StyledText] {
    let style: Style =
      switch finding.rule.level {
      case .mistake: .red
      case .limit: .yellow
      case .note: .cyan
      }
    let place =
      (finding.interface.map { " in \($0)" } ?? "")
      + (finding.subject.isEmpty ? "" : ": \(finding.subject)")
    var lines = paragraph(
      StyledText("\(finding.rule.level.rawValue): ", style) + StyledText(finding.rule.rawValue, .bold)
        + StyledText(place), width)
    lines += paragraph(StyledText("\(finding.rule.advice)."), width, indent: 2)
    if let bitten = finding.rule.bitten {
      lines += paragraph(StyledText("bitten: \(bitten).", .dim), width, indent: 2)
    }
    return lines
  }
}
