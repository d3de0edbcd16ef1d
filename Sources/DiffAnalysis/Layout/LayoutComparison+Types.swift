import CDeclarations

extension LayoutComparison {
  /// What is found of members that both have: their types, their lengths, their names.
  static func retyped(_ comparison: LayoutComparison) -> [DiffFinding] {
    comparison.pairs.flatMap { pair -> [DiffFinding] in
      var found = comparison.change(of: pair).map { [$0] } ?? []
      if let old = pair.old.type.array, let new = pair.new.type.array, found.isEmpty {
        found += comparison.elements(old.element, new.element, of: pair)
      }
      if pair.isRenamed, found.isEmpty || found.allSatisfy({ $0.verdict < .broken }) {
        found.append(
          DiffFinding(
            .memberRenamed, comparison.path(pair.new), at: pair.new.offset,
            "\(comparison.name(pair.old)) is called \(comparison.name(pair.new)) now, in the same bytes."))
      }
      return found
    }
  }

  private func change(of pair: Pair) -> DiffFinding? {
    let (old, new) = (pair.old, pair.new)
    func finding(_ rule: DiffRule, _ message: String) -> DiffFinding {
      DiffFinding(
        rule, path(new), at: new.offset, "\(name(new)) \(message)\(consequence(of: pair)).")
    }
    let types = "was \(old.type.spelling) and is \(new.type.spelling)"
    if old.isBitField || new.isBitField {
      if old.isBitField, new.isBitField, old.bits.count == new.bits.count { return sign(pair) }
      return finding(
        .bitField,
        "was \(width(old)) and is \(width(new)), \(new.bits.count > old.bits.count ? "wider" : "narrower")")
    }
    if let array = arrayChange(pair) { return array.map { finding($0.0, $0.1) } ?? nil }
    if let tag = old.type.recordTag, tag == new.type.recordTag {
      guard old.type.size != new.type.size, !isLast(pair) || hasMoved else { return nil }
      return finding(
        .embeddedChanged,
        "embeds \(old.type.spelling), which was \(bytes(old.type.size)) and is \(new.type.size)")
    }
    if old.type.size != new.type.size {
      let isWider = new.type.size > old.type.size
      let reserved = isWider && oldReserved.contains { $0.bits.overlaps(new.bits) }
      return finding(
        isWider ? .typeWidened : .typeNarrowed,
        types + " (\(bytes(old.type.size)), then \(new.type.size))"
          + (reserved
            ? "; the bytes behind it were reserved, and in front of them on big-endian the value is another one"
            : ""))
    }
    return sign(pair)
  }

  private func width(_ leaf: Leaf) -> String {
    leaf.isBitField
      ? "\(leaf.bits.count) bit\(leaf.bits.count == 1 ? "" : "s") wide" : "a whole \(leaf.type.spelling)"
  }

  /// What is found of one number that is read otherwise than before.
  private func sign(_ pair: Pair) -> DiffFinding? {
    let (old, new) = (pair.old.type, pair.new.type)
    let types = "\(name(pair.new)) was \(old.spelling) and is \(new.spelling)"
    if let was = old.isSigned, let now = new.isSigned, was != now {
      return DiffFinding(.signChanged, path(pair.new), at: pair.new.offset, "\(types), with the same bytes.")
    }
    if old.byteOrder != new.byteOrder, case .integer = old, case .integer = new {
      return DiffFinding(
        .typeChanged, path(pair.new), at: pair.new.offset,
        "\(types): the byte order is \(new.byteOrder == nil ? "the machine's" : "fixed") now.")
    }
    return nil
  }

  /// The rule and the words for arrays; `.some(nil)` if both are arrays of one length.
  private func arrayChange(_ pair: Pair) -> (DiffRule, String)?? {
    let (old, new) = (pair.old, pair.new)
    let types = "was \(old.type.spelling) and is \(new.type.spelling)"
    switch (old.type.array, new.type.array) {
    case (nil, nil): return nil
    case (nil, let array?), (let array?, nil):
      if array.count == nil { return .some((.arrayLength, types)) }
      guard old.type.size != new.type.size else { return .some(nil) }
      return .some((.arrayLength, types))
    case (let was?, let now?):
      switch (was.count, now.count) {
      case (nil, nil):
        if pair.shift != 0 {
          return .some((.flexibleArrayMoved, "began at byte \(old.offset) and begins at byte \(new.offset)"))
        }
        return .some(nil)
      case (.some, nil): return .some((.becameFlexible, types))
      case (nil, .some(let count)): return count == 0 ? .some(nil) : .some((.arrayLength, types))
      case (let before?, let after?):
        guard before != after, was.element.size == now.element.size else { return .some(nil) }
        // At the end it is growth, and the rules of growth judge it; in a union it may be there for the size.
        if isLast(pair), after > before, !hasMoved { return .some(nil) }
        if isReservedName(new.name), pair.new.isAlternative, !hasMoved { return .some(nil) }
        if after > before, !hasMoved, oldReserved.contains(where: { $0.bits.overlaps(new.bits) }) {
          return .some((.reservedUsed, types + "; the bytes behind it were reserved"))
        }
        return .some((.arrayLength, types))
      }
    }
  }

  /// What is found of the elements of an array that both have.
  private func elements(_ old: CType, _ new: CType, of pair: Pair) -> [DiffFinding] {
    if let was = old.array, let now = new.array { return elements(was.element, now.element, of: pair) }
    if case .record(let tag, let was) = old, case .record(tag, let now) = new, tag.isEmpty,
      was.size == now.size
    {
      let inner = LayoutComparison(was, now, prefix: path(pair.new) + "[].")
      return inner.isSame ? [] : inner.findings
    }
    guard old.size != new.size else { return [] }
    return [
      DiffFinding(
        .elementSize, path(pair.new), at: pair.new.offset,
        "an element of \(name(pair.new)) (\(new.spelling)) was \(bytes(old.size)) and is \(new.size)"
          + consequence(of: pair) + ".")
    ]
  }

  /// Whether nothing but reserved bytes and padding is behind a member in the old struct.
  func isLast(_ pair: Pair) -> Bool {
    !oldLeaves.contains { $0.bits.lowerBound >= pair.old.bits.upperBound && !$0.bits.isEmpty }
  }
}
