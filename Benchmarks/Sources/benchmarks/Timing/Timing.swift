import CReference
import CostAnalysis

/// All cases, timed beside each other in one process on one processor, their order rotated each round.
struct Timing {
  let cases: [Case]
  /// How often each was timed.
  let rounds: Int
  /// Nanoseconds a call, for each case and round.
  private(set) var swift: [[Double]]
  private(set) var c: [[Double]]
  /// What an empty function takes in the same loop.
  private(set) var floor: [Double] = []

  init(_ cases: [Case], rounds: Int = 41) {
    self.cases = cases
    self.rounds = rounds
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

  /// For each round, the ratio of what both languages take beyond an empty call; a tenth of a nanosecond at least.
  func net(_ index: Int) -> [Double] {
    zip(zip(swift[index], c[index]), floor.dropFirst()).map { times, empty in
      max(0.1, times.0 - empty) / max(0.1, times.1 - empty)
    }
  }

  /// Nanoseconds a call, over a stretch of calls.
  private static func time(_ one: Case, _ language: Language) -> Double {
    let count = 2_000
    let start = cref_now()
    one.run(language, count)
    return Double(cref_now() - start) / Double(count)
  }
}

func tenths(_ value: Double) -> String { fixed(value, 1) }
func hundredths(_ value: Double) -> String { fixed(value, 2) }

/// A number with so many digits behind its point.
func fixed(_ value: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
  let scaled = Int(abs(value) * Double(scale) + 0.5)
  guard digits > 0 else { return "\(value < 0 && scaled > 0 ? "-" : "")\(scaled)" }
  let fraction = String(scaled % scale)
  let zeros = String(repeating: "0", count: digits - fraction.count)
  return "\(value < 0 && scaled > 0 ? "-" : "")\(scaled / scale).\(zeros)\(fraction)"
}
