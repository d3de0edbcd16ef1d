import CDeclarations

extension ConstantComparison {
  /// Flags whose value changed.
  static func changedFlags(_ all: ConstantComparison) -> [Found] {
    all.changed { $0.isFlag }.filter { !$0.old.isMadeToGrow && !$0.old.isMask && !$0.new.isMask }.map {
      old, new in
      (
        DiffFinding(
          .flagChanged, new.name, "\(new.name) was \(hex(old.value)) and is \(hex(new.value))."), nil
      )
    }
  }

  /// New flags on a bit that another flag of their family has, or had.
  static func reusedFlags(_ all: ConstantComparison) -> [Found] {
    all.new.compactMap { constant in
      guard constant.isFlag, !constant.isAlias, all.oldByName[constant.name] == nil,
        let other = all.old.first(where: { all.shareFamily(constant, $0) })
      else { return nil }
      let isGone = all.newByName[other.name] == nil
      return (
        DiffFinding(
          .flagReused, constant.name,
          "\(constant.name) is \(hex(constant.value)), which "
            + (isGone
              ? "\(other.name) was, and that is gone; if it is the same flag, keep the old name beside the new."
              : "\(other.name) is.")), nil
      )
    }
  }

  /// Whether a new flag has the bit of an old one of the same family.
  ///
  /// They are of one family if no two of the old flags that begin with the words that both begin with have one bit, and
  /// the new one has no closer relatives among the new flags.
  private func shareFamily(_ new: CConstant, _ old: CConstant) -> Bool {
    guard old.isFlag, !old.isAlias, old.value == new.value else { return false }
    // The old name may be kept beside a new one for the same bit.
    if newByName[old.name]?.isAlias == true { return false }
    let common = Self.commonWords(new.words, old.words)
    guard common > 0, common < new.words.count, common < old.words.count else { return false }
    let prefix = new.words.prefix(common)
    // A closer relative of the old flag makes a family that the new one is not in.
    let nearest =
      self.old.filter { $0.isFlag && $0.name != old.name }
      .map { Self.commonWords(old.words, $0.words) }.max() ?? 0
    guard common >= nearest else { return false }
    let family = self.old.filter { $0.isFlag && !$0.isAlias && $0.words.starts(with: prefix) }
    guard family.count > 1, Set(family.map(\.value)).count == family.count else { return false }
    // Flags of a new call are closer to each other than to those of the old one.
    return !self.new.contains { other in
      other.name != new.name && other.isFlag && oldByName[other.name] == nil
        && Self.commonWords(new.words, other.words) > common
    }
  }

  private static func commonWords(_ left: [Substring], _ right: [Substring]) -> Int {
    zip(left, right).prefix { $0 == $1 }.count
  }

  /// Flags that are gone, and whose bit no other has.
  static func removedFlags(_ all: ConstantComparison) -> [Found] {
    let gone = all.old.filter { constant in
      constant.isFlag && !constant.isAlias && all.newByName[constant.name] == nil
        && !all.new.contains { $0.value == constant.value && $0.isFlag && all.shareFamily($0, constant) }
    }
    guard let first = gone.first else { return [] }
    return [
      (
        DiffFinding(
          .flagRemoved, first.name,
          "\(listed(gone.map { "\($0.name) (\(hex($0.value)))" })) \(gone.count == 1 ? "is" : "are") gone."),
        nil
      )
    ]
  }

  /// Masks that have lost bits; those that gain bits cover new flags.
  static func masks(_ all: ConstantComparison) -> [Found] {
    all.changed { $0.isMask }.filter { $0.old.value & ~$0.new.value != 0 && $0.new.text != nil }.map {
      old, new in
      (
        DiffFinding(
          .maskShrank, new.name,
          "\(new.name) was \(hex(old.value)) and is \(hex(new.value)), without \(hex(old.value & ~new.value))."
        ), nil
      )
    }
  }
}
