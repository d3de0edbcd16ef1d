public import Documents
import ExtensibleStructs
import KVMBackend
import KernelInterfaces
import MatrixAnalysis

extension KVMReport: Finding {
  /// What KVM can do, which ioctl sets memory, what guests proved, each case, and the cells of the matrix.
  ///
  /// A terminal shows the counts last; a page shows them first.
  public var document: Document {
    Document(
      "KVM of \(kernel)",
      [
        .only(.page, [.paragraph(summary), .heading("What it can do")]),
        .only(.text, [.table(abilityTable("KVM of \(kernel)"))]),
        .only(.page, [.table(abilityTable("capability"))]),
        .only(.page, [.heading("Which ioctl sets memory")]),
        .only(.page, [.list(negotiation.map { StyledText($0) })]),
        .only(.text, [.group(negotiation.map { .paragraph(StyledText($0)) })]),
        .only(.page, [.heading("What a guest proved")]), proofBlock,
        .only(
          .page,
          [
            .heading(
              "The simulated and the running kernel",
              detail:
                "The same calls, put to both. Neighbours of one kind with the same answers share a line.")
          ]),
        .table(caseTable), .group(skipped.map { .paragraph(StyledText("skipped: \($0)", .yellow)) }),
        .only(
          .page,
          [
            .heading(
              "Cells of the matrix",
              detail: "The users and schemes of " + StyledText("extstruct matrix", .code)
                + " that this kernel has a call for.")
          ]),
        .table(cellTable), .only(.text, [.paragraph(summary)]),
      ])
  }

  private var summary: StyledText {
    let wrong = cases.filter { !$0.agrees }.count
    let count = matrix.confirmations
    return StyledText(
      "\(cases.count) calls: \(cases.count - wrong) agree, \(wrong) disagree. "
        + "\(count.confirmed + count.contradicted) cells of the matrix: \(count.confirmed) confirmed, "
        + "\(count.contradicted) contradicted.")
  }

  private func abilityTable(_ header: StyledText) -> Table {
    var table = Table([.init(header), .init("")])
    table.row("KVM_CAP_USER_MEMORY2 (REGION2)", yes(abilities.userMemory2))
    table.row("KVM_CAP_GUEST_MEMFD", yes(abilities.guestMemfd))
    table.row("KVM_CAP_READONLY_MEM", yes(abilities.readonlyMemory))
    table.row("KVM_CAP_NR_MEMSLOTS", "\(abilities.numberOfMemslots)")
    return table
  }

  private func yes(_ flag: Bool) -> StyledText {
    flag ? StyledText("yes", .green) : StyledText("no", .yellow)
  }

  private var proofBlock: Block {
    guard !proofs.isEmpty else { return .paragraph("No guest was run: that needs x86-64.") }
    var table = Table([.init("claim"), .init("held"), .init("what the guest did", wraps: true)])
    for ioctl in RegionIoctl.allCases where proofs.contains(where: { $0.ioctl == ioctl }) {
      table.section(StyledText(ioctl.name))
      for proof in proofs where proof.ioctl == ioctl {
        table.row(StyledText("\(proof.claim)"), mark(proof.held), StyledText(proof.seen))
      }
    }
    return .group([
      .only(
        .text, [.group(proofs.map { .paragraph(mark($0.held) + " " + StyledText("\($0)")) })]),
      .only(.page, [.table(table)]),
    ])
  }

  private func mark(_ holds: Bool) -> StyledText { holds ? StyledText("✓", .green) : StyledText("✗", .red) }

  /// The calls; neighbours of one kind with the same answers share a line.
  private var caseTable: Table {
    var table = Table([.init("case"), .init("calls", .right), .init("simulated"), .init("real"), .init("")])
    var last = ""
    var index = 0
    while index < cases.count {
      let first = cases[index]
      if first.interface != last { table.section(StyledText(first.interface, .bold)) }
      last = first.interface
      var end = index + 1
      while end < cases.count, cases[end].looksLike(first) { end += 1 }
      let name = end - index > 1 ? "\(first.name) to \(cases[end - 1].name)" : first.name
      table.row(
        StyledText(name), "\(end - index)", StyledText(first.simulated.words),
        StyledText(first.real.words), first.mark)
      index = end
    }
    return table
  }

  private var cellTable: Table {
    var table = Table([.init("cell of the matrix"), .init("verdict"), .init("real")])
    for scheme in matrix.tables {
      table.section(StyledText(scheme.scheme.name, .bold))
      for cell in scheme.cells where cell.confirmation != nil {
        let features = cell.user.features == 0 ? "" : " + \(scheme.interface.history.extensions[0].name)"
        let verdict = cell.judgement.verdict
        table.row(
          StyledText("\(scheme.version(cell.user.version)) \(cell.user.habit.rawValue)\(features)"),
          StyledText(
            cell.judgement.errno?.description ?? verdict.words,
            verdict.style), cell.mark)
      }
    }
    return table
  }
}

extension KVMReport.Case {
  /// Whether a reader would take both for one: the same kind of case, the same answers.
  fileprivate func looksLike(_ other: KVMReport.Case) -> Bool {
    interface == other.interface && kind == other.kind && simulated == other.simulated && real == other.real
      && difference == other.difference
  }

  private var kind: Substring {
    name.hasSuffix("mapped") ? "mapped" : name.split(separator: " ").first ?? ""
  }

  /// A sign of agreement, or what differed.
  fileprivate var mark: StyledText {
    agrees ? StyledText("✓", .green) : StyledText("✗ " + (difference ?? ""), .red)
  }
}

extension Matrix.Cell {
  fileprivate var mark: StyledText {
    switch confirmation {
    case .confirmed: StyledText("✓", .green)
    case .contradicted(let what): StyledText("✗ \(what)", .red)
    case nil: ""
    }
  }
}
