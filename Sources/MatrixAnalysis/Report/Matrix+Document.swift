import Callers
package import Documents
import ExtensibleStructs

extension Matrix {
  /// The whole matrix for people: a table for each scheme, its hazards, and all schemes at a glance.
  ///
  /// - Parameter width: how many columns there are.
  package func report(width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    lines += paragraph(
      StyledText(
        "struct \(history.name): "
          + history.versions.map { version in
            "\(version.name) is \(version.size) bytes"
          }.joined(separator: ", ") + "."), width)
    lines += paragraph(
      StyledText(
        "Rows are callers, columns are kernels. ok: every field took effect. An errno: the call was refused. "
          + "IGNORED: the call succeeded, but a field was set and dropped. GARBAGE: the kernel acted on bytes "
          + "that the caller never set. BEYOND: the kernel read past the caller's struct. UNUSABLE: a kernel "
          + "refused a careful caller of its own version. An entry that sums up several cells lists every "
          + "result."
          + (replay.map { " ✓: \($0) answered the same." } ?? "")), width)
    for table in tables { lines += [""] + table.report(width: width) }
    lines += [""] + glance.lines(width: width)
    if !leftOut.isEmpty { lines.append("") }
    for left in leftOut { lines += paragraph(StyledText(left.words + "."), width) }
    if replay != nil { lines += [""] + confirmationLines(width) }
    return lines
  }

  /// All schemes against all habits: the worst that happened.
  private var glance: Documents.Table {
    var table = Documents.Table(
      [.init("at a glance"), .init("B", .right)] + Habit.allCases.map { .init(StyledText($0.rawValue)) },
      repeating: 1)
    for scheme in tables {
      table.row(
        [StyledText(scheme.scheme.name, .bold), StyledText("\(scheme.bytesPerCall)")]
          + Habit.allCases.map { habit in
            let verdicts = Set(scheme.cells(of: habit).map(\.judgement.verdict))
            guard let worst = Verdict.allCases.last(where: verdicts.contains) else {
              return StyledText("-", .dim)
            }
            return worst.isSound ? StyledText("safe", .green) : StyledText(worst.short, .red)
          })
    }
    return table
  }

  private func confirmationLines(_ width: Int) -> [StyledText] {
    guard let replay else { return [] }
    let count = confirmations
    var lines = paragraph(
      StyledText(
        "\(replay): \(count.confirmed) cells confirmed, \(count.contradicted) contradicted, "
          + "\(count.notExpressible) not expressible."), width)
    for note in notes.sorted() { lines += paragraph(StyledText(note + "."), width) }
    return lines
  }
}

extension Matrix.Table {
  /// One scheme's table, its hazards in words, its judgement.
  package func report(width: Int) -> [StyledText] {
    var lines = paragraph(StyledText(scheme.name, .bold) + StyledText(": \(scheme.summary)"), width)
    lines += paragraph(StyledText("bytes per call: \(sizeLine)"), width)
    let grid = Grid(self)
    var table = Documents.Table(
      [.init("user"), .init("habit")] + grid.headers.map { .init(StyledText($0)) }, repeating: 2)
    var last = -1
    for (group, kernels) in groups(grid).sorted(by: { $0.key < $1.key }) {
      let user = group.version == last ? "" : grid.isByAge ? "any" : version(group.version)
      last = group.version
      let plus = group.meansExtensions ? " + " + extensionLabel(grid.isByAge ? 0 : group.version) : ""
      table.row(
        [StyledText(user), StyledText(group.habit.rawValue + plus)]
          + grid.headers.indices.map { kernels[$0]?.styled ?? StyledText("-", .dim) })
    }
    lines += table.lines(width: width)
    for hazard in hazards {
      lines += paragraph(StyledText("! ", .red) + StyledText(hazard.words), width, indent: 2)
    }
    lines += paragraph(StyledText("Judgement: ", .bold) + StyledText(judgement), width)
    for cell in cells {
      if case .contradicted(let what) = cell.confirmation {
        lines += paragraph(
          StyledText("CONTRADICTED ", .red)
            + StyledText(
              "\(version(cell.user.version)) \(cell.user.habit.rawValue) on \(version(cell.kernel)): \(what)"),
          width)
      }
    }
    return lines
  }

  /// The length that a caller of each version passes.
  private var sizeLine: String {
    guard Set(sizes).count > 1 else { return "\(bytesPerCall) in every version" }
    return sizes.indices.map { "\(version($0)) \(sizes[$0])" }.joined(separator: ", ")
  }

  /// What the extensions of a user of this version are called in one line.
  private func extensionLabel(_ version: Int) -> String {
    version == 1 ? interface.history.extensions[0].name : "extensions"
  }
}

extension CellSummary {
  var styled: StyledText {
    var text = StyledText(self.text, hazards.isEmpty ? (accepted ? .green : .yellow) : .red)
    if confirmed > 0 { text += " ✓" }
    if contradicted > 0 { text += StyledText(" ✗", .red) }
    return text
  }
}

extension Matrix: CustomStringConvertible {
  /// The whole matrix for people, 80 columns wide, without colour.
  public var description: String {
    report(width: 80).map { $0.rendered(color: false) }.joined(separator: "\n")
  }
}
