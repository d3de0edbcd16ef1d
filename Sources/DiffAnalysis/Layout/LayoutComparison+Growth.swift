import CDeclarations

/// What a struct grew by at its end, in one ABI.
struct Growth: Hashable {
  var oldSize: Int
  var newSize: Int
  /// The paths of what is new there; empty if it is padding alone.
  var members: [String]
  /// The first byte that is new.
  var offset: Int
  /// Whether a union at the end made it longer.
  var isUnion: Bool

  /// In words: "grows from 64 to 72 bytes: `cgroup`".
  var words: String {
    "grows from \(oldSize) to \(bytes(newSize))"
      + (members.isEmpty ? ", by padding alone" : ": \(listed(members.map { "`\($0)`" }))")
  }
}

extension LayoutComparison {
  /// What the struct grew by at its end; nil if it did not, or if members moved, which is what is wrong then.
  var growth: Growth? {
    guard new.size > old.size, !hasMoved else { return nil }
    let union = beyondUnion
    var members = appended.filter { !$0.isReserved }.map(\.path) + alternatives(of: union)
    if members.isEmpty { members = appended.map(\.path).filter { !$0.isEmpty } }
    let resized = pairs.filter { isLast($0) && $0.new.bits.count > $0.old.bits.count }
    // A member that was widened is found by its own rule.
    if members.isEmpty, pairs.contains(where: { $0.new.bits.count != $0.old.bits.count }), resized.isEmpty {
      return nil
    }
    if members.isEmpty { members = resized.map(\.new.path) }
    var seen: Set<String> = []
    return Growth(
      oldSize: old.size, newSize: new.size, members: members.filter { seen.insert($0).inserted },
      offset: appended.first?.offset ?? union.first?.offset ?? old.size,
      isUnion: appended.isEmpty && !union.isEmpty)
  }
}
