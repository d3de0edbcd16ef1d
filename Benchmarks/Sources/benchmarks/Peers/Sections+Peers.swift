import CReference
import CostAnalysis

extension Section {
  /// The same record, passed by this library, by C and by what a user would pick instead; how to get the comparison
  /// where it was not asked for.
  static func peers(_ comparison: Comparison?) -> [Section] {
    guard let comparison else {
      return [
        Section(
          title: "What a user would pick instead",
          words:
            "Left out. Benchmarks/run --peers installs Cap'n Proto, FlatBuffers and protobuf, and compares.")
      ]
    }
    let peers = comparison.peers
    let timing = Timing(peers.flatMap(\.timed))
    var section = Section(
      title: "What a user would pick instead",
      words: words(timing, missing: comparison.missing),
      columns: ["", "bytes", "encode", "decode", "old reader", "old, nothing new", "told?"])
    let steps = timing.cases.count / peers.count
    for (index, peer) in peers.enumerated() {
      let times = timing.swift[(index * steps)..<((index + 1) * steps)].map(Spread.init)
      section.rows.append(
        [peer.name, "\(peer.message(Record.full).count)"]
          + times.map { "\(tenths($0.median)) (\(tenths($0.low))-\(tenths($0.high)))" }
          + [peer.told(Record.minimum)])
    }
    return [section, told(peers)]
  }

  private static func words(_ timing: Timing, missing: [String]) -> String {
    var words = """
      A sched_attr with every field set, from a writer to a reader of the newest version; then to an old reader, \
      which knows the first version; and to that one with nothing new set. Nanoseconds a call, median and \
      quarters, timed as the library is above; an empty call takes \
      \(tenths(Spread(timing.floor).median)) of each. Encoding ends with the bytes in the caller's buffer, \
      decoding with the fields in the caller's struct, and every reader checks what a stranger may have written: \
      FlatBuffers are verified. Messages, builders and, of Cap'n Proto, the first segment are kept from call to \
      call, as the libraries advise; sending is not included. Code of the schemas is compiled with -O3; the \
      libraries are the distribution's.
      Each was checked first: every field comes back, the old reader gets its own fields right, noise is refused. \
      Where the old reader is told by an errno, its time is that of the refusal.
      \(allocations(timing.cases))
      """
    if !missing.isEmpty { words += "\nNot installed, and left out: \(missing.joined(separator: ", "))." }
    return words.replacing("\n", with: "\n\n")
  }

  /// How often the work asks for memory.
  private static func allocations(_ cases: [Case]) -> String {
    let asking = cases.filter { one in
      one.run(.swift, 10)
      let before = cref_allocations()
      one.run(.swift, 1_000)
      return cref_allocations() > before
    }
    return asking.isEmpty
      ? "None of it asks for memory once it is warm."
      : "Memory is asked for again in each call by: \(asking.map(\.name).joined(separator: ", "))."
  }

  /// Whether the old reader can know that it was meant to do more.
  private static func told(_ peers: [Peer]) -> Section {
    Section(
      title: "What the old reader is told",
      words: """
        Found by having it read each message. The size tells it whatever is set; a flag only if it is not \
        forgotten, and only where the reader looks at flags that it does not know: with each of the libraries it \
        can do so, too, but by hand. "Can be asked": reading succeeds, and the message can then be asked what in \
        it was not known. Protobuf keeps such fields. Cap'n Proto says how much data there is, and util_max makes \
        it more; util_min lies in a hole between the old fields, where that does not show. Code generated for \
        FlatBuffers has no such question.
        """,
      columns: ["", "util_min", "util_max", "util_min, flag forgotten"],
      rows: peers.map {
        [$0.name, $0.told(Record.minimum), $0.told(Record.maximum), $0.told(Record.flagForgotten)]
      })
  }
}
