package import Documents
import ExtensibleStructs
import KernelInterfaces

extension FactList {
  /// A row for each fact: the releases that it holds in, what it says, how it is known.
  package func report(width: Int) -> [StyledText] {
    let described = interface.newestDescribed.map { ", described up to Linux \($0)" } ?? ""
    let kernels = interface.asked.map { "\($0)" }.joined(separator: ", ")
    var lines = paragraph(
      StyledText(interface.name, .bold)
        + StyledText(
          " (\(interface.summary))\(described); "
            + (kernels.isEmpty ? "no kernel was asked." : "asked on \(kernels).")), width)
    var table = Table([
      .init("releases", wraps: true), .init("fact", wraps: true), .init("known by", wraps: true),
    ])
    for row in rows {
      let evidence = row.fact.evidence
      let note = evidence.note.isEmpty ? "" : ": \(evidence.note)"
      let ran = row.kernels.isEmpty ? StyledText("") : StyledText("ran; ", .green)
      table.row(
        StyledText(row.fact.range.description), StyledText(row.words),
        ran + StyledText(evidence.basis.rawValue + note))
    }
    lines += [""] + table.lines(width: width)
    lines += paragraph(
      StyledText(
        "ran: every kernel asked that the fact holds in answered so. The rest says how it is known for other "
          + "releases."), width)
    return lines
  }
}
