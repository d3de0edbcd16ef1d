package import CommandLineKit
import ExtensibleStructs

/// What was found of the running kernel by asking.
package struct ProbeReport: Sendable {
  let kernel: String
  let typesMissing: String?
  let findings: [ProbeFinding]

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
        "\(kernel), by asking only; nothing was changed."
          + (typesMissing.map { " No BTF to compare: \($0)." } ?? "")),
      width)
    return lines
  }

  /// Everything as one JSON object.
  package var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("kernel", kernel)
      json.field("interfaces") { json in
        json.array { json in
          for finding in findings {
            json.object { json in
              json.field("interface", finding.interface)
              json.field("skipped", finding.skipped)
              json.field("size", finding.size)
              json.field("method", finding.method)
              json.field("sizeZero", finding.sizeZero)
              json.field("tail", finding.tail)
              json.field("pad", finding.pad)
              json.field("flags", finding.flags)
              json.field("version", finding.version)
              json.field("releases", finding.releases)
              json.field("btf", finding.typeSize)
            }
          }
        }
      }
    }
    return writer.text
  }
}

extension ProbeFinding {
  /// The releases, then the method.
  fileprivate var how: String { (releases.map { "\($0); " } ?? "") + method }
}
