package import CommandLineKit
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
    lines += [""] + table.lines(width: width) + [""]
    lines += paragraph(
      StyledText(
        "unused: bytes that carry no meaning. fetches: reads of user memory by the kernel. kernel: what they cost "
          + "beside the call's own \(fixed(model.call, 0)) ns, in ns. old kernel: bytes of tail that the oldest "
          + "kernel looks at, and what that costs it."),
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

  private var table: Table {
    var table = Table([
      .init("scheme"), .init("bytes", .right), .init("unused", .right), .init("fetches", .right),
      .init("fetched", .right), .init("kernel", .right), .init("tail", .right), .init("old kernel", .right),
    ])
    for cost in schemes {
      table.row(
        StyledText(cost.scheme), StyledText("\(cost.bytes)"),
        StyledText("\(cost.unused)", cost.unused * 2 > cost.bytes ? .yellow : .dim),
        StyledText("\(cost.fetches)"), StyledText("\(cost.fetched)"),
        StyledText(fixed(cost.kernelTime(model), 1)), StyledText("\(cost.tail)"),
        StyledText(fixed(cost.tailTime(model), 1)))
    }
    return table
  }
}
