import Compatibility
import ExtensibleStructs
import LinuxKernel
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
      CostReport($0.history, $0.schemes, model, user: $1)
    }
    return zip(structures, reports).map { section($0.name, $1) }
      + sections(ofGrown: Array(reports.dropFirst(structures.count)))
  }

  /// One struct, and the claims.
  private static func section(_ name: String, _ report: CostReport) -> Section {
    let claims = report.claims.map { "\"\($0.words)\": \($0.verdict). \($0.reason)" }
    return Section(
      title: "The schemes for \(name)",
      words: ([legend + missing([report])] + claims).joined(separator: "\n\n"),
      columns: columns, rows: report.schemes.map { row($0, report) })
  }

  /// A struct of 32 bytes with 0 to 16 extensions.
  private static func sections(ofGrown reports: [CostReport]) -> [Section] {
    var grown = Section(
      title: "A struct that grows",
      words:
        "32 bytes and n extensions of 16, each behind a flag; the newest user, on the newest kernel. The "
        + "pad of 128 bytes is full after 8 extensions; then another static pad is needed, of 256."
        + missing(reports),
      columns: ["n", "scheme"] + columns.dropFirst())
    let names = reports[0].schemes.map(\.scheme)
    for (count, report) in reports.enumerated() {
      grown.rows += report.schemes.map { ["\(count)"] + row($0, report) }
    }
    func lines(_ value: (SchemeCost, CostReport, _ used: Int) -> Double) -> [Plot.Line] {
      names.map { name in
        let points = reports.enumerated().compactMap { count, report in
          report[name].map { (x: Double(32 + 16 * count), y: value($0, report, 32 + 16 * count)) }
        }
        return Plot.Line(name: name, points: points)
      }
    }
    let used = "bytes that carry meaning"
    grown.plot = Plot(
      title: "Cost against size, user and kernel", x: used, y: "ns beside the call itself",
      lines: lines { cost, report, _ in
        cost.kernelTime(report.model) + (report.user?[cost.scheme]?.time.median ?? 0)
      })
    let wasted = Section(
      title: "Bytes wasted against bytes used",
      words: "What a call carries beyond the bytes that mean something.",
      plot: Plot(
        title: "Bytes wasted against bytes used", x: used, y: "bytes that do not",
        lines: lines { cost, _, used in Double(cost.bytes - used) }))
    return [wasted, grown]
  }

  /// Why numbers are missing, each reason once.
  private static func missing(_ reports: [CostReport]) -> String {
    let reasons = Set(reports.flatMap { $0.user?.missing ?? [] }).sorted()
    return reasons.map { "\n\n-: \($0)." }.joined()
  }

  private static let legend =
    "A call of the newest user that means everything, on the newest kernel. Full after: so many extensions fill the "
    + "pad. Instructions, user ns: what it takes the user to lay the struct out, the call of a function included. "
    + "Kernel ns: what the kernel's fetches cost beside the call itself, by the parts above. Tail, old ns: bytes of "
    + "tail that the oldest kernel looks at, and what that costs it."

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
