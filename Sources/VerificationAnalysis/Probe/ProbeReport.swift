package import Documents
import ExtensibleStructs

/// What was found of the running kernel by asking.
package struct ProbeReport: Sendable {
  package let kernel: String
  let typesMissing: String?
  package let findings: [ProbeFinding]

  /// Reports these findings.
  package init(kernel: String, typesMissing: String?, _ findings: [ProbeFinding]) {
    self.kernel = kernel
    self.typesMissing = typesMissing
    self.findings = findings
  }

  /// Whether asking and the kernel's own types never differ.
  package var holds: Bool {
    findings.allSatisfy { $0.size == nil || $0.typeSize == nil || $0.size == $0.typeSize }
  }

  /// What was found, an interface a line, then how.
  package func lines(width: Int) -> [StyledText] {
    var sizes = Table([
      .init("interface"), .init("size", .right), .init("BTF", .right), .init("is"),
      .init("which releases; how the size was found", wraps: true),
    ])
    var rules = Table([
      .init("interface"), .init("size 0"), .init("tail"), .init("reserved"), .init("flags taken"),
    ])
    for finding in findings {
      guard finding.skipped == nil else {
        sizes.row(
          StyledText(finding.interface), StyledText("-", .dim), "", "",
          StyledText("skipped: \(finding.skipped ?? "")", .yellow))
        continue
      }
      let differs = finding.size != nil && finding.typeSize != nil && finding.size != finding.typeSize
      sizes.row(
        StyledText(finding.interface, .bold), StyledText(finding.size.map { "\($0)" } ?? "?"),
        StyledText(finding.typeSize.map { "\($0)" } ?? "", differs ? .red : .dim),
        StyledText(finding.version ?? ""), StyledText(finding.how))
      rules.row(
        StyledText(finding.interface, .bold), StyledText(finding.sizeZero ?? ""),
        StyledText(finding.tail ?? ""), StyledText(finding.pad ?? ""),
        StyledText(finding.flags.map { "0x" + String($0, radix: 16) } ?? ""))
    }
    var lines = sizes.lines(width: width) + [""] + rules.lines(width: width) + [""]
    lines += paragraph(
      StyledText(
        "\(kernel), read-only: nothing was changed."
          + (typesMissing.map { " No BTF to compare: \($0)." } ?? "")),
      width)
    return lines
  }
}

extension ProbeFinding {
  /// The releases, then the method.
  fileprivate var how: String {
    (releases.map { "\($0); " } ?? "") + method + (notDescribed.map { "; \($0)" } ?? "")
  }
}
