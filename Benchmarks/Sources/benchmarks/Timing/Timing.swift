import CReference

/// All cases, timed beside each other in one process on one processor, their order rotated each round.
struct Timing {
  let cases: [Case]
  /// Nanoseconds a call, for each case and round.
  private(set) var swift: [[Double]]
  private(set) var c: [[Double]]
  /// What an empty function takes in the same loop.
  private(set) var floor: [Double] = []

  init(_ cases: [Case], rounds: Int = 41) {
    self.cases = cases
    swift = cases.map { _ in [] }
    c = swift
    cref_pin()
    let floor = Case.nothing
    for round in 0..<rounds + 1 {
      for step in cases.indices {
        let index = (step + round) % cases.count
        // Which language goes first changes, too.
        var times: [Language: Double] = [:]
        for language in round % 2 == 0 ? [Language.swift, .c] : [.c, .swift] {
          times[language] = Timing.time(cases[index], language)
        }
        // The first round warms up.
        guard round > 0 else { continue }
        swift[index].append(times[.swift] ?? 0)
        c[index].append(times[.c] ?? 0)
      }
      self.floor.append(Timing.time(floor, .swift))
    }
  }

  /// Nanoseconds a call, over a stretch of calls.
  private static func time(_ one: Case, _ language: Language) -> Double {
    let count = 2_000
    let start = cref_now()
    one.run(language, count)
    return Double(cref_now() - start) / Double(count)
  }

  func table() {
    print("empty call: \(tenths(Spread(floor).median)) ns")
    for (index, one) in cases.enumerated() {
      let mine = Spread(swift[index])
      guard one.hasReference else {
        print("\(one.name): \(tenths(mine.median)) ns, \(tenths(1000 / mine.median)) million a second")
        continue
      }
      let theirs = Spread(c[index])
      let ratio = Spread(zip(swift[index], c[index]).map { $0 / $1 })
      print(
        "\(one.name): \(tenths(mine.median)) / \(tenths(theirs.median)) ns, \(hundredths(ratio.median)) [\(hundredths(ratio.low)), \(hundredths(ratio.high))] \(one.limit.map { "limit \($0)" } ?? "")"
      )
    }
  }
}

/// A middle value, and the quarters around it.
struct Spread {
  let median: Double
  let low: Double
  let high: Double

  init(_ values: [Double]) {
    let sorted = values.sorted()
    median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    low = sorted.isEmpty ? 0 : sorted[sorted.count / 4]
    high = sorted.isEmpty ? 0 : sorted[sorted.count * 3 / 4]
  }
}

func tenths(_ value: Double) -> String { fixed(value, 1) }
func hundredths(_ value: Double) -> String { fixed(value, 2) }

/// A number with so many digits behind its point.
func fixed(_ value: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
  let scaled = Int(abs(value) * Double(scale) + 0.5)
  let fraction = String(scaled % scale)
  let zeros = String(repeating: "0", count: digits - fraction.count)
  return "\(value < 0 && scaled > 0 ? "-" : "")\(scaled / scale).\(zeros)\(fraction)"
}
