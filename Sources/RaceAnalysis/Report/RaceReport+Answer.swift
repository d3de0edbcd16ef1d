import Documents
import ExtensibleStructs

extension RaceReport {
  /// The answer to "I can't immediately see what would go wrong", made from the results.
  public var answer: String { answers.joined(separator: " ") }

  /// The question, and what the results say to it.
  var answers: [String] {
    let given = RaceProperty.allCases.filter(\.canBeGiven)
    let sound = races.filter { race in given.allSatisfy(race.holds) }
    let wrong = races.filter { race in !given.allSatisfy(race.holds) }
    var parts = ["\"I can't immediately see what would go wrong.\""]
    if let race = races.first(where: { $0.subject.name == "flag-first, no re-check" }),
      let found = race.counterexamples[.gatedMeansFetched]
    {
      parts.append(
        "Without the re-check, this: \(found.writer.count == 1 ? "one write" : "\(found.writer.count) writes") between "
          + "the two reads opens an extension whose bytes were never copied (\(grouped(race.broken[.gatedMeansFetched] ?? 0)) of "
          + "\(grouped(race.schedules)) schedules).")
    }
    if let race = races.first(where: { $0.subject.name == "flag-first, re-check deciding" }) {
      let isSound = given.allSatisfy(race.holds)
      parts.append(
        isSound
          ? "With the flags that decide the size re-checked, nothing: in all \(grouped(race.schedules)) schedules of "
            + "up to \(writes) \(writes == 1 ? "write" : "writes") the flags that were checked are those acted on, no byte is acted on that was "
            + "not fetched, and none is read that the caller did not declare."
          : "Even with the flags that decide the size re-checked, something does.")
    }
    let others = sound.filter { $0.subject.name != "flag-first, re-check deciding" }
    if !others.isEmpty { parts.append("As sound: \(names(of: others)).") }
    let rest = wrong.filter { $0.subject.name != "flag-first, no re-check" }
    if !rest.isEmpty { parts.append("Not sound: \(names(of: rest)).") }
    parts.append(torn)
    if let replay, !replay.cases.isEmpty {
      let wrong = replay.disagreements.count
      parts.append(
        wrong == 0
          ? "\(replay.kernel) ended as simulated in all \(replay.cases.count) replays."
          : "\(replay.kernel) ended otherwise than simulated in \(wrong) of \(replay.cases.count) replays.")
    }
    return parts
  }

  /// `size-prefixed (as sched_setattr, as perf_event_open); static-pad`.
  private func names(of races: [Race]) -> String {
    var schemes: [String] = []
    for race in races where !schemes.contains(race.subject.scheme.name) {
      schemes.append(race.subject.scheme.name)
    }
    return schemes.map { scheme in
      let variants = races.filter { $0.subject.scheme.name == scheme && $0.subject.readsTwice }
      return variants.isEmpty
        ? scheme : "\(scheme) (\(variants.map(\.subject.variant).joined(separator: "; ")))"
    }.joined(separator: ", ")
  }

  /// The property that no scheme guarantees.
  private var torn: String {
    let torn = races.filter { !$0.holds(.oneState) }
    guard !torn.isEmpty else {
      return "Every struct was one state of the memory, as far as \(granularity.rawValue) granularity shows."
    }
    let who = torn.count == races.count ? "No scheme" : "Hardly a scheme"
    return
      "\(who) gives one state of the memory: even a single copy was torn, so each value has to be checked in "
      + "the kernel's copy, where it is used, and nothing may be inferred from two members having been right "
      + "together."
  }
}
