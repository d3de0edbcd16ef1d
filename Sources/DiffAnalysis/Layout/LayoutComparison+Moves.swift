import CDeclarations

extension LayoutComparison {
  /// Members that moved by one distance, for one cause.
  struct Move {
    /// The members, the first of them first.
    var pairs: [Pair]
    /// How many bits further they moved than what is in front of them.
    var distance: Int
    var cause: Cause

    enum Cause {
      /// New members in front of them.
      case inserted([Leaf])
      /// A union in front of them that grew by new alternatives.
      case union([Leaf])
      /// A member of both in front of them that changed its size.
      case resized(Pair)
      /// Members in front of them that are gone.
      case removed([Leaf])
      /// None that can be seen: they were put elsewhere, or their alignment changed.
      case unknown
    }

    /// The members that moved, in words: "moves `b` and `c` by 4 bytes".
    var consequence: String {
      let names = listed(pairs.map { "`\($0.new.path)`" })
      let by = distance % 8 == 0 ? bytes(abs(distance) / 8) : "\(abs(distance)) bits"
      return "\(names) \(pairs.count == 1 ? "moves" : "move") \(distance < 0 ? "forward" : "back") by \(by)"
    }
  }

  /// The members that moved, by cause.
  var moves: [Move] {
    var found: [Move] = []
    var shift = 0
    let whole = pairs.filter { !$0.new.type.isFlexibleArray && !$0.old.type.isFlexibleArray }
    for (index, pair) in whole.enumerated() {
      if pair.shift == shift {
        if shift != 0, !found.isEmpty { found[found.count - 1].pairs.append(pair) }
        continue
      }
      let distance = pair.shift - shift
      shift = pair.shift
      // Back at its old place: what was in front took up reserved bytes or padding.
      guard shift != 0 else { continue }
      found.append(
        Move(pairs: [pair], distance: distance, cause: cause(of: pair, by: distance, behind: whole[..<index]))
      )
    }
    return found
  }

  private func cause(of first: Pair, by distance: Int, behind: ArraySlice<Pair>) -> Move.Cause {
    let start = behind.last { $0.new.bits.upperBound <= first.new.bits.lowerBound }?.new.bits.lowerBound ?? 0
    if distance > 0 {
      let between = newLeaves.filter { leaf in
        leaf.bits.lowerBound >= start && leaf.bits.upperBound <= first.new.bits.lowerBound
          && !leaf.bits.isEmpty && !pairs.contains { $0.new == leaf }
          && !(leaf.isReserved
            && oldReserved.contains { $0.path == leaf.path && $0.bits.count >= leaf.bits.count })
      }
      let alternatives = newLeaves.filter { leaf in
        leaf.bits.upperBound <= first.new.bits.lowerBound && !leaf.bits.isEmpty
          && !pairs.contains { $0.new == leaf }
          && origin(of: leaf) == .beyondUnion
      }
      if !alternatives.isEmpty { return .union(alternatives) }
      if let resized = behind.last(where: { $0.old.bits.count != $0.new.bits.count }),
        between.allSatisfy({ $0.bits.lowerBound < resized.new.bits.upperBound })
      {
        return .resized(resized)
      }
      let plain = between.filter { leaf in !behind.contains { $0.new.bits.overlaps(leaf.bits) } }
      if !plain.isEmpty { return .inserted(plain) }
      if let resized = behind.last(where: { $0.old.bits.count != $0.new.bits.count }) {
        return .resized(resized)
      }
    } else {
      let oldStart = behind.last?.old.bits.upperBound ?? 0
      let gone = removed.filter {
        $0.bits.lowerBound >= oldStart && $0.bits.upperBound <= first.old.bits.lowerBound
      }
      if !gone.isEmpty { return .removed(gone) }
      if let resized = behind.last(where: { $0.old.bits.count != $0.new.bits.count }) {
        return .resized(resized)
      }
    }
    return .unknown
  }

  /// What is found of members that moved.
  static func moved(_ comparison: LayoutComparison) -> [DiffFinding] {
    comparison.moves.compactMap { move in
      let first = move.pairs[0]
      switch move.cause {
      case .inserted(let leaves):
        return DiffFinding(
          .memberInserted, comparison.path(leaves[0]), at: leaves[0].offset,
          "\(listed(leaves.map(comparison.name))) at \(leaves[0].place) "
            + "\(leaves.count == 1 ? "is" : "are") new in front of \(comparison.name(first.new)); \(move.consequence)."
        )
      case .union(let leaves):
        let names = comparison.alternatives(of: leaves)
        let offset =
          comparison.added.filter { comparison.alternative(of: $0) == names[0] }.map(\.offset).min()
          ?? leaves[0].offset
        return DiffFinding(
          .unionGrew, comparison.prefix + names[0], at: offset,
          "\(listed(names.map { "`\(comparison.prefix)\($0)`" })) at byte \(offset) "
            + "\(names.count == 1 ? "is" : "are") longer than the union was; \(move.consequence).")
      case .removed(let leaves):
        return DiffFinding(
          .memberRemoved, comparison.path(leaves[0]), at: leaves[0].offset,
          "\(listed(leaves.map(comparison.name))) \(leaves.count == 1 ? "is" : "are") gone; \(move.consequence)."
        )
      case .resized: return nil  // The rule of types says it, with the members that moved.
      case .unknown where first.new.isBitField && first.old.isBitField:
        return DiffFinding(
          .bitField, comparison.path(first.new), at: first.new.offset,
          "\(comparison.name(first.new)) was \(first.old.place) and is \(first.new.place); \(move.consequence)."
        )
      case .unknown:
        return DiffFinding(
          .memberMoved, comparison.path(first.new), at: first.new.offset,
          "\(comparison.name(first.new)) was at \(first.old.place) and is at \(first.new.place)"
            + (move.pairs.count > 1 ? "; \(move.consequence)." : "."))
      }
    }
  }

  /// What a resized member moves, in words, after a semicolon; empty if nothing.
  func consequence(of pair: Pair) -> String {
    for move in moves {
      if case .resized(let cause) = move.cause, cause.old == pair.old { return "; \(move.consequence)" }
    }
    return ""
  }
}
