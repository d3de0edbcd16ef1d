import KernelInterfaces

/// The calls that follow from an interface's policies: each rule broken alone and just met, each bit flipped alone, each
/// known flag alone and in pairs; then each pair of broken rules.
struct CaseTable {
  /// One call, and what is wrong with it.
  struct Entry {
    let name: String
    let call: KernelCall
  }

  let entries: [Entry]
  /// The valid call and each typical mutation of it, as an unprivileged caller makes them.
  let asNobody: [Entry]

  /// Lists the cases around a call that the kernel takes.
  ///
  /// - Parameter seed: of the positions that are drawn where not all are tried.
  init(_ base: Case, seed: UInt64) {
    var mutations = CaseTable.sizes(base) + CaseTable.tails(base, seed: seed) + CaseTable.faults(base)
    mutations += CaseTable.flags(base) + CaseTable.members(base) + CaseTable.bits(base)
    mutations += CaseTable.edges(base) + CaseTable.pads(base) + CaseTable.pointers(base)
    mutations += CaseTable.outsideFlags(base) + CaseTable.numbers(base) + CaseTable.wideSizes(base)
    var entries = [Entry(name: "valid", call: base.call)]
    for mutation in mutations {
      if let entry = CaseTable.entry(base, [mutation]) { entries.append(entry) }
    }
    let typical = mutations.filter(\.isTypical)
    for (index, first) in typical.enumerated() {
      for second in typical[(index + 1)...] where first.rule != second.rule {
        // A fault is about the size that the other mutation chose, so it comes last.
        let pair = first.rule == .fault ? [second, first] : [first, second]
        if let entry = CaseTable.entry(base, pair) { entries.append(entry) }
      }
    }
    self.entries = entries
    var nobody = base
    nobody.isPrivileged = false
    asNobody = ([[]] + typical.map { [$0] }).compactMap { mutations in
      CaseTable.entry(nobody, mutations).map { entry in
        Entry(name: "as nobody: \(mutations.isEmpty ? "valid" : entry.name)", call: entry.call)
      }
    }
  }

  /// The call with these mutations; nil if one of them chose a size at which another one says nothing.
  private static func entry(_ base: Case, _ mutations: [Mutation]) -> Entry? {
    var mutated = base
    for mutation in mutations { mutation.change(&mutated) }
    guard mutations.allSatisfy({ $0.reach <= mutated.usize }), mutated.cutsModelled else { return nil }
    return Entry(name: mutations.map(\.name).joined(separator: ", "), call: mutated.call)
  }
}
