public import Documents

extension ProbeReport: Finding {
  /// The sizes, a row for each interface, then the rules.
  public var document: Document {
    Document(
      "What \(kernel) knows, found by asking it",
      [
        .only(
          .page,
          [
            .paragraph(end), .heading("Sizes"),
            .paragraph(
              "The size of the struct that the kernel was built with, as its answers show it, and as its own type "
                + "information (BTF) has it. A size of BTF that differs is red."),
          ]),
        .table(sizes),
        .only(.page, [.heading("Rules"), .list(ProbeReport.columns)]),
        .table(rules),
        .only(.text, [.paragraph(end)]),
      ])
  }

  /// What the columns of the rules say.
  private static let columns: [StyledText] = [
    StyledText("size 0", .bold) + ": what a struct that says that it is 0 bytes long is answered with.",
    StyledText("tail", .bold)
      + ": what a byte set behind the kernel's struct is answered with, or what becomes of the bytes behind a struct "
      + "that is handed out.",
    StyledText("reserved", .bold) + ": what a reserved word that is not 0 is answered with.",
    StyledText("flags taken", .bold)
      + ": the flag bits that, set alone, do not make the call fail with EINVAL.",
  ]

  private var end: StyledText {
    StyledText(
      "\(kernel), read-only: nothing was changed." + (typesMissing.map { " No BTF to compare: \($0)." } ?? "")
    )
  }

  private var sizes: Table {
    var table = Table([
      .init("interface"), .init("size", .right), .init("BTF", .right), .init("VER"),
      .init("which releases; how the size was found", wraps: true),
    ])
    for finding in answers {
      if let reason = finding.skipped {
        table.row(
          StyledText(finding.interface), StyledText("-", .dim), "", "",
          StyledText("skipped: \(reason)", .yellow))
        continue
      }
      table.row(
        StyledText(finding.interface, .bold), StyledText(finding.size.map { "\($0)" } ?? "?"),
        StyledText(finding.typeSize.map { "\($0)" } ?? "", finding.differs ? .red : .dim),
        StyledText(finding.version ?? ""), StyledText(finding.how))
    }
    return table
  }

  private var rules: Table {
    var table = Table([
      .init("interface"), .init("size 0"), .init("tail"), .init("reserved"), .init("flags taken", .right),
    ])
    for finding in answers where finding.skipped == nil {
      table.row(
        StyledText(finding.interface, .bold), StyledText(finding.sizeZero ?? ""),
        StyledText(finding.tail ?? ""), StyledText(finding.pad ?? ""),
        StyledText(finding.takenFlags))
    }
    return table
  }
}

extension ProbeReport.Answer {
  /// The flags that are taken, and those that are known alone.
  fileprivate var takenFlags: String {
    let known = flagsNotBuiltIn.flatMap { $0 == 0 ? nil : "; known, not built in: \(hex($0))" }
    return flags.map { hex($0) + (known ?? "") } ?? ""
  }
}

extension ProbeReport.Answer {
  /// The releases, then the method.
  fileprivate var how: String {
    (releases.map { "\($0); " } ?? "") + method + (notDescribed.map { "; \($0)" } ?? "")
  }
}
