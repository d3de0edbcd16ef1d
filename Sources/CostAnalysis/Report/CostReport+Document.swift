package import Documents
import ExtensibleStructs

extension CostReport {
  /// The report for people: the schemes, then the claims.
  package func lines(width: Int) -> [StyledText] {
    let versions = history.versions.map { "\($0.name) \($0.size)" }.joined(separator: ", ")
    var lines = paragraph(
      StyledText("struct \(history.name)", .bold)
        + StyledText(
          ": \(versions) bytes; a call of the newest user that means everything, on the newest kernel"),
      width)
    lines += [""] + userTable.lines(width: width) + [""]
    lines += paragraph(StyledText(userLegend), width)
    for left in leftOut { lines += paragraph(StyledText(left.words + "."), width) }
    for reason in user?.missing ?? [] { lines += paragraph(StyledText("-: \(reason)", .yellow), width) }
    if user != nil, !UserCosts.isOptimised {
      lines += paragraph(
        StyledText(
          "This is a debug build: neither the user's side nor what makes the calls was optimised.", .yellow),
        width)
    }
    lines += [""] + kernelTable.lines(width: width) + [""]
    lines += paragraph(
      StyledText(
        "fetches, fetched: how often the kernel reads user memory, and how many bytes. kernel: what that takes, in "
          + "ns; a whole call that is refused after one fetch takes \(fixed(model.call, 0)). tail, old kernel: bytes "
          + "of tail that the oldest kernel looks at, and the ns that this takes it."),
      width)
    lines += [""]
    for claim in claims {
      lines += paragraph(
        StyledText("\"\(claim.words)\": ") + StyledText(claim.verdict, .bold, claim.holds ? .green : .yellow),
        width)
      lines += paragraph(StyledText(claim.reason), width, indent: 2)
    }
    return lines
  }

  /// What the user has to do with.
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

  private var userLegend: String {
    "unused: bytes that carry no meaning. full after: so many extensions of \(step) bytes fill the pad. "
      + "instructions, user ns: what it takes the user's codec to lay the struct out, the call of a function and the "
      + "loop around it included."
  }

  /// What the kernel has to do with.
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

  /// What is known, or a dash.
  private func cell(_ text: String?) -> StyledText { text.map { StyledText($0) } ?? StyledText("-", .dim) }
}
