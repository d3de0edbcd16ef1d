public import Documents
import KernelInterfaces

extension VerificationReport: Finding {
  /// A row for each interface, then the disagreements, the first of each interface in full.
  public var document: Document {
    let known = results.flatMap { result in result.withheld.map { words(for: $0, of: result.interface) } }
    var blocks: [Block] = [
      .only(.page, [.paragraph(summary), .paragraph(VerificationReport.method)]),
      .group([.table(table)] + known.map { .paragraph($0) } + withoutNobody.map { .paragraph($0) }),
    ]
    if compared.count > 1 { blocks.append(.only(.page, [.plot(plot)])) }
    let wrong = results.filter { !$0.disagreements.isEmpty }
    if !wrong.isEmpty { blocks.append(.only(.page, [.heading("Disagreements")])) }
    for result in wrong { blocks += disagreements(of: result) }
    blocks.append(.only(.text, [.paragraph(summary)]))
    return Document("\(kernel) against the simulated \(played)", blocks)
  }

  /// The interfaces of which no case was put as an unprivileged user, by reason.
  private var withoutNobody: [StyledText] {
    let reasons = compared.compactMap(\.withoutNobody)
    var seen: Set<String> = []
    return reasons.filter { seen.insert($0).inserted }.map { reason in
      let names = compared.filter { $0.withoutNobody == reason }.map(\.interface).joined(separator: ", ")
      return StyledText("no case as an unprivileged user: \(names): \(reason)", .yellow)
    }
  }

  private static let method: StyledText =
    "Each case is one call. The simulated and the running kernel agree if both give the same errno and leave the same "
    + "memory behind."

  private var summary: StyledText {
    StyledText(
      "\(kernel) against the simulated \(played)\(abi == .native ? "" : ", as a program of \(abi.rawValue)"): "
        + "\(compared.reduce(0) { $0 + $1.cases }) cases, "
        + "\(compared.reduce(0) { $0 + $1.casesAsNobody }) of them as an unprivileged user, over "
        + "\(compared.count) interfaces, \(compared.reduce(0) { $0 + $1.disagreements.count }) disagreements, "
        + "\(results.count - compared.count) skipped.")
  }

  private var table: Table {
    var table = Table([
      .init("interface"), .init("cases", .right), .init("agreed", .right), .init("disagreed", .right),
      .init("", wraps: true),
    ])
    for result in results {
      if let reason = result.skipped {
        table.row(StyledText(result.interface), "", "", "", StyledText("skipped: \(reason)", .yellow))
        continue
      }
      let wrong = result.disagreements.count
      table.row(
        StyledText(result.interface), StyledText("\(result.cases)"), StyledText("\(result.agreed)"),
        StyledText("\(wrong)", wrong == 0 ? .dim : .red),
        wrong == 0 ? StyledText("✓", .green) : StyledText("✗", .red))
    }
    return table
  }

  private func words(for bits: CallShape.ConfiguredBits, of interface: String) -> StyledText {
    StyledText(
      "\(interface): this kernel refuses \(bits.member) \(hex(bits.bits)), so the cases expect \(bits.errno) for it. "
        + "What takes it: \(bits.reason).", .yellow)
  }

  private var plot: Plot {
    Plot(
      "Cases by interface",
      bars: .init(
        categories: compared.map(\.interface),
        [
          .init("agreed", compared.map { Double($0.agreed) }),
          .init("disagreed", compared.map { Double($0.disagreements.count) }),
        ],
        unit: "cases", isStacked: true))
  }
}

extension VerificationReport {
  /// How many disagreements of an interface are shown in full.
  private static let shown = 3
  /// How many more a page lists by name.
  private static let listed = 200

  /// The first disagreements, each with the case to repeat it; a page lists others by name.
  private func disagreements(of result: Verification) -> [Block] {
    let shown = result.disagreements.prefix(VerificationReport.shown).flatMap { one -> [Block] in
      [
        .paragraph(
          StyledText(result.interface, .bold)
            + StyledText(": \(one.name): simulated \(one.simulated) (\(one.reason)), real \(one.real)")),
        // Not wrapped: it is there to be pasted.
        .verbatim([StyledText(one.line, .dim)]),
      ]
    }
    let rest = result.disagreements.dropFirst(VerificationReport.shown)
    let more = rest.isEmpty ? [] : [StyledText("and \(rest.count) more; --json has all of them")]
    return [
      .only(.page, [.heading(StyledText(result.interface), level: 3)]),
      .group(shown + [.only(.text, [.verbatim(more)])]),
      .only(.page, rest.isEmpty ? [] : list(of: rest)),
    ]
  }

  private func list(of rest: ArraySlice<Verification.Disagreement>) -> [Block] {
    var table = Table([
      .init("case", wraps: true), .init("simulated"), .init("real"),
      .init("why the simulated kernel answers so", wraps: true),
    ])
    for one in rest.prefix(VerificationReport.listed) {
      table.row(
        StyledText(one.name), StyledText(one.simulated), StyledText(one.real), StyledText(one.reason))
    }
    let more = rest.count - VerificationReport.listed
    return [
      .table(table),
      .paragraph(more > 0 ? StyledText("And \(more) more, which the JSON has.") : ""),
    ]
  }
}

extension Verification.Disagreement {
  /// The policy without the errno, which is named beside it.
  fileprivate var reason: String {
    let errno = "\(simulated): "
    return policy.hasPrefix(errno) ? String(policy.dropFirst(errno.count)) : policy
  }
}
