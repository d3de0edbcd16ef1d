package import Documents
import ExtensibleStructs
import KernelInterfaces

extension Explanation {
  /// The steps as a table, and where the case stopped.
  package func report(width: Int) -> [StyledText] {
    var lines = paragraph(StyledText(title), width)
    guard codec != nil else { return lines + stopLines(width) }
    var table = Table([
      .init("", .right), .init("step"), .init("in C", wraps: true), .init("refused with"),
    ])
    let steps = self.lines
    for (index, step) in steps.enumerated() {
      let style = style(of: index)
      func cell(_ text: String) -> StyledText { style.map { StyledText(text, $0) } ?? StyledText(text) }
      table.row(
        cell("\(index + 1)"), cell(step.step.rawValue), cell(step.c),
        cell(errnos(of: step) + (step.writesBack ? " ↩" : "")))
    }
    lines += [""] + table.lines(width: width)
    if let codec, steps.contains(where: \.writesBack) {
      lines += paragraph(
        StyledText("↩ The kernel writes its size, \(codec.size), into the user's struct before it answers."),
        width)
    }
    return lines + stopLines(width)
  }

  /// What is explained.
  private var title: String {
    let way = interface.direction == .in ? "takes struct \(interface.history.name) in" : handsOut
    let kernel = release.map { "Linux \($0)" } ?? "a prototype under \(interface.newest.scheme.name)"
    guard let codec else {
      let null = absence.flatMap { $0.null == $0.errno ? nil : " (\($0.null) if the pointer is NULL)" } ?? ""
      return "\(kernel) has no \(interface.name): \(absence.map { "\($0.errno)" } ?? "")\(null)."
    }
    let version = interface.history.versions.last { $0.size <= codec.known }?.name ?? "VER0"
    return "\(interface.name) \(way): what \(kernel) does, which knows \(version) (\(codec.size) bytes)."
  }

  private var handsOut: String { "hands struct \(interface.history.name) out" }

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

  private func stopLines(_ width: Int) -> [StyledText] {
    guard let stop else { return [] }
    var lines: [StyledText] = [""]
    if let rejection = stop.outcome.rejection, let index = stop.index {
      lines += paragraph(
        StyledText("The case stops at step \(index + 1), ") + StyledText(rejection.step.rawValue, .bold)
          + StyledText(": \(rejection)."), width)
    } else {
      lines += paragraph(StyledText("The case passes every step."), width)
    }
    let fetches = stop.outcome.accesses.filter(\.primitive.isFetch).map {
      "\($0.primitive.rawValue) [\($0.offset), \($0.offset + $0.count))"
    }
    lines += paragraph(
      StyledText("Fetches: \(fetches.isEmpty ? "none" : fetches.joined(separator: ", "))."), width)
    return lines
  }
}
