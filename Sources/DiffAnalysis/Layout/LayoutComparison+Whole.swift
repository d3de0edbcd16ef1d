import CDeclarations

extension LayoutComparison {
  /// The rules that look at one ABI's layout, each at all of it.
  static let rules: [@Sendable (LayoutComparison) -> [DiffFinding]] = [
    moved, retyped, added, removed, whole, padded,
  ]

  /// What all rules find, without growth at the end.
  var findings: [DiffFinding] { Self.rules.flatMap { $0(self) } }

  /// What is found of the size and the alignment.
  private static func whole(_ comparison: LayoutComparison) -> [DiffFinding] {
    let (old, new) = (comparison.old, comparison.new)
    if new.size < old.size {
      return [DiffFinding(.shrank, nil, "The struct was \(bytes(old.size)) and is \(new.size).")]
    }
    guard old.alignment != new.alignment, comparison.added.isEmpty, !comparison.hasMoved,
      new.appendedIsEmpty(old)
    else { return [] }
    return [
      DiffFinding(
        .alignmentChanged, nil,
        "The struct was aligned to \(bytes(old.alignment)) and is aligned to \(new.alignment)"
          + (old.size == new.size ? "." : "; its size was \(old.size) and is \(new.size) bytes."))
    ]
  }

  /// What is found of bytes that no member covers, and that are new.
  private static func padded(_ comparison: LayoutComparison) -> [DiffFinding] {
    guard !comparison.hasMoved, comparison.prefix.isEmpty else { return [] }
    let before = uncovered(comparison.oldLeaves, size: comparison.old.size)
    return uncovered(comparison.newLeaves, size: comparison.new.size)
      .filter { hole in
        !before.contains { $0.contains(hole.lowerBound) }
          && !comparison.removed.contains { $0.offset <= hole.lowerBound && $0.end >= hole.upperBound }
      }
      .map { paddingFinding($0, in: comparison.newLeaves, size: comparison.new.size) }
  }

  /// A finding for bytes that no member covers.
  static func paddingFinding(_ hole: Range<Int>, in leaves: [Leaf], size: Int) -> DiffFinding {
    let place =
      hole.count == 1 ? "Byte \(hole.lowerBound)" : "Bytes \(hole.lowerBound)-\(hole.upperBound - 1)"
    let next = leaves.first { $0.offset >= hole.upperBound }
    return DiffFinding(
      .implicitPadding, next?.path, at: hole.lowerBound,
      "\(place), \(next.map { "in front of `\($0.path)`" } ?? "at the end"), \(hole.count == 1 ? "is" : "are")"
        + " padding that no member covers.")
  }

  /// The bytes that no member covers.
  static func uncovered(_ leaves: [Leaf], size: Int) -> [Range<Int>] {
    let covered = leaves.map { leaf -> Range<Int> in
      guard leaf.isBitField, leaf.type.size > 0 else { return leaf.offset..<leaf.end }
      // The rest of a bit-field's word belongs to it.
      let start = leaf.offset / leaf.type.size * leaf.type.size
      return start..<max(leaf.end, min(start + leaf.type.size, size))
    }
    var found: [Range<Int>] = []
    var end = 0
    for range in covered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > end { found.append(end..<range.lowerBound) }
      end = max(end, range.upperBound)
    }
    if end < size, !leaves.contains(where: \.type.isFlexibleArray) { found.append(end..<size) }
    return found
  }
}

extension CLayout {
  /// Whether it has no member behind the end of an older layout.
  fileprivate func appendedIsEmpty(_ old: CLayout) -> Bool {
    !members.contains { $0.bits.lowerBound >= 8 * old.size && !$0.bits.isEmpty }
  }
}
