/// Pieces of work timed beside each other: in each round every one, the order rotated.
package struct Rounds {
  /// Nanoseconds of one call, for each piece of work and round.
  package private(set) var times: [[Double]]

  /// Times each piece of work in each of so many rounds, in stretches of about 50 microseconds.
  ///
  /// - Parameters:
  ///   - count: how many rounds there are.
  ///   - works: each makes as many calls as its argument says.
  ///   - advance: is called after each round.
  package init(_ count: Int, of works: [(Int) -> Void], advance: () -> Void = {}) {
    times = works.map { _ in [] }
    let calls = works.map { work in
      // The least of a few: an interruption would make the stretch too short.
      let one = (0..<5).map { _ in Self.time(100, of: work) }.min() ?? 1
      return max(20, Int(50_000 / max(one, 1)))
    }
    for round in 0..<count {
      for step in works.indices {
        let index = (step + round) % works.count
        times[index].append(Self.time(calls[index], of: works[index]))
      }
      advance()
    }
  }

  /// Nanoseconds a call.
  private static func time(_ count: Int, of work: (Int) -> Void) -> Double {
    let start = ContinuousClock.now
    work(count)
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return (Double(seconds) * 1e9 + Double(attoseconds) * 1e-9) / Double(count)
  }
}
