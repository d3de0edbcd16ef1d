import CDeclarations

/// One struct that both headers have, compared in every ABI; what differs between ABIs is one finding with their names.
struct RecordComparison {
  let old: CRecord
  let new: CRecord
  /// The ABIs that both were laid out for, the one to speak of first.
  let abis: [CABI]

  /// What is found of the layout, growth at the end left out, and the growth with the ABIs that have it.
  func compare() -> (findings: [DiffFinding], growth: (growth: Growth, abis: [String])?) {
    var merged: [DiffFinding] = []
    var growth: (growth: Growth, abis: [String])?
    // Most ABIs have one layout, which is compared once.
    var done: [(old: CLayout, new: CLayout, findings: [DiffFinding], growth: Growth?)] = []
    for abi in abis {
      guard let before = old.layouts[abi.name], let after = new.layouts[abi.name], before != after else {
        continue
      }
      let findings: [DiffFinding]
      let grown: Growth?
      if let known = done.first(where: { $0.old == before && $0.new == after }) {
        (findings, grown) = (known.findings, known.growth)
      } else {
        let comparison = LayoutComparison(before, after)
        (findings, grown) = (comparison.findings, comparison.growth)
        done.append((before, after, findings, grown))
      }
      for finding in findings { Self.merge(finding, abi.name, into: &merged) }
      if let grown {
        if growth == nil { growth = (grown, []) }
        growth?.abis.append(abi.name)
      }
    }
    return (merged.map(withParties), growth)
  }

  private static func merge(_ finding: DiffFinding, _ abi: String, into all: inout [DiffFinding]) {
    if let index = all.firstIndex(where: { $0.rule == finding.rule && $0.member == finding.member }) {
      if all[index].abis.last != abi { all[index].abis.append(abi) }
    } else {
      var finding = finding
      finding.abis = [abi]
      all.append(finding)
    }
  }

  /// Says who is affected, where only some ABIs are.
  private func withParties(_ finding: DiffFinding) -> DiffFinding {
    let named = abis.filter { finding.abis.contains($0.name) }
    guard named.count < abis.count, !named.isEmpty else { return finding }
    var finding = finding
    if named.allSatisfy({ $0.bits == 32 }) { finding.affected = [.narrowUser] }
    if named.allSatisfy(\.isBigEndian) { finding.affected = [.bigEndian] }
    return finding
  }
}
