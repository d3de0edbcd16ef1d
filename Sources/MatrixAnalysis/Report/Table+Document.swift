import Documents
import ExtensibleStructs
import InterfaceAnalysis
import KernelInterfaces

extension Matrix.Table {
  /// One scheme's table, its hazards in words, its judgement.
  ///
  /// A page has the judgement in front, as a list of its parts, and the struct under the scheme drawn as bytes, since
  /// the hazards name bytes.
  var block: Block {
    let hazards = hazards
    return .group([
      .heading(StyledText(scheme.name), detail: StyledText(scheme.summary)),
      .paragraph(StyledText("bytes per call: \(sizeLine)")),
      .only(.page, [.heading("Judgement", level: 3), .list(judgementParts.map(\.styled))]),
      .only(.text, [.table(textTable)]), .only(.page, [.table(pageTable)]),
      .only(
        .text,
        [
          .group(
            hazards.map { .paragraph(StyledText("! ", .red) + StyledText($0.words), indent: 2) } + [
              .paragraph(StyledText("Judgement: ", .bold) + StyledText(judgement))
            ])
        ]),
      .only(.page, hazards.isEmpty ? [] : [.heading("Hazards", level: 3), .list(hazards.map(\.styled))]),
      .group(contradictions), .only(.page, [.byteDrawing(drawing)]),
    ])
  }

  /// A terminal's table: the user's version in a column of its own.
  private var textTable: Documents.Table {
    let grid = Grid(self)
    var table = Documents.Table(
      [.init("user"), .init("habit")] + grid.headers.map { .init(StyledText($0)) }, repeating: 2)
    var last = -1
    for (group, kernels) in groups(grid).sorted(by: { $0.key < $1.key }) {
      let user = group.version == last ? "" : grid.isByAge ? "any" : version(group.version)
      last = group.version
      let plus = group.usesExtensions ? " + " + extensionLabel(grid.isByAge ? 0 : group.version) : ""
      table.row([StyledText(user), StyledText(group.habit.rawValue + plus)] + entries(kernels, grid))
    }
    return table
  }

  /// A page's table: a section for each version, with and without extensions, so that the first column, which stays in
  /// sight on a phone, is the habit alone.
  private var pageTable: Documents.Table {
    let grid = Grid(self)
    var table = Documents.Table([.init("habit")] + grid.headers.map { .init(StyledText($0)) })
    var last: UserGroup?
    for (group, kernels) in groups(grid).sorted(by: { $0.key < $1.key }) {
      if last?.version != group.version || last?.usesExtensions != group.usesExtensions {
        let user =
          grid.isByAge
          ? "user of any version" : "\(version(group.version)) user, \(sizes[group.version]) bytes"
        let uses =
          group.usesExtensions ? ", uses " + extensionLabel(grid.isByAge ? 0 : group.version) : ""
        table.section(StyledText(user + uses))
      }
      last = group
      table.row([StyledText(group.habit.rawValue)] + entries(kernels, grid))
    }
    return table
  }

  private func entries(_ kernels: [Int: CellSummary], _ grid: Grid) -> [StyledText] {
    grid.headers.indices.map { kernels[$0]?.styled ?? StyledText("-", .dim) }
  }

  /// What the running kernel did otherwise.
  private var contradictions: [Block] {
    cells.compactMap { cell in
      guard case .contradicted(let what) = cell.confirmation else { return nil }
      let user = "\(version(cell.user.version)) \(cell.user.habit.rawValue)"
      return .paragraph(
        StyledText("CONTRADICTED ", .red) + StyledText("\(user) on \(version(cell.kernel)): \(what)"))
    }
  }

  /// The struct under the scheme: with its size member, and with its pad.
  private var drawing: ByteDrawing {
    ByteDrawing(
      interface.history, name: "\(interface.history.name) under \(scheme.name)", paddedTo: bytesPerCall)
  }

  /// The length that a user of each version passes.
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
  fileprivate var styled: StyledText {
    var text = StyledText(self.text, hazards.isEmpty ? (accepted ? .green : .yellow) : .red)
    if confirmed > 0 { text += " ✓" }
    if contradicted > 0 { text += StyledText(" ✗", .red) }
    return text
  }
}

extension Matrix.Hazard {
  /// The hazard with its verdict in front.
  fileprivate var styled: StyledText { StyledText(verdict.words, .red) + ". " + StyledText(words) }
}
