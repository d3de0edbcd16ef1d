import Documents
import ExtensibleStructs
import KernelInterfaces

extension RaceReport {
  /// One schedule, and the properties that it breaks under a scheme.
  struct Story {
    let race: Race
    let found: [RaceCounterexample]
  }

  /// The counterexamples to show: each mistake's, once where one schedule breaks several properties, and one torn
  /// struct.
  var counterexamples: [Story] {
    var shown: [Story] = []
    for race in races {
      let broken = RaceProperty.allCases.filter(\.canBeGiven).compactMap { race.counterexamples[$0] }
      var rest = broken[...]
      while let first = rest.first {
        shown.append(
          Story(race: race, found: rest.filter { $0.events == first.events && $0.user == first.user }))
        rest = rest.filter { $0.events != first.events || $0.user != first.user }[...]
      }
    }
    if let torn = races.first(where: { !$0.holds(.oneState) }), let found = torn.counterexamples[.oneState] {
      shown.append(Story(race: torn, found: [found]))
    }
    return shown
  }

  /// The schedule, then the memory and what follows.
  func blocks(of story: Story) -> [Block] {
    guard let first = story.found.first else { return [] }
    let history = story.race.interface.history
    let timeline = RaceTimeline(found: first, history: history)
    let names = story.found.map { "\"\($0.property.name)\"" }.joined(separator: " and ")
    let pair =
      " for a \(history.versions[first.user].name) user on a \(history.versions[first.kernel].name) kernel, "
    let heading = Block.heading(
      StyledText(story.race.subject.name), level: 3,
      detail: StyledText(names, .red)
        + StyledText((story.found.count == 1 ? " fails" : " fail") + pair + first.effort))
    var memory: [Block] = [.table(timeline.memory)]
    let left = timeline.membersLeft
    if left > 0 {
      let words = "\(left) other \(left == 1 ? "member keeps its" : "members keep their") value throughout."
      memory.append(.paragraph(StyledText(words, .dim)))
    }
    memory += story.found.map {
      .paragraph(
        StyledText("→ ", .red) + StyledText(RaceTimeline(found: $0, history: history).consequence))
    }
    return [.group([heading, .timeline(timeline.steps)]), .group(memory)]
  }
}

extension RaceCounterexample {
  /// How many writes it takes.
  fileprivate var effort: String {
    switch writer.count {
    case 0: "without any write."
    case 1: "with one write."
    default: "with \(writer.count) writes; fewer do not break it."
    }
  }
}
