import Callers
public import Documents
import ExtensibleStructs
import KernelInterfaces

extension Matrix: Finding {
  /// A table for each scheme, its hazards and its judgement, and all schemes at a glance.
  ///
  /// A terminal shows the glance last, where the eye is when the command ends; a page shows it first, with what each
  /// verdict and each habit is.
  public var document: Document {
    Document(
      "struct \(history.name): every user on every kernel",
      [
        .only(.text, [.group([.paragraph(sizes), .paragraph(reading)])]),
        .only(.page, introduction + overview + [verdictLegend, habitLegend]),
      ] + tables.map(\.block) + [
        .only(.text, [.table(terminalGlance)]), leftOutBlock, runningBlock,
      ])
  }

  private var sizes: StyledText {
    let versions = history.versions.map { "\($0.name) is \($0.size) bytes" }.joined(separator: ", ")
    return "struct \(history.name): \(versions)."
  }

  /// How a terminal's tables are read.
  private var reading: StyledText {
    StyledText(
      "Rows are callers, columns are kernels. ok: every field took effect. An errno: the call was refused. "
        + "IGNORED: the call succeeded, but a field was set and dropped. GARBAGE: the kernel acted on bytes "
        + "that the caller never set. BEYOND: the kernel read past the caller's struct. UNUSABLE: a kernel "
        + "refused a careful caller of its own version. An entry that sums up several cells lists every "
        + "result." + (replay.map { " ✓: \($0) answered the same." } ?? ""))
  }

  private var introduction: [Block] {
    let sets =
      featureSets == .every
      ? "every subset of the extensions" : "these subsets of the extensions: \(featureSets.rawValue)"
    return [
      .paragraph(sizes),
      .paragraph(
        StyledText(
          "How should it grow? For each scheme below, users of each version call kernels of each version, with "
            + "\(sets), and with the habits of real programs. What the kernel acted on is compared with what "
            + "the user set.")),
      .paragraph(
        StyledText(
          replay.map { "The kernel is a simulated one; where a cell has a ✓, \($0) answered the same." }
            ?? "The kernel is a simulated one.")),
    ]
  }

  private var overview: [Block] {
    [
      .heading("At a glance"), .table(pageGlance),
      .paragraph(
        "The worst that happened to a user with the habit, on any kernel. safe: the kernel acted on all that the "
          + "user set, or refused the call with an errno. A dash: under this scheme no user can have the habit."
      ),
    ]
  }

  /// All schemes against all habits, with the bytes in front, in few columns.
  private var terminalGlance: Documents.Table {
    var table = Documents.Table(
      [.init("at a glance"), .init("B", .right)] + Habit.allCases.map { .init(StyledText($0.rawValue)) })
    for scheme in tables {
      table.row([StyledText(scheme.scheme.name, .bold), "\(scheme.bytesPerCall)"] + scheme.worst)
    }
    return table
  }

  /// The same for a page, where a phone shows the first columns.
  private var pageGlance: Documents.Table {
    var table = Documents.Table(
      [.init("scheme")] + Habit.allCases.map { .init(StyledText($0.rawValue)) } + [
        .init("bytes per call", .right)
      ])
    for scheme in tables {
      table.row([StyledText(scheme.scheme.name, .bold)] + scheme.worst + ["\(scheme.bytesPerCall)"])
    }
    return table
  }

  private var leftOutBlock: Block {
    .group([
      leftOut.isEmpty ? .group([]) : .only(.page, [.heading("Schemes that cannot carry the struct")]),
      .group(leftOut.map { .paragraph(StyledText($0.words + ".")) }),
    ])
  }

  /// What the running kernel said of the cells, or why it was not asked.
  private var runningBlock: Block {
    var lines: [Block] = []
    if let replay {
      let count = confirmations
      lines.append(
        .paragraph(
          StyledText(
            "\(replay): \(count.confirmed) cells confirmed, \(count.contradicted) contradicted, "
              + "\(count.notExpressible) not expressible.")))
      lines += notes.sorted().map { .paragraph(StyledText($0 + ".")) }
      lines.append(
        .only(
          .page,
          [
            .paragraph(
              "A cell is not expressible if the running kernel has no call that takes this version under this scheme."
            )
          ]))
    } else if let obstacle {
      lines.append(.paragraph(StyledText("Not confirmed: \(obstacle).")))
    }
    return lines.isEmpty ? .group([]) : .group([.only(.page, [.heading("On the running kernel")])] + lines)
  }
}

extension Matrix.Table {
  /// For each habit, the worst that happened to a user with it.
  fileprivate var worst: [StyledText] {
    Matrix.Habit.allCases.map { habit in
      let verdicts = Set(cells(of: habit).map(\.judgement.verdict))
      guard let worst = Matrix.Verdict.allCases.last(where: verdicts.contains) else {
        return StyledText("-", .dim)
      }
      return worst.isSound ? StyledText("safe", .green) : StyledText(worst.short, .red)
    }
  }
}
