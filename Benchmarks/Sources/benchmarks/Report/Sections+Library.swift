import CReference
import LinuxKernel

extension Section {
  /// Everything, measured now.
  static func all(_ cases: [Case]) throws -> [Section] {
    let timing = Timing(cases)
    let costs = try KernelCosts()
    return [Section.timing(timing), allocations(cases), kernel(costs), derived(costs)] + (try schemes(costs))
  }

  /// The library beside C.
  static func timing(_ timing: Timing) -> Section {
    var section = Section(
      title: "The library against C",
      words:
        "Nanoseconds a call, Swift and clang -O3, interleaved in one process on one processor, the order "
        + "rotated each round; medians, and the ratio's quarters. An empty call takes "
        + "\(tenths(Spread(timing.floor).median)) ns of each; the net ratio is one of what is left without it, and "
        + "the limits of the zero check are for that. A codec whose plan is fixed when the importer is compiled "
        + "has its numbers in its code, as C has; one of a `planned` case has them from a scheme that is a value.",
      columns: ["case", "Swift", "C", "ratio", "quarters", "net", "limit", ""])
    for (index, one) in timing.cases.enumerated() {
      let swift = Spread(timing.swift[index])
      guard one.hasReference else {
        let rate = tenths(1000 / swift.median)
        section.rows.append([
          one.name, tenths(swift.median), "-", "-", "-", "-", "-", "\(rate) million a second",
        ])
        continue
      }
      let c = Spread(timing.c[index])
      let ratio = Spread(zip(timing.swift[index], timing.c[index]).map { $0 / $1 })
      let net = Spread(timing.net(index))
      section.rows.append([
        one.name, tenths(swift.median), tenths(c.median), hundredths(ratio.median),
        "\(hundredths(ratio.low))-\(hundredths(ratio.high))", hundredths(net.median),
        one.limit.map(hundredths) ?? "-",
        verdict(one.isNet ? net : ratio, swift.median - c.median, one.limit),
      ])
    }
    return section
  }

  private static func verdict(_ ratio: Spread, _ difference: Double, _ limit: Double?) -> String {
    let isNoise = ratio.low <= 1 && 1 <= ratio.high || abs(difference) < 0.3
    guard let limit else { return isNoise ? "no difference" : "" }
    if ratio.median <= limit { return isNoise ? "holds; no difference" : "holds" }
    if isNoise, limit >= 1 { return "no difference" }
    return ratio.low <= limit ? "open: the limit is within the spread" : "does not hold"
  }

  /// How often the work asks for memory.
  static func allocations(_ cases: [Case]) -> Section {
    var found: [String] = []
    for one in cases {
      one.run(.swift, 10)
      let before = cref_allocations()
      one.run(.swift, 1_000)
      let count = cref_allocations() - before
      if count > 0 { found.append("\(one.name): \(count)") }
    }
    return Section(
      title: "Allocations",
      words: found.isEmpty
        ? "1,000 calls of each of the \(cases.count) cases: no memory is asked for."
        : "In 1,000 calls: \(found.joined(separator: ", ")).")
  }
}
