import CDeclarations

/// One struct as two headers lay it out for one ABI: which member of the old one is which of the new one.
///
/// Members match by path. One without a match and one of the same bits are a renamed member. Reserved members match
/// nothing: they are bits that may be put to use.
struct LayoutComparison {
  /// A member that both have.
  struct Pair {
    var old: Leaf
    var new: Leaf
    /// How many bits it moved towards the end.
    var shift: Int { new.bits.lowerBound - old.bits.lowerBound }
    var isRenamed: Bool { old.path != new.path }
  }

  let old: CLayout
  let new: CLayout
  /// What all members of it are reached by, in messages: `entries[].`; empty for the struct itself.
  let prefix: String
  /// The members that both have, in the old order.
  private(set) var pairs: [Pair] = []
  /// The members that only the old one has.
  private(set) var removed: [Leaf] = []
  /// The members that only the new one has.
  private(set) var added: [Leaf] = []
  private(set) var oldReserved: [Leaf] = []
  private(set) var newReserved: [Leaf] = []
  /// Every member of each, reserved ones too.
  let oldLeaves: [Leaf]
  let newLeaves: [Leaf]

  init(_ old: CLayout, _ new: CLayout, prefix: String = "") {
    self.old = old
    self.new = new
    self.prefix = prefix
    let tags = new.taggedPaths()
    let opaque = Set(old.taggedPaths().filter { tags[$0.key] == $0.value }.keys)
    oldLeaves = old.leaves(opaque: opaque)
    newLeaves = new.leaves(opaque: opaque)
    match()
  }

  private mutating func match() {
    let oldNamed = oldLeaves.filter { !$0.isReserved }
    var unmatched = newLeaves.filter { !$0.isReserved }
    var byPath: [String: Leaf] = [:]
    for leaf in unmatched where byPath[leaf.path] == nil { byPath[leaf.path] = leaf }
    var taken: Set<String> = []
    for leaf in oldNamed {
      if let other = byPath[leaf.path], taken.insert(leaf.path).inserted {
        pairs.append(Pair(old: leaf, new: other))
      } else {
        removed.append(leaf)
      }
    }
    unmatched.removeAll { taken.contains($0.path) }
    for leaf in removed {
      let index = unmatched.firstIndex {
        $0.bits == leaf.bits && $0.isBitField == leaf.isBitField
          && ($0.type.isFlexibleArray == leaf.type.isFlexibleArray)
          && ($0.name == leaf.name || $0.unions.isEmpty || !leaf.unions.isEmpty || $0.type == leaf.type)
      }
      guard let index else { continue }
      pairs.append(Pair(old: leaf, new: unmatched.remove(at: index)))
    }
    let renamed = Set(pairs.filter(\.isRenamed).map(\.old))
    removed.removeAll { renamed.contains($0) }
    pairs.sort {
      ($0.old.bits.lowerBound, $0.old.bits.upperBound) < ($1.old.bits.lowerBound, $1.old.bits.upperBound)
    }
    added = unmatched
    oldReserved = oldLeaves.filter(\.isReserved)
    newReserved = newLeaves.filter(\.isReserved)
  }

  /// Whether nothing is to be said of it.
  var isSame: Bool { old == new }

  /// Whether a member of both moved.
  var hasMoved: Bool { pairs.contains { $0.shift != 0 } }

  /// The members behind the end of the old struct, reserved ones too.
  var appended: [Leaf] {
    newLeaves.filter { leaf in
      leaf.bits.lowerBound >= 8 * old.size && !leaf.type.isFlexibleArray && !pairs.contains { $0.new == leaf }
        && origin(of: leaf) != .beyondUnion
    }
  }

  /// A member in a message: its path behind the prefix.
  func name(_ leaf: Leaf) -> String { "`\(path(leaf))`" }

  /// A member's path behind the prefix.
  func path(_ leaf: Leaf) -> String { prefix + (leaf.path.isEmpty ? "(unnamed)" : leaf.path) }
}

extension Leaf {
  /// Where it is, in words: `byte 4`, `bytes 8-15`, `bits 3-4 of the word at byte 8`.
  var place: String {
    if isBitField {
      let unit = max(8, 8 * type.size)
      let start = bits.lowerBound / unit * unit
      let (low, high) = (bits.lowerBound - start, bits.upperBound - 1 - start)
      return (low == high ? "bit \(low)" : "bits \(low)-\(high)") + " at byte \(start / 8)"
    }
    if bits.isEmpty { return "byte \(offset)" }
    return offset + 1 == end ? "byte \(offset)" : "bytes \(offset)-\(end - 1)"
  }
}

/// Members in a message: "`a`, `b` and 3 more".
func listed(_ names: [String], limit: Int = 4) -> String {
  guard names.count > 1 else { return names.first ?? "" }
  let shown = names.prefix(names.count > limit ? limit - 1 : limit)
  let rest = names.count - shown.count
  return rest > 0
    ? shown.joined(separator: ", ") + " and \(rest) more"
    : shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
}

/// A number of bytes in words.
func bytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }
