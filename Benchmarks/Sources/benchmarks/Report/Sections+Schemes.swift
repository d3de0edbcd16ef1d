import CostAnalysis
import ExtensibleStructs
import UAPICatalog

extension Section {
  /// The schemes beside each other: the KVM struct with its claims, then structs that grow.
  static func schemes(_ costs: KernelCosts) throws -> [Section] {
    let model = CostModel(costs)
    let structures = try Catalog.structures().prefix(1)
    let grown = try (0...16).map { try History.grown($0) }
    let all =
      structures.map { (history: $0.history, schemes: $0.schemes) }
      + grown.map { (history: $0, schemes: Scheme.five(for: $0)) }
    let reports = zip(all, UserCosts.measured(all)).map {
      CostReport($0.history, schemes: $0.schemes, model: model, user: $1)
    }
    return zip(structures, reports).map { section($0.name, $1) }
      + [section(ofGrown: Array(reports.dropFirst(structures.count)))]
  }

  /// One struct, and the claims.
  private static func section(_ name: String, _ report: CostReport) -> Section {
    let claims = report.claims.map { "\"\($0.words)\": \($0.verdict). \($0.reason)" }
    return Section(
      title: "The schemes for \(name)",
      words: (claims + [legend + missing([report])]).joined(separator: "\n\n"),
      columns: columns, rows: report.schemes.map { row($0, report) })
  }

  /// A struct of 32 bytes with 0 to 16 extensions.
  private static func section(ofGrown reports: [CostReport]) -> Section {
    var grown = Section(
      title: "A struct that grows",
      words: """
        32 bytes and n extensions of 16, each behind a flag, in the columns of the table above. The pad of 128 bytes \
        is full after 8 extensions; then another static pad is needed, of 256. Here new-ioctl takes a new number for \
        each extension, and no pad.

        Cost is the user's time and the kernel's, \
        without what every call takes. Wasted are the bytes of a call that are none of \
        the 32 + 16 n: the pad, and the size member with what aligns it. Where lines lie upon each other the upper \
        one is broken.\(missing(reports))
        """,
      columns: ["n", "scheme"] + columns.dropFirst(), texts: [1])
    for (count, report) in reports.enumerated() {
      grown.rows += report.schemes.map { ["\(count)"] + row($0, report) }
    }
    func lines(_ value: (SchemeCost, CostReport, _ used: Int) -> Double) -> [Plot.Line] {
      reports[0].schemes.map(\.scheme).map { name in
        let points = reports.enumerated().compactMap { count, report in
          report[name].map { (x: Double(32 + 16 * count), y: value($0, report, 32 + 16 * count)) }
        }
        return Plot.Line(name: name, points: points)
      }
    }
    grown.plots = [
      Plot(
        title: "Cost against size", x: "bytes used: 32 + 16 n", y: "user ns + kernel ns",
        lines: lines { cost, report, _ in
          cost.kernelTime(report.model) + (report.user?[cost.scheme]?.time.median ?? 0)
        }),
      Plot(
        title: "Bytes wasted against bytes used", x: "bytes used: 32 + 16 n", y: "bytes wasted",
        lines: lines { cost, _, used in Double(cost.bytes - used) }),
    ]
    return grown
  }

  /// Why numbers are missing, each reason once.
  private static func missing(_ reports: [CostReport]) -> String {
    let reasons = Set(reports.flatMap { $0.user?.missing ?? [] }).sorted()
    return reasons.map { "\n\n-: \($0)." }.joined()
  }

  private static let legend = """
    The table: a call of the newest user that means everything, on the newest kernel. Unused: bytes of it that carry \
    no meaning. Full after: so many extensions fill the pad. Instructions, user ns: what it takes the user's codec, \
    made at run time, to lay the struct out, the call of a function and the loop around it included. Fetches, \
    fetched, kernel ns: how often the simulated kernel reads user memory, how many bytes, and what that takes by the \
    parts above. Tail, old ns: bytes of tail that the oldest kernel looks at, and what that takes it.
    """

  private static let columns = [
    "scheme", "bytes", "unused", "full after", "instructions", "user ns", "fetches", "fetched", "kernel ns",
    "tail", "old ns",
  ]

  private static func row(_ cost: SchemeCost, _ report: CostReport) -> [String] {
    let user = report.user?[cost.scheme]
    return [
      cost.scheme, "\(cost.bytes)", "\(cost.unused)", report.fullAfter(cost).map { "\($0)" } ?? "-",
      user?.instructions.map { fixed($0, 0) } ?? "-", user.map { tenths($0.time.median) } ?? "-",
      "\(cost.fetches)", "\(cost.fetched)", tenths(cost.kernelTime(report.model)), "\(cost.tail)",
      tenths(cost.tailTime(report.model)),
    ]
  }
}
