import CReference
import CostAnalysis

extension Section {
  /// Everything, measured now; `counts` are the instructions, which were counted before.
  static func all(_ cases: [Case], _ counts: [String: Count]) throws -> [Section] {
    let timing = Timing(cases)
    let costs = try KernelCosts()
    return [
      Section.timing(timing), instructions(cases, counts), allocations(cases), kernel(costs), derived(costs),
    ]
      + (try schemes(costs))
  }

  /// The library beside C.
  static func timing(_ timing: Timing) -> Section {
    var section = Section(
      title: "The library against C", words: words(timing),
      columns: ["case", "Swift", "C", "ratio", "quarters", "net", "limit", "verdict"], texts: [0, 7])
    var tally = Tally()
    for (index, one) in timing.cases.enumerated() {
      let swift = Spread(timing.swift[index])
      guard one.hasReference else {
        let rate = 1000 / swift.median
        let verdict: Verdict = one.rate.map { rate >= $0 ? .holds : .fails } ?? .free
        let words = "\(tenths(rate)) million a second" + (one.rate.map { ", \(fixed($0, 0)) asked" } ?? "")
        tally.add(one.name, verdict, words)
        section.rows.append([
          one.name, tenths(swift.median), "-", "-", "-", "-", "-",
          verdict == .free ? words : "\(verdict.words(isNoise: false)): \(words)",
        ])
        continue
      }
      let c = Spread(timing.c[index])
      let ratio = Spread(zip(timing.swift[index], timing.c[index]).map { $0 / $1 })
      let net = Spread(timing.net(index))
      let (verdict, isNoise) = Verdict.of(one, ratio: ratio, net: net, difference: swift.median - c.median)
      let limit = one.limit.map(hundredths) ?? "-"
      tally.add(one.name, verdict, "\(hundredths((one.isNet ? net : ratio).median)), limit \(limit)")
      section.rows.append([
        one.name, tenths(swift.median), tenths(c.median), hundredths(ratio.median),
        "\(hundredths(ratio.low))-\(hundredths(ratio.high))", hundredths(net.median),
        one.isNet ? "net \(limit)" : limit, verdict.words(isNoise: isNoise),
      ])
    }
    section.summary = tally.words
    return section
  }

  private static func words(_ timing: Timing) -> String {
    """
    Nanoseconds a call. Swift: this library, called from another module, as an importer's is. C: the same work, \
    written for the purpose and compiled by clang -O3. Both gave the same answers before they were timed, in one \
    process on one processor, by turns, in \(timing.rounds) rounds, the order rotated.

    Swift and C are medians. Ratio is Swift's time over C's, and half of the rounds lie between its quarters. An \
    empty call takes \(tenths(Spread(timing.floor).median)) ns; net is the ratio of what is left without it, which \
    for the shortest cases is hardly more than noise. A limit is for the ratio, and for net where it says so. No \
    difference: 1 lies between the quarters, or the medians are less than \(tenths(Verdict.cycle)) ns apart, a \
    cycle or so. Where memory and code come to lie changes from run to run, and a ratio with it: what one run does \
    not hold the next may. Instructions, below, do not change.

    `zero` asks whether so many bytes are zero, beside the kernel's loop over words and beside one over blocks of \
    64 bytes. `copy` is copy_struct_from_user of a user whose struct has the kernel's size, is shorter (half of \
    it), has a zero tail of so many bytes (long), or one with a byte set at its end (reject) or beginning \
    (reject-first). `encode` and `decode` are a codec whose struct and scheme are types: its sizes and offsets are \
    constants of the code, as C's are. `planned` is the same by a codec made at run time, of a scheme that is a \
    value; no limit is promised for it. `call` is a whole call of the simulated kernel, on flat memory and on \
    pages with every fetch recorded.
    """
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
