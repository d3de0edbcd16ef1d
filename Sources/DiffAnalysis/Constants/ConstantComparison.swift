import CDeclarations

/// The constants of two headers, compared: what each rule finds.
struct ConstantComparison {
  /// A finding, and the struct that it belongs to; nil if it belongs to the header.
  typealias Found = (finding: DiffFinding, structure: String?)

  let old: [CConstant]
  let new: [CConstant]
  let oldByName: [String: CConstant]
  let newByName: [String: CConstant]
  /// The structs of the new header, or of the old one.
  let records: Set<String>

  init(_ old: CDeclarations, _ new: CDeclarations) {
    self.old = old.constants
    self.new = new.constants
    oldByName = Dictionary(old.constants.map { ($0.name, $0) }) { first, _ in first }
    newByName = Dictionary(new.constants.map { ($0.name, $0) }) { first, _ in first }
    records = Set(old.records.keys).union(new.records.keys)
  }

  /// The rules, each of which looks at all constants.
  static let rules: [@Sendable (ConstantComparison) -> [Found]] = [
    changedFlags, reusedFlags, removedFlags, masks, changedIoctls, removedIoctls, enumerators, otherMacros,
  ]

  /// What all rules find.
  var findings: [Found] { Self.rules.flatMap { $0(self) } }

  /// The ioctls whose number changed, in the order of the new header.
  var ioctls: [IoctlChange] {
    new.compactMap { constant in oldByName[constant.name].flatMap { IoctlChange($0, constant) } }
  }

  /// Those that both have with different values, in the order of the new header.
  func changed(_ holds: (CConstant) -> Bool) -> [(old: CConstant, new: CConstant)] {
    new.compactMap { constant in
      guard let before = oldByName[constant.name], before.value != constant.value,
        holds(before) || holds(constant)
      else { return nil }
      return (before, constant)
    }
  }

  private static func changedIoctls(_ all: ConstantComparison) -> [Found] {
    all.ioctls.compactMap { change in
      // Where the size is all that changed, the struct's own growth or shrinking says it.
      if change.isSizeAlone, let type = change.type, all.records.contains(type) { return nil }
      return (
        DiffFinding(.ioctlChanged, change.name, "\(change.words)."),
        change.type.flatMap { all.records.contains($0) ? $0 : nil }
      )
    }
  }

  private static func removedIoctls(_ all: ConstantComparison) -> [Found] {
    let numbers = Set(all.new.filter { $0.ioctl != nil }.map(\.value))
    let gone = all.old.filter { $0.ioctl != nil && all.newByName[$0.name] == nil }
    return gone.map { constant in
      let text = "\(constant.name) (\(hex(constant.value))) is gone"
      let renamed = numbers.contains(constant.value)
      return (
        DiffFinding(
          renamed ? .memberRenamed : .ioctlRemoved, constant.name,
          renamed ? "\(text); another macro has the number." : "\(text)."), nil
      )
    }
  }

  private static func enumerators(_ all: ConstantComparison) -> [Found] {
    let moved = all.changed { $0.tag != nil && !$0.isMadeToGrow && VersionConstant($0) == nil }
    // One enumerator that is inserted moves all those behind it.
    return Dictionary(grouping: moved, by: { $0.new.tag ?? "" }).sorted { $0.key < $1.key }.map {
      tag, changes in
      let all = changes.map { "\($0.new.name) (\(signed($0.old.value)), then \(signed($0.new.value)))" }
      return (
        DiffFinding(
          .enumeratorChanged, changes[0].new.name,
          "\(listed(all)) changed\(tag.isEmpty ? "" : " in enum \(tag)")."), nil
      )
    }
  }

  private static func otherMacros(_ all: ConstantComparison) -> [Found] {
    let changed = all.changed { constant in
      constant.text != nil && constant.ioctl == nil && !constant.isFlag && !constant.isMadeToGrow
        && !constant.isMask
        && VersionConstant(constant) == nil
    }.filter { !$0.old.isFlag && !$0.new.isFlag }
    guard let first = changed.first else { return [] }
    let names = changed.map { "\($0.new.name) (\(hex($0.old.value)), then \(hex($0.new.value)))" }
    return [(DiffFinding(.constantChanged, first.new.name, "\(listed(names)) changed."), nil)]
  }
}

/// A constant's value in decimal, with its sign.
func signed(_ value: UInt64) -> String { String(Int64(bitPattern: value)) }

/// A constant's value in hexadecimal, such as `0x1f`.
func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
