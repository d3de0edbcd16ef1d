import Documents
import KernelInterfaces

/// What came of a sweep over interfaces, in the form of `extstruct verify --json`, with the seed.
package struct SweepReport: Sendable {
  /// The running kernel's name.
  package let kernel: String
  /// The release that the simulated kernel played.
  package let release: String
  /// The seed.
  package let seed: UInt64
  /// What came of each interface.
  package var sweeps: [Sweep] = []

  /// A report of a sweep that is yet to be made.
  package init(_ sweeper: Sweeper) {
    kernel = sweeper.kernel
    release = sweeper.played.map { "\($0)" } ?? "the newest release"
    seed = sweeper.seed
  }

  /// Whether no case differed.
  package var holds: Bool { sweeps.allSatisfy(\.differences.isEmpty) }

  /// The report as JSON, indented.
  package var json: String {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("kernel", kernel)
      json.field("release", release)
      json.field("seed", seed)
      json.field("interfaces") { json in
        json.array { json in for sweep in sweeps { sweep.write(to: &json) } }
      }
    }
    return json.text
  }

  /// A line for each interface, then the first differences of each, and a summary.
  package var text: String {
    let lines = sweeps.flatMap { sweep -> [String] in
      if let reason = sweep.skipped { return ["\(sweep.interface): skipped: \(reason)"] }
      let head = "\(sweep.interface): \(sweep.cases) cases, \(sweep.differences.count) differences"
      return [head]
        + sweep.differences.prefix(5).flatMap {
          ["  \($0.name): simulated \($0.simulated) (\($0.policy)), real \($0.real)", "    \($0.line)"]
        }
    }
    let total = sweeps.reduce(0) { $0 + $1.cases }
    let wrong = sweeps.reduce(0) { $0 + $1.differences.count }
    return
      (lines + [
        "\(kernel) against the simulated \(release), seed \(seed): \(total) cases, \(wrong) differences"
      ])
      .joined(separator: "\n")
  }
}

extension Sweep {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("interface", interface)
      json.field("cases", cases)
      json.field("agreed", cases - differences.count)
      json.field("disagreed", differences.count)
      json.field("skipped", skipped)
      json.field("withheld") { json in
        json.array { json in
          for bits in withheld {
            json.object { json in
              json.field("member", bits.member)
              json.field("bits", bits.bits)
              json.field("errno", "\(bits.errno)")
              json.field("reason", bits.reason)
            }
          }
        }
      }
      json.field("disagreements") { json in
        json.array { json in for difference in differences { difference.write(to: &json) } }
      }
    }
  }
}

extension Sweep.Difference {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("simulated", simulated)
      json.field("real", real)
      json.field("policy", policy)
      json.field("case", line)
    }
  }
}
