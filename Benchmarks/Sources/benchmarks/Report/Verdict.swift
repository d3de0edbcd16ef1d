import CostAnalysis

/// What a case's times say of its limit.
enum Verdict: Equatable {
  /// There is no limit.
  case free
  /// It holds.
  case holds
  /// It cannot be told: the limit or C's own time lies within the noise.
  case open
  /// It does not hold.
  case fails

  /// The verdict, and whether the two languages differ at all.
  static func of(_ one: Case, ratio: Spread, net: Spread, difference: Double) -> (Verdict, isNoise: Bool) {
    let isNoise = ratio.low <= 1 && 1 <= ratio.high || abs(difference) < cycle
    guard let limit = one.limit else { return (.free, isNoise) }
    let judged = one.isNet ? net : ratio
    if judged.median <= limit { return (.holds, isNoise) }
    return (judged.low <= limit || isNoise && limit >= 1 ? .open : .fails, isNoise)
  }

  /// Nanoseconds that are nothing: about one cycle of a processor.
  static let cycle = 0.3

  /// Words for the end of a line.
  func words(isNoise: Bool) -> String {
    switch self {
    case .free: isNoise ? "no difference" : ""
    case .holds: isNoise ? "holds; no difference" : "holds"
    case .open: isNoise ? "open: no difference" : "open: the limit is within the quarters"
    case .fails: "does not hold"
    }
  }
}

/// How many limits hold, and which do not.
struct Tally {
  private var limits = 0
  private var open: [String] = []
  private var failed: [String] = []

  /// Takes in the verdict of a case, and the number that led to it.
  mutating func add(_ name: String, _ verdict: Verdict, _ number: String) {
    if verdict != .free { limits += 1 }
    if verdict == .open { open.append("\(name) (\(number))") }
    if verdict == .fails { failed.append("\(name) (\(number))") }
  }

  /// All of it in a sentence or three.
  var words: String {
    let holding = limits - open.count - failed.count
    var words =
      "\(holding == limits ? "All \(limits)" : "\(holding) of \(limits)") limits of time hold in this run."
    if !open.isEmpty { words += " Open, within the noise: \(open.joined(separator: ", "))." }
    if !failed.isEmpty { words += " Not held: \(failed.joined(separator: ", "))." }
    return words
  }
}
