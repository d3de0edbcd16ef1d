public import Documents
import ExtensibleStructs
import KernelInterfaces

extension FactList: Finding {
  /// A row for each fact: the releases in which it holds, what it says, how it is known. A page also has a table of the
  /// releases at which something changed.
  public var document: Document {
    let described = interface.newestDescribed.map { ", described up to Linux \($0)" } ?? ""
    let kernels = interface.asked.byLine
    let summary = interface.summary.isEmpty ? "" : " (\(interface.summary))"
    return Document(
      "Facts about \(interface.name)",
      [
        .paragraph(
          StyledText(interface.name, .bold)
            + StyledText(
              "\(summary)\(described); " + (kernels.isEmpty ? "no kernel was asked." : "asked on \(kernels).")
            )),
        .only(.page, changes + [.heading("Facts"), .table(table { $0.byLine })]),
        .group([
          .only(.text, [.table(table { $0.words })]),
          .paragraph(
            StyledText(
              "ran: every kernel that was asked, and in which the fact holds, answered so. The rest of the entry "
                + "says how the fact is known of other releases.")),
        ]),
        .only(.page, [.list(FactList.bases)]),
      ])
  }

  /// - Parameter kernels: how the kernels that confirmed a fact are named.
  private func table(_ kernels: ([Release]) -> String) -> Table {
    var table = Table([
      .init("releases", wraps: true), .init("fact", wraps: true), .init("known by", wraps: true),
    ])
    for row in rows {
      let evidence = row.fact.evidence
      let note = evidence.note.isEmpty ? "" : ": \(evidence.note)"
      let ran = row.kernels.isEmpty ? StyledText("") : StyledText("ran on \(kernels(row.kernels)); ", .green)
      table.row(
        StyledText(row.fact.range.description), StyledText(row.words),
        ran + StyledText(evidence.basis.rawValue + note))
    }
    return table
  }

  /// The kinds of evidence.
  private static let bases: [StyledText] = [
    StyledText("source", .bold) + ": it was read in the source, or in the headers, of these releases.",
    StyledText("reported", .bold) + ": a changelog, a mailing list or a bug report says so.",
    StyledText("assumed", .bold) + ": nobody looked; it is inferred from the releases around it.",
  ]

  /// What each release at which something changed has: a heading and a table; nothing if all releases are alike.
  private var changes: [Block] {
    guard !interface.changes.isEmpty else { return [] }
    var table = Table([
      .init("release", .right), .init("what it has"), .init("known flags", .right), .init("checks", .right),
    ])
    // What changed at 6.12 is what 6.12.0 has; the newest point of its line may have more.
    let firsts = interface.changes.map { Release($0.major, $0.minor, $0.point ?? 0, vendor: $0.vendor) }
    for release in firsts.sorted() {
      let status = interface.status(in: release)
      let codec = status.behavior.flatMap { try? Codec(interface, behavior: $0) }
      let flags = codec.flatMap { $0.flags.width > 0 ? hex($0.knownFlags) : nil } ?? ""
      table.row(
        StyledText("\(release.point == 0 ? release.line : release)", .bold),
        StyledText(interface.words(for: status)), StyledText(flags),
        StyledText(codec.map { "\($0.checks.steps.count)" } ?? ""))
    }
    return [
      .heading("Releases"),
      .paragraph(
        "A row for each release at which something changed. A release of a stable line is listed where that line "
          + "took a change over."),
      .table(table),
    ]
  }
}

extension [Release] {
  /// How many they are, and the oldest and the newest.
  fileprivate var words: String {
    guard let oldest = self.min(), let newest = self.max(), count > 1 else {
      return first.map { "\($0)" } ?? ""
    }
    return "\(count) kernels, \(oldest) to \(newest)"
  }

  /// The points of each line.
  fileprivate var byLine: String {
    Dictionary(grouping: self, by: \.line).sorted { $0.key < $1.key }.map { line, kernels in
      let points = kernels.sorted().compactMap { $0.point.map { "\($0)" } }
      return points.isEmpty ? "\(line)" : "\(line).\(points.joined(separator: "/"))"
    }.joined(separator: ", ")
  }
}
