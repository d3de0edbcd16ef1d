import Documents

extension RaceReport {
  /// What became of the schedules on the running kernel; none if they were not replayed.
  var replayBlocks: [Block] {
    guard let replay else { return [] }
    var blocks = replay.skipped.map { reason in
      Block.paragraph(
        StyledText("SKIPPED ", .yellow) + StyledText("the replay by page faults: \(reason)."))
    }
    if !replay.cases.isEmpty {
      blocks.append(.paragraph(StyledText(replay.summary)))
      blocks += replay.disagreements.map { one in
        .paragraph(
          StyledText("DISAGREES ", .red)
            + StyledText(
              "\(one.interface), \(one.name): simulated \(one.simulated.words); real \(one.real.words)"))
      }
    }
    return [.only(.page, [.heading("On the running kernel")]), .group(blocks)]
  }
}

extension RaceReplay {
  /// How many schedules were replayed, and how they ended.
  fileprivate var summary: String {
    let wrong = disagreements.count
    let reached =
      faults == cases.count
      ? "In each the struct changed while the kernel read it."
      : "In \(faults) the struct changed while the kernel read it; in the others the kernel was done before it touched "
        + "the missing page."
    return
      "\(cases.count) schedules that one page fault can produce were replayed on \(kernel) by userfaultfd: "
      + "\(cases.count - wrong) ended as simulated, \(wrong) did not. \(reached)"
  }
}
