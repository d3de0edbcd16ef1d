package import Documents
import ExtensibleStructs

extension RaceReport {
  /// The whole report for people: schemes against properties, counterexamples, replays, the answer.
  ///
  /// - Parameter width: how many columns there are.
  package func report(width: Int) -> [StyledText] {
    var lines = paragraph(
      StyledText(
        "struct \(history.name): a second thread writes while the kernel reads. Every schedule of at most "
          + "\(writes) \(writes == 1 ? "write" : "writes"), each landing before, between or inside the "
          + "fetches (\(granularity.inside)); every pair of versions; every set of extensions meant. "
          + "Of one writer, schedules that the kernel cannot tell apart are run once."), width)
    lines += [""] + table.lines(width: width) + [""]
    lines += paragraph(StyledText(RaceReport.legend, .dim), width) + [""]
    for reason in omitted { lines += paragraph(StyledText("Left out: \(reason)."), width) }
    lines += paragraph(StyledText(count), width)
    for (race, found) in shown { lines += [""] + story(of: found, in: race, width) }
    lines += replayLines(width)
    lines += [""] + paragraph(StyledText(answer, .bold), width)
    return lines
  }

  /// How much was run, how fast, and within which bound.
  private var count: String {
    let seconds = races.reduce(Duration.zero) { $0 + $1.duration }.formatted
    return "\(grouped(schedules)) schedules that differ in what the kernel sees, in \(seconds) of one core: "
      + "\(grouped(Int(rate))) a second. Bound: \(writes) writes; a longer writer was not tried."
  }

  /// The properties by column: those that a scheme can give, then the one that none gives.
  private static let columns = RaceProperty.allCases.filter(\.canBeGiven) + [.oneState]

  /// What the columns mean.
  private static let legend = """
    validated: the size or flags that were checked are those acted on. gated: no byte of an extension is acted \
    on that was not fetched, or that the flags as finally seen do not open. beyond: no read goes beyond what the \
    caller declared. These a scheme can give, and must. one state: the kernel's struct is the memory as it was \
    at one time; no scheme gives it for more than a word.
    """

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

  /// The counterexamples to show: each mistake's, once where one schedule breaks several properties, and one torn
  /// struct.
  private var shown: [(Race, [RaceCounterexample])] {
    var shown: [(Race, [RaceCounterexample])] = []
    for race in races {
      let broken = RaceProperty.allCases.filter(\.canBeGiven).compactMap { race.counterexamples[$0] }
      var rest = broken[...]
      while let first = rest.first {
        shown.append((race, rest.filter { $0.events == first.events && $0.user == first.user }))
        rest = rest.filter { $0.events != first.events || $0.user != first.user }[...]
      }
    }
    if let torn = races.first(where: { !$0.holds(.oneState) }), let found = torn.counterexamples[.oneState] {
      shown.append((torn, [found]))
    }
    return shown
  }

  private func story(of found: [RaceCounterexample], in race: Race, _ width: Int) -> [StyledText] {
    guard let first = found.first else { return [] }
    let history = race.interface.history
    let timeline = RaceTimeline(found: first, history: history)
    let names = found.map { "\"\($0.property.name)\"" }.joined(separator: " and ")
    var lines = paragraph(
      StyledText("\(race.subject.name)", .bold) + StyledText(" breaks ") + StyledText(names, .red)
        + StyledText(
          ": a \(history.versions[first.user].name) user on a \(history.versions[first.kernel].name) kernel, "
            + first.effort),
      width)
    lines += timeline.steps.lines(width: width) + [""] + timeline.memory.lines(width: width)
    let left = timeline.membersLeft
    if left > 0 {
      let words = "\(left) other \(left == 1 ? "member keeps its" : "members keep their") value throughout."
      lines += paragraph(StyledText(words, .dim), width)
    }
    for found in found {
      let timeline = RaceTimeline(found: found, history: history)
      lines += paragraph(StyledText("→ ", .red) + StyledText(timeline.consequence), width)
    }
    return lines
  }

  private func replayLines(_ width: Int) -> [StyledText] {
    guard let replay else { return [] }
    var lines: [StyledText] = [""]
    for reason in replay.skipped {
      lines += paragraph(
        StyledText("SKIPPED ", .yellow) + StyledText("the replay by page faults: \(reason)."), width)
    }
    guard !replay.cases.isEmpty else { return lines }
    let wrong = replay.disagreements
    let reached =
      replay.faults == replay.cases.count
      ? "In each the struct changed while the kernel read it."
      : "In \(replay.faults) the struct changed while the kernel read it; in the others the kernel was done before "
        + "it touched the missing page."
    lines += paragraph(
      StyledText(
        "\(replay.cases.count - wrong.count) replays agreed on \(replay.kernel), \(wrong.count) disagreed: schedules "
          + "that one page fault can produce, made by userfaultfd. \(reached)"), width)
    for one in wrong {
      lines += paragraph(
        StyledText("DISAGREES ", .red)
          + StyledText(
            "\(one.interface), \(one.name): simulated \(one.simulated.words); real \(one.real.words)"),
        width)
    }
    return lines
  }
}

extension RaceCounterexample {
  /// How many writes it takes.
  fileprivate var effort: String {
    switch writer.count {
    case 0: "without any write."
    case 1: "one write."
    default: "\(writer.count) writes; fewer do not do it."
    }
  }
}

extension Race {
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
