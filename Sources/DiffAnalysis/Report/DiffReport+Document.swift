public import Documents

extension DiffReport: Finding {
  /// The structs that changed with what was found, the broken ones first, and how many have which verdict.
  public var document: Document {
    Document(
      "What changed from \(old) to \(new)",
      [.only(.page, [.paragraph(summary)])]
        + DiffVerdict.allCases.reversed().flatMap(blocks)
        + constants.flatMap(blocks)
        + headerBlocks
        + [.only(.text, [.paragraph(summary)])])
  }

  /// How many structs have which verdict.
  private var summary: StyledText {
    let counts = DiffVerdict.allCases.reversed().compactMap { verdict -> StyledText? in
      let count = count(verdict) + (verdict == .unchanged ? unchanged : 0)
      return count == 0 ? nil : StyledText("\(count) \(verdict.rawValue)", verdict.style)
    }
    guard let first = counts.first else { return "No struct in either." }
    return counts.dropFirst().reduce(StyledText("Structs: ") + first) { $0 + ", " + $1 }
      + StyledText(added.isEmpty ? "." : "; \(added.count) new.")
  }

  private func blocks(of verdict: DiffVerdict) -> [Block] {
    let structs = structs.filter { $0.verdict == verdict }
    guard !structs.isEmpty else { return [] }
    return [
      .only(
        .page, [.heading(StyledText(verdict.rawValue.capitalizedFirst), detail: StyledText(verdict.meaning))])
    ] + structs.map { .group([.paragraph($0.title)] + $0.findings.blocks + $0.embedding) }
  }

  private func blocks(of constants: ConstantDiff) -> [Block] {
    [
      .group(
        [
          .paragraph(
            StyledText("constants of \(constants.header)", .bold) + ": "
              + StyledText(constants.verdict.rawValue, constants.verdict.style))
        ] + constants.findings.blocks)
    ]
  }

  private var headerBlocks: [Block] {
    guard let headers else { return [] }
    let lists = [("only in \(old)", headers.removed), ("only in \(new)", headers.added)]
    return lists.filter { !$0.1.isEmpty }.map { title, names in
      .paragraph(
        StyledText("\(names.count) \(title)", .bold) + StyledText(": \(names.joined(separator: ", "))."))
    }
      + (headers.failed.isEmpty
        ? []
        : [
          .group(
            [.paragraph(StyledText("\(headers.failed.count) that could not be read", .bold) + ":")]
              + headers.failed.map { .paragraph(StyledText("\($0.header): \($0.reason)"), indent: 2) })
        ])
      + [
        .paragraph(
          StyledText(
            "Headers: \(headers.compared) compared, \(headers.same) with the same code, \(headers.added.count) new,"
              + " \(headers.removed.count) gone, \(headers.failed.count) not read."))
      ]
  }
}

extension StructDiff {
  fileprivate var title: StyledText {
    var text =
      StyledText("\(isUnion ? "union" : "struct") \(name)", .bold) + ": "
      + StyledText(verdict.rawValue, verdict.style)
    switch (oldSize, newSize) {
    case (let old?, let new?):
      text += StyledText(old == new ? ", \(bytes(new))" : ", \(old) bytes, then \(new)")
    case (nil, let new?): text += StyledText(", new, \(bytes(new))")
    case (let old?, nil): text += StyledText(", gone, was \(bytes(old))")
    case (nil, nil): break
    }
    if let header { text += StyledText(" (\(header))", .dim) }
    return text
  }

  fileprivate var embedding: [Block] {
    embeddedIn.isEmpty
      ? [] : [.paragraph(StyledText("embedded in: \(listed(embeddedIn, limit: 6)).", .dim), indent: 2)]
  }
}

extension [DiffFinding] {
  /// Each finding; those for whom and what to do about it once, behind the last of several findings alike.
  fileprivate var blocks: [Block] {
    indices.flatMap { index in
      let next = index + 1 < count ? self[index + 1] : nil
      return next?.advice == self[index].advice
        ? [self[index].block] : [self[index].block, self[index].advice]
    }
  }
}

extension DiffFinding {
  fileprivate var block: Block {
    let place = abis.isEmpty || isOfAll ? "" : " on \(listed(abis, limit: 5))"
    return .paragraph(
      StyledText("\(verdict.rawValue): ", verdict.style) + StyledText(rule.rawValue, .bold)
        + StyledText("\(place): \(message)"), indent: 2)
  }

  fileprivate var advice: Block {
    .paragraph(
      StyledText(
        "for: \(affected.map(\.rawValue).joined(separator: ", ")). \(rule.advice.capitalizedFirst).", .dim),
      indent: 4)
  }

  /// Whether its ABIs are too many to be the point.
  private var isOfAll: Bool { affected != [.narrowUser] && affected != [.bigEndian] }
}

extension DiffVerdict {
  fileprivate var style: Style {
    switch self {
    case .unchanged: .dim
    case .grown: .green
    case .hazard: .yellow
    case .broken: .red
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
