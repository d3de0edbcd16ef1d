extension Section {
  /// What valgrind counted.
  static func instructions(_ cases: [Case], _ counts: [String: Count]) -> Section {
    var section = Section(
      title: "Instructions per call",
      words: """
        Counted by valgrind's cachegrind, as the difference of two runs of which one makes 10,000 calls more. They \
        are the same on every run: `Benchmarks/run --check` compares them with `Benchmarks/limits.txt`, where each \
        case of more than \(hundredths(Count.most)) times C's has its reason.
        """)
    guard !counts.isEmpty else {
      section.words = "Left out: they are counted by valgrind, which is not here and cannot be installed."
      return section
    }
    section.columns = ["case", "Swift", "C", "ratio"]
    var (held, planned): ([Double], [Double]) = ([], [])
    var beyond: [String] = []
    for one in cases {
      guard let count = counts[one.name] else { continue }
      section.rows.append([
        one.name, fixed(count.swift, 0), count.c.map { fixed($0, 0) } ?? "-",
        count.ratio.map(hundredths) ?? "-",
      ])
      guard let ratio = count.ratio else { continue }
      if one.name.hasPrefix("planned/") {
        planned.append(ratio)
      } else if ratio < Count.most + 0.005 {
        held.append(ratio)
      } else {
        beyond.append("\(one.name) (\(hundredths(ratio)))")
      }
    }
    section.summary =
      "\(held.count) of \(held.count + beyond.count) cases take at most \(hundredths(Count.most)) times C's instructions."
      + (beyond.isEmpty ? "" : " More: \(beyond.joined(separator: ", ")).")
      + " The \(planned.count) planned ones, of which it is not asked, take \(hundredths(planned.min() ?? 0)) to "
      + "\(hundredths(planned.max() ?? 0)) times as many."
    return section
  }
}
