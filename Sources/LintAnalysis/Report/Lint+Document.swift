public import Documents
import ExtensibleStructs
import InterfaceAnalysis
import KernelInterfaces

extension Lint: Finding {
  /// The findings, the worst first.
  public var document: Document {
    Document(
      "Lint of struct \(history.name)",
      [
        .paragraph(introduction),
        .only(.page, [.paragraph(summary), .byteDrawing(ByteDrawing(history))]),
      ]
        + Level.allCases.flatMap(blocks)
        + [.only(.text, [.paragraph(summary)])])
  }

  private var introduction: StyledText {
    StyledText("struct \(history.name)", .bold)
      + (interfaces.isEmpty
        ? ": no call that takes it was checked."
        : StyledText(", taken by \(interfaces.map(\.name).joined(separator: ", "))."))
  }

  /// How many findings there are of each level.
  private var summary: StyledText {
    let counts = Level.allCases.map { level -> String in
      let count = issues.filter { $0.rule.level == level }.count
      return "\(count) \(level.rawValue)\(count == 1 ? "" : "s")"
    }
    return StyledText("\(counts.joined(separator: ", ")).")
  }

  /// The findings of one level; on a page below a heading that says what the level is.
  private func blocks(of level: Level) -> [Block] {
    let issues = issues.filter { $0.rule.level == level }
    guard !issues.isEmpty else { return [] }
    var rules: [Rule] = []
    for issue in issues where !rules.contains(issue.rule) { rules.append(issue.rule) }
    return [
      .only(.text, issues.map { .group([.paragraph($0.line)] + $0.rule.consequences) }),
      .only(
        .page,
        [.heading(StyledText(level.title), detail: StyledText(level.meaning))]
          + rules.map { rule in
            let places = issues.filter { $0.rule == rule }.map(\.place)
            return .group(
              [.heading(StyledText(rule.rawValue), level: 3)]
                + (places.count == 1 ? [.paragraph(places[0])] : [.list(places)]) + rule.consequences)
          }),
    ]
  }
}

extension Lint.Level {
  /// The heading of its issues.
  fileprivate var title: String {
    switch self {
    case .mistake: "Mistakes"
    case .limit: "Limits"
    case .note: "Notes"
    }
  }

  /// What the level is, in a sentence.
  fileprivate var meaning: String {
    switch self {
    case .mistake: "A mistake misleads a careful caller or kernel."
    case .limit: "A limit is a way in which the struct cannot grow."
    case .note: "A note is correct, but callers must know it."
    }
  }

  fileprivate var style: Style {
    switch self {
    case .mistake: .red
    case .limit: .yellow
    case .note: .cyan
    }
  }
}

extension Lint.Rule {
  /// What follows from it and what to do, and the struct that was bitten.
  fileprivate var consequences: [Block] {
    [.paragraph(StyledText("\(advice.prefix(1).uppercased())\(advice.dropFirst())."), indent: 2)]
      + (bitten.map { [.paragraph(StyledText("bitten: \($0).", .dim), indent: 2)] } ?? [])
  }
}

extension Lint.Issue {
  /// What was found and where, in one line.
  fileprivate var line: StyledText {
    let place = (interface.map { " in \($0)" } ?? "") + (subject.isEmpty ? "" : ": \(subject)")
    return StyledText("\(rule.level.rawValue): ", rule.level.style) + StyledText(rule.rawValue, .bold)
      + StyledText(place)
  }

  /// Where it was found, after the level.
  fileprivate var place: StyledText {
    let level = StyledText("\(rule.level.rawValue): ", rule.level.style)
    let call = interface.map { StyledText("in ") + StyledText($0, .code) }
    switch (call, subject.isEmpty) {
    case (let call?, true): return level + call
    case (let call?, false): return level + call + StyledText(": \(subject)")
    case (nil, true): return level + "in the struct itself"
    case (nil, false): return level + StyledText(subject)
    }
  }
}
