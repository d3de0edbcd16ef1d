public import Documents
import ExtensibleStructs

extension RaceReport: Finding {
  /// The schemes against the properties, counterexamples, replays, the answer.
  public var document: Document {
    Document(
      "Races of struct \(history.name)",
      [
        .paragraph(introduction),
        .only(
          .page, [.heading("The answer")] + answerBlocks + [.heading("Every scheme and its known mistakes")]),
        .table(table),
        .only(.text, [.paragraph(StyledText(RaceReport.legend, .dim))]),
        .only(.page, [.list(RaceReport.legendItems)]),
        .group(omitted.map { .paragraph(StyledText("Left out: \($0).")) } + [.paragraph(StyledText(count))]),
        .only(.page, counterexamples.isEmpty ? [] : RaceReport.counterexampleHeading),
      ] + counterexamples.flatMap(blocks)
        + replayBlocks
        + [.only(.text, [.paragraph(StyledText(answer, .bold))])])
  }

  private var introduction: StyledText {
    StyledText("struct \(history.name)", .bold)
      + StyledText(
        ": a second thread writes while the kernel reads. Every pair of versions, with every set of extensions, is "
          + "tried with every schedule of at most \(writes) \(writes == 1 ? "write" : "writes"), each landing before, "
          + "between or inside the fetches (\(granularity.inside)). Schedules of one writer that look the same to the "
          + "kernel are run once.")
  }

  /// How much was run, how fast, and within which bound.
  private var count: String {
    let seconds = races.reduce(Duration.zero) { $0 + $1.duration }.formatted
    return "\(grouped(schedules)) schedules that differ in what the kernel sees, in \(seconds) of one core: "
      + "\(grouped(Int(rate))) a second. More than \(writes) \(writes == 1 ? "write was" : "writes were") not tried."
  }

  /// The answer on a page: the question as it was asked, then a point for each thing that the results say.
  private var answerBlocks: [Block] {
    let (question, points) = (answers[0], answers.dropFirst())
    return [.paragraph(StyledText(question, .bold)), .list(points.map { StyledText($0) })]
  }

  private var table: Table {
    var table = Table([
      .init("scheme"), .init("schedules", .right), .init("validated"), .init("gated"), .init("beyond"),
      .init("one state"),
    ])
    var last = ""
    for race in races {
      if race.subject.scheme.name != last { table.section(StyledText(race.subject.scheme.name, .bold)) }
      last = race.subject.scheme.name
      table.row(
        [
          StyledText("  " + (race.subject.variant.isEmpty ? "as it is" : race.subject.variant)),
          StyledText(grouped(race.schedules)),
        ] + RaceReport.columns.map { race.cell($0) })
    }
    return table
  }
}

extension RaceReport {
  /// The properties by column: those that every sound scheme guarantees, then the one that none does.
  private static let columns = RaceProperty.allCases.filter(\.canBeGiven) + [.oneState]

  /// What the columns mean.
  private static let meanings: [(column: String, meaning: String)] = [
    ("validated", "the size or flags that were checked are those acted on."),
    (
      "gated",
      "no byte of an extension is acted on that was not fetched, or that the flags, as the kernel finally sees them, "
        + "do not open."
    ),
    ("beyond", "no read goes beyond what the caller declared."),
    (
      "one state",
      "the kernel's struct equals the memory at one point in time; no scheme guarantees that for more than a word."
    ),
  ]

  private static let legend: String =
    meanings.prefix(3).map { "\($0.column): \($0.meaning)" }.joined(separator: " ")
    + " Every sound scheme guarantees these three. \(meanings[3].column): \(meanings[3].meaning)"

  private static let legendItems: [StyledText] =
    meanings.map { StyledText($0.column, .bold) + StyledText(": \($0.meaning)") }
    + ["Every sound scheme guarantees the first three."]

  private static let counterexampleHeading: [Block] = [
    .heading("Counterexamples"),
    .paragraph(
      "For each mistake the schedule with the fewest writes that breaks the property, and one torn struct. Time runs "
        + "from top to bottom. The strip in a box marks the bytes that are read or written."),
  ]
}

extension RaceReport.Race {
  /// Whether the property holds, in one word.
  fileprivate func cell(_ property: RaceProperty) -> StyledText {
    if holds(property) { return StyledText("holds", .green) }
    return property == .oneState ? StyledText("torn", .yellow) : StyledText("FAILS", .red)
  }
}

extension RaceGranularity {
  /// Where writes land inside a copy, in words.
  fileprivate var inside: String {
    switch self {
    case .page: "inside a copy where a page ends, wherever one can"
    case .word: "inside a copy at every 8 bytes"
    case .byte: "inside a copy at every byte"
    }
  }
}
