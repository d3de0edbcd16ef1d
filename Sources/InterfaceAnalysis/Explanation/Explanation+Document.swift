public import Documents
import ExtensibleStructs
import KernelInterfaces

extension Explanation: Finding {
  /// The steps as a table, and where the case stopped.
  public var document: Document {
    var blocks: [Block] = [.paragraph(introduction)]
    if let codec {
      blocks.append(
        .only(
          .page,
          [
            .byteDrawing(ByteDrawing(interface.history)), .heading("Steps"),
            .paragraph(
              "The kernel goes through the steps from top to bottom. Where a condition holds, or a fetch fails, it "
                + "returns the errno on the right and looks no further. " + StyledText("arg", .code)
                + " is the kernel's copy of the struct."),
          ]))
      blocks.append(.group([.table(table), .paragraph(writeBack(of: codec))]))
    }
    if let stop {
      // A page draws the fetches, which text lists.
      blocks += [
        .only(.page, [.heading("The case")]),
        .group([.paragraph(end(of: stop)), .only(.text, [.paragraph(StyledText(fetches(of: stop)))])]),
        .only(.page, stop.outcome.accesses.isEmpty ? [] : [.timeline(timeline(of: stop))]),
      ]
    }
    let kernel = release.map { "Linux \($0)" } ?? interface.newest.scheme.name
    return Document("\(interface.name) in \(kernel), step by step", blocks)
  }

  /// What is explained.
  private var introduction: StyledText {
    let name = StyledText(interface.name, .bold)
    guard let codec else {
      let kernel = release.map { "Linux \($0)" } ?? "This kernel"
      guard let absence else { return StyledText("\(kernel) does not have ") + name + "." }
      let null = absence.null == absence.errno ? "" : ", or \(absence.null) if the pointer is NULL"
      return StyledText("\(kernel) does not have ") + name
        + StyledText(": it answers \(absence.errno)\(null).")
    }
    let kernel = release.map { "Linux \($0)" } ?? "A prototype under \(interface.newest.scheme.name)"
    let version = interface.history.versions.last { $0.size <= codec.known }?.name ?? "VER0"
    let verb = interface.direction == .in ? "takes in" : "hands out"
    return name
      + StyledText(
        " \(verb) struct \(interface.history.name). \(kernel) knows \(version) (\(codec.size) bytes) and goes "
          + "through these steps, in this order.")
  }

  private var table: Table {
    var table = Table([
      .init("", .right), .init("step"), .init("in C", wraps: true), .init("refused with"),
    ])
    for (index, step) in lines.enumerated() {
      let style = style(of: index)
      func cell(_ text: String) -> StyledText { style.map { StyledText(text, $0) } ?? StyledText(text) }
      table.row(
        cell("\(index + 1)"), cell(step.step.rawValue),
        style.map { StyledText(step.c, $0, .code) } ?? StyledText(step.c, .code),
        cell(errnos(of: step) + (step.writesBack ? " ↩" : "")))
    }
    return table
  }

  private func writeBack(of codec: Codec) -> StyledText {
    guard lines.contains(where: \.writesBack) else { return "" }
    return StyledText(
      "↩: before it returns this errno, the kernel writes its own size, \(codec.size), into the user's struct."
    )
  }

  /// What a step refuses with; a tail that is not mapped is a fault, as everywhere.
  private func errnos(of step: Line) -> String {
    guard let errno = step.errno else { return "-" }
    return step.step == .tail ? "\(errno), EFAULT" : "\(errno)"
  }

  /// Steps behind the one that refused the case were not made.
  private func style(of index: Int) -> Style? {
    guard let stop else { return nil }
    guard let refused = stop.index else { return .green }
    return index < refused ? .green : index == refused ? .red : .dim
  }
}

extension Explanation {
  /// Where the case stopped.
  private func end(of stop: Stop) -> StyledText {
    guard let rejection = stop.outcome.rejection, let index = stop.index else {
      return "The case passes every step."
    }
    guard codec != nil else { return StyledText("The case is refused: \(rejection).") }
    return StyledText("The case stops at step \(index + 1), ") + StyledText(rejection.step.rawValue, .bold)
      + StyledText(": \(rejection).")
  }

  private func fetches(of stop: Stop) -> String {
    let fetches = stop.outcome.accesses.filter(\.primitive.isFetch).map {
      "\($0.primitive.rawValue) [\($0.offset), \($0.offset + $0.count))"
    }
    return "Fetches: \(fetches.isEmpty ? "none" : fetches.joined(separator: ", "))."
  }

  /// The kernel's fetches and write-backs, with the bytes that each is about, and its answer.
  private func timeline(of stop: Stop) -> Timeline {
    let accesses = stop.outcome.accesses.map { access in
      let kind: Timeline.Kind =
        access.primitive == .getUser ? .read : access.primitive.isFetch ? .copy : .write
      let last = access.offset + access.count - 1
      let bytes =
        access.count == 0
        ? "no byte" : access.count == 1 ? "byte \(last)" : "bytes \(access.offset)-\(last)"
      return Timeline.Event(
        0, StyledText("\(access.primitive.rawValue): \(bytes)"), kind,
        bytes: access.offset..<access.offset + access.count)
    }
    let success = interface.direction == .in ? "takes the struct" : "has handed the struct out"
    let answer = stop.outcome.rejection.map { "refuses: \($0)" } ?? success
    return Timeline(lanes: ["kernel"], accesses + [.init(0, StyledText(answer), .end)])
  }
}
