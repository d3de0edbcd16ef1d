import Compatibility
import ExtensibleStructs
import LinuxKernel
import UAPICatalog

extension Section {
  /// The schemes beside each other: the KVM struct with its claims, then structs that grow.
  static func schemes(_ costs: KernelCosts) throws -> [Section] {
    let model = CostModel(costs)
    var sections: [Section] = []
    if let structure = try Catalog.structures().first {
      let report = CostReport(structure.history, structure.schemes, model)
      sections.append(
        Section(
          title: "The schemes for \(structure.name)",
          words: report.claims.map { "\"\($0.words)\": \($0.verdict). \($0.reason)" }.joined(
            separator: "\n\n"),
          columns: columns, rows: report.schemes.map { row($0, model) }))
    }
    var grown = Section(
      title: "A struct that grows",
      words:
        "32 bytes and n extensions of 16, each behind a flag; the newest user, on the newest kernel. The "
        + "pad of 128 bytes is full after 8 extensions; then another static pad is needed, of 256.",
      columns: ["n", "scheme"] + columns.dropFirst())
    var cost: [String: [(x: Double, y: Double)]] = [:]
    var waste: [String: [(x: Double, y: Double)]] = [:]
    var names: [String] = []
    for count in 0...16 {
      let history = try History.grown(count)
      let used = Double(32 + 16 * count)
      for one in CostReport(history, Scheme.five(for: history), model).schemes {
        if count == 0 { names.append(one.scheme) }
        grown.rows.append(["\(count)"] + row(one, model))
        cost[one.scheme, default: []].append((used, one.kernelTime(model)))
        waste[one.scheme, default: []].append((used, Double(one.bytes) - used))
      }
    }
    grown.plot = Plot(
      title: "Kernel cost against size", x: "bytes that carry meaning", y: "ns beside the call",
      lines: names.map { Plot.Line(name: $0, points: cost[$0] ?? []) })
    let wasted = Section(
      title: "Bytes wasted against bytes used",
      words: "What a call carries beyond the bytes that mean something.",
      plot: Plot(
        title: "Bytes wasted against bytes used", x: "bytes that carry meaning", y: "bytes that do not",
        lines: names.map { Plot.Line(name: $0, points: waste[$0] ?? []) }))
    return sections + [wasted, grown]
  }

  private static let columns = [
    "scheme", "bytes", "unused", "fetches", "fetched", "kernel ns", "tail", "old kernel ns",
  ]

  private static func row(_ cost: SchemeCost, _ model: CostModel) -> [String] {
    [
      cost.scheme, "\(cost.bytes)", "\(cost.unused)", "\(cost.fetches)", "\(cost.fetched)",
      tenths(cost.kernelTime(model)), "\(cost.tail)", tenths(cost.tailTime(model)),
    ]
  }
}
