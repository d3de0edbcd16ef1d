/// The instructions of a call, as `Benchmarks/count` found them.
struct Count {
  let swift: Double
  /// Nil where there is no C.
  let c: Double?
  /// Swift's over C's.
  var ratio: Double? { c.map { swift / $0 } }

  /// The greatest ratio that is accepted without a reason.
  static let most = 1.1

  /// Takes in lines of a case's name and two numbers from standard input; none where nothing was counted.
  static func read() -> [String: Count] {
    var counts: [String: Count] = [:]
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard words.count == 3, let swift = Double(words[1]) else { fail("not a line of counts: \(line)") }
      counts[String(words[0])] = Count(swift: swift, c: Double(words[2]))
    }
    return counts
  }
}
