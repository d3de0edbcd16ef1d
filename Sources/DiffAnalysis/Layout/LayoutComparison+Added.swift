import CDeclarations

extension LayoutComparison {
  /// What a new member's bytes were in the old struct.
  enum Origin: Hashable {
    case reserved(Leaf)
    case alternative
    case beyondUnion
    case removed(Leaf)
    case padding
    case appended
    case behindFlexibleArray(Leaf)
    case flexibleArray
    case moving
  }

  /// What a new member's bytes were in the old struct.
  func origin(of leaf: Leaf) -> Origin {
    if leaf.type.isFlexibleArray { return leaf.unions.isEmpty ? .flexibleArray : .alternative }
    if let reserved = oldReserved.first(where: { $0.bits.overlaps(leaf.bits) && sameParent($0, leaf) }) {
      return .reserved(reserved)
    }
    if let flexible = oldLeaves.first(where: { $0.type.isFlexibleArray && $0.unions.isEmpty }),
      leaf.offset >= flexible.offset, leaf.unions.isEmpty
    {
      let stays = pairs.contains { $0.old == flexible && $0.new.offset <= leaf.offset }
      return stays ? .behindFlexibleArray(flexible) : .moving
    }
    // The innermost union that had a member before.
    for union in leaf.unions.reversed() {
      let known = pairs.filter { union.overlaps($0.new.bits) && $0.shift == 0 }
      guard !known.isEmpty else { continue }
      let ends = known.map { pair in
        pair.old.unions.filter { $0.lowerBound == union.lowerBound }.map(\.upperBound).max()
          ?? pair.old.bits.upperBound
      }
      let end = ends.max() ?? 0
      if leaf.bits.upperBound <= end { return .alternative }
      if leaf.bits.lowerBound < max(end, 8 * old.size) || union.lowerBound < 8 * old.size {
        return .beyondUnion
      }
    }
    if let reserved = oldReserved.first(where: { $0.bits.overlaps(leaf.bits) }), !hasMoved {
      return .reserved(reserved)
    }
    if leaf.bits.lowerBound >= 8 * old.size { return .appended }
    if let gone = removed.first(where: { $0.bits.overlaps(leaf.bits) }), !hasMoved { return .removed(gone) }
    if !oldLeaves.contains(where: { $0.bits.overlaps(leaf.bits) }) { return .padding }
    return .moving
  }

  private func sameParent(_ old: Leaf, _ new: Leaf) -> Bool {
    old.path.split(separator: ".").dropLast() == new.path.split(separator: ".").dropLast()
      && old.unions.count == new.unions.count
  }

  /// What is found of members that are new, by what their bytes were; growth at the end is judged elsewhere.
  static func added(_ comparison: LayoutComparison) -> [DiffFinding] {
    var found: [DiffFinding] = []
    var alternatives: [Leaf] = []
    let tooLong = Set(
      comparison.added.filter { comparison.origin(of: $0) == .beyondUnion }.map(comparison.alternative))
    let divided = comparison.divided
    found += divided.map { whole, parts in
      DiffFinding(
        .memberDivided, comparison.path(whole), at: whole.offset,
        "\(comparison.name(whole)) at \(whole.place) is \(listed(parts.map(comparison.name))) now, in one byte order."
      )
    }
    for leaf in comparison.added where !divided.contains(where: { $0.parts.contains(leaf) }) {
      let name = comparison.name(leaf)
      func find(_ rule: DiffRule, _ message: String) {
        found.append(DiffFinding(rule, comparison.path(leaf), at: leaf.offset, "\(name) \(message)"))
      }
      switch comparison.origin(of: leaf) {
      case .reserved(let reserved):
        find(
          .reservedUsed,
          "is new at \(leaf.place), which \(reserved.isBitField ? "were bits of" : "was part of")"
            + " \(comparison.name(reserved)); \(comparison.rest(of: reserved)).")
      case .alternative:
        // One that is too long is found as such.
        if !tooLong.contains(comparison.alternative(of: leaf)) { alternatives.append(leaf) }
      case .padding:
        find(.paddingUsed, "is new at \(leaf.place), which was padding that no member covered.")
      case .removed(let gone):
        find(
          .memberReplaced,
          "(\(leaf.type.spelling)) is new at \(leaf.place), where \(comparison.name(gone)) (\(gone.type.spelling)) was."
        )
      case .behindFlexibleArray(let flexible):
        find(
          .behindFlexibleArray,
          "is new at \(leaf.place), behind \(comparison.name(flexible)), whose elements begin at byte \(flexible.offset)."
        )
      case .flexibleArray:
        // One of another name or type at the same place was found as renamed.
        find(.flexibleArrayAdded, "is a new flexible array at byte \(leaf.offset).")
      case .beyondUnion, .appended, .moving: break
      }
    }
    if let first = alternatives.first {
      let names = comparison.alternatives(of: alternatives)
      found.append(
        DiffFinding(
          .unionMember, comparison.prefix + names[0], at: first.offset,
          "\(listed(names.map { "`\(comparison.prefix)\($0)`" })) "
            + (names.count == 1 ? "is a new alternative" : "are new alternatives")
            + " within the union's \(bytes(comparison.unionSize(of: first)))."))
    }
    return found
  }

  /// The outermost alternative that is new with a new member, by its path; the member's own if it is new in an old one.
  func alternative(of leaf: Leaf) -> String {
    leaf.alternatives.first { path in
      !oldLeaves.contains { $0.path == path || $0.path.hasPrefix(path + ".") }
    } ?? leaf.path
  }

  /// The new alternatives that new members belong to, each once.
  func alternatives(of leaves: [Leaf]) -> [String] {
    var seen: Set<String> = []
    return leaves.map(alternative).filter { seen.insert($0).inserted }
  }

  /// Members of a fixed byte order that are several members of the same order now, whose bytes mean the same.
  private var divided: [(whole: Leaf, parts: [Leaf])] {
    removed.compactMap { whole in
      guard let order = whole.type.byteOrder, !hasMoved else { return nil }
      let parts = added.filter { $0.bits.overlaps(whole.bits) }
      let isWhole = parts.reduce(0) { $0 + $1.bits.count } == whole.bits.count
      let isOne = parts.allSatisfy { $0.type.byteOrder == order && whole.bits.contains($0.bits.lowerBound) }
      return parts.count > 1 && isWhole && isOne ? (whole, parts) : nil
    }
  }

  private func unionSize(of leaf: Leaf) -> Int { (leaf.unions.last ?? leaf.bits).count / 8 }

  /// The new members that are longer than the union was, where no member behind it moved.
  var beyondUnion: [Leaf] {
    let moving = moves.flatMap { move -> [Leaf] in
      if case .union(let leaves) = move.cause { leaves } else { [] }
    }
    return added.filter { origin(of: $0) == .beyondUnion && !moving.contains($0) }
  }

  /// What became of the rest of a reserved member, in words.
  private func rest(of reserved: Leaf) -> String {
    var left = reserved.bits.count
    for leaf in newLeaves where !leaf.isReserved {
      left -= max(0, reserved.bits.clamped(to: leaf.bits).count)
    }
    left = max(0, left)
    if left == 0 { return "nothing of it stays reserved" }
    let stays = left == 8 || left == 1 ? "stays" : "stay"
    return left % 8 == 0
      ? "\(bytes(left / 8)) of it \(stays) reserved"
      : "\(left) bit\(left == 1 ? "" : "s") of it \(stays) reserved"
  }

  /// What is found of members that are gone, where nothing moved.
  static func removed(_ comparison: LayoutComparison) -> [DiffFinding] {
    let explained = comparison.moves.flatMap { move -> [Leaf] in
      if case .removed(let leaves) = move.cause { leaves } else { [] }
    }
    let replaced = Set(
      comparison.added.compactMap { leaf -> Leaf? in
        if case .removed(let gone) = comparison.origin(of: leaf) { gone } else { nil }
      })
    var found: [DiffFinding] = []
    var gone: [Leaf] = []
    for leaf in comparison.removed where !explained.contains(leaf) && !replaced.contains(leaf) {
      if comparison.newReserved.contains(where: { $0.bits.overlaps(leaf.bits) }), !comparison.hasMoved {
        found.append(
          DiffFinding(
            .memberRetired, comparison.path(leaf), at: leaf.offset,
            "\(comparison.name(leaf)) at \(leaf.place) is reserved now."))
      } else {
        gone.append(leaf)
      }
    }
    guard let first = gone.first else { return found }
    let place = gone.count == 1 ? " at \(first.place)" : ", from byte \(first.offset) on,"
    return [
      DiffFinding(
        .memberRemoved, comparison.path(first), at: first.offset,
        "\(listed(gone.map(comparison.name)))\(place) \(gone.count == 1 ? "is" : "are") gone"
          + (first.isAlternative ? ", an alternative of a union." : "."))
    ] + found
  }
}
