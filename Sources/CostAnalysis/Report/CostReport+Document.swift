public import Documents
import ExtensibleStructs
import KernelInterfaces

extension CostReport: Finding {
  /// The schemes as the user and as the kernel pays for them, then the claims.
  public var document: Document {
    Document(
      "Costs of struct \(history.name)",
      [
        .paragraph(introduction),
        .only(.page, [.heading("What the user pays")]),
        .table(userTable),
        .group(legend(userColumns) + notes),
        .only(.page, userPlots),
        .only(.page, [.heading("What the kernel pays")]),
        .table(kernelTable),
        .group(legend(kernelColumns)),
        .only(.page, kernelPlots),
        .only(
          .page,
          [
            .heading("Three claims"),
            .paragraph(
              "Each is from the discussion of 2023; a cost above a fifth of a refused call is much."),
          ]),
        .group(claims.flatMap(\.blocks)),
        .only(.page, [.heading("What was measured"), .table(modelTable), .paragraph(modelLegend)]),
      ])
  }

  private var introduction: StyledText {
    let versions = history.versions.map { "\($0.name) \($0.size)" }.joined(separator: ", ")
    return StyledText("struct \(history.name)", .bold)
      + StyledText(": \(versions) bytes. The newest user sets every extension and calls the newest kernel.")
  }

  /// Why something is missing, or is not what a release build would measure.
  private var notes: [Block] {
    var notes = leftOut.map { Block.paragraph(StyledText($0.words + ".")) }
    notes += (user?.missing ?? []).map { .paragraph(StyledText("-: \($0)", .yellow)) }
    if user != nil, !UserCosts.isOptimised {
      notes.append(
        .paragraph(
          StyledText(
            "This is a debug build: the user's code and the code that makes the calls are not optimised.",
            .yellow)))
    }
    return notes
  }

  /// What the user pays.
  private var userTable: Table {
    var table = Table([
      .init("scheme"), .init("bytes", .right), .init("unused", .right), .init("full after", .right),
      .init("instructions", .right), .init("user ns", .right),
    ])
    for cost in schemes {
      let user = user?[cost.scheme]
      table.row(
        StyledText(cost.scheme), StyledText("\(cost.bytes)"),
        StyledText("\(cost.unused)", cost.unused * 2 > cost.bytes ? .yellow : .dim),
        cell(fullAfter(cost).map { "\($0)" }), cell(user?.instructions.map { fixed($0, 0) }),
        cell(user.map { fixed($0.time.median, 1) }))
    }
    return table
  }

  /// What the user's columns mean.
  private var userColumns: [(columns: String, meaning: String)] {
    [
      ("unused", "bytes that carry no meaning."),
      ("full after", "how many \(step)-byte extensions fit into the pad."),
      (
        "instructions, user ns",
        "what the user's codec takes to lay the struct out, with the call of a function and the loop around it."
      ),
    ]
  }

  /// What the kernel pays.
  private var kernelTable: Table {
    var table = Table([
      .init("scheme"), .init("fetches", .right), .init("fetched", .right), .init("kernel", .right),
      .init("tail", .right), .init("old kernel", .right),
    ])
    for cost in schemes {
      table.row(
        StyledText(cost.scheme), StyledText("\(cost.fetches)"), StyledText("\(cost.fetched)"),
        StyledText(fixed(cost.kernelTime(model), 1)), StyledText("\(cost.tail)"),
        StyledText(fixed(cost.tailTime(model), 1)))
    }
    return table
  }

  /// What the kernel's columns mean.
  private var kernelColumns: [(columns: String, meaning: String)] {
    [
      ("fetches, fetched", "how often the kernel reads user memory, and how many bytes."),
      (
        "kernel",
        "the ns that the fetches take; a whole call that is refused after one fetch takes "
          + "\(fixed(model.call, 0)) ns."
      ),
      (
        "tail, old kernel",
        "how many trailing bytes the oldest kernel checks, and the ns that this takes."
      ),
    ]
  }

  /// What columns mean: a paragraph, or a list on a page.
  private func legend(_ meanings: [(columns: String, meaning: String)]) -> [Block] {
    let sentences = meanings.map { "\($0.columns): \($0.meaning)" }
    return [
      .only(.text, [.paragraph(StyledText(sentences.joined(separator: " ")))]),
      .only(.page, [.list(meanings.map { StyledText($0.columns, .bold) + StyledText(": \($0.meaning)") })]),
    ]
  }

  /// What is known, or a dash.
  private func cell(_ text: String?) -> StyledText { text.map { StyledText($0) } ?? StyledText("-", .dim) }
}

extension CostReport.Claim {
  /// The claim with its verdict, and the reason below it.
  fileprivate var blocks: [Block] {
    [
      .heading(
        StyledText("\"\(words)\""), level: 3, detail: StyledText(verdict, .bold, holds ? .green : .yellow)),
      .paragraph(StyledText(reason), indent: 2),
    ]
  }
}
