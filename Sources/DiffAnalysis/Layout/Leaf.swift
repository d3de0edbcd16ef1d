import CDeclarations

/// A member that is not taken apart any more, with its place in the whole struct.
struct Leaf: Hashable {
  /// How C reaches it: `flags`, `u.pad`; empty for an unnamed bit-field.
  var path: String
  /// Its bits from the start of the struct; empty for a flexible array.
  var bits: Range<Int>
  var isBitField: Bool
  var type: CType
  /// The bits of the unions that it is in, the outermost first.
  var unions: [Range<Int>] = []
  /// The alternative of each of these unions that it is in, by its path; the leaf's own where that has no name.
  var alternatives: [String] = []
  /// Whether its parent is a union, so that it may be there to give the union its size.
  var isAlternative = false

  /// The byte that it begins in.
  var offset: Int { bits.lowerBound / 8 }
  /// The first byte behind it.
  var end: Int { (bits.upperBound + 7) / 8 }
  /// The last part of its path.
  var name: Substring { path.split(separator: ".").last ?? "" }
  /// Whether it only keeps a place for later.
  var isReserved: Bool {
    // `char end[]` of rseq has no elements: it moves with the end that it marks.
    if type.isFlexibleArray { return name == "end" && type.array?.element.size == 1 }
    return !isAlternative && isReservedName(name)
  }
}

extension CLayout {
  /// The members, with anonymous structs and unions taken apart, and those structs that have no tag.
  ///
  /// - Parameter opaque: paths of tagged structs that stay whole, since they are compared for themselves.
  func leaves(opaque: Set<String> = []) -> [Leaf] {
    var found: [Leaf] = []
    collect(into: &found, opaque: opaque)
    return found
  }

  private func collect(
    into found: inout [Leaf], opaque: Set<String>, prefix: String = "", at base: Int = 0,
    unions: [Range<Int>] = [],
    alternatives: [String] = []
  ) {
    let unions = isUnion ? unions + [base..<base + 8 * size] : unions
    for member in members {
      let path = prefix + member.name
      let alternatives = isUnion ? alternatives + [member.name.isEmpty ? "" : path] : alternatives
      if case .record(_, let layout) = member.type, !opaque.contains(path) || member.name.isEmpty {
        layout.collect(
          into: &found, opaque: opaque, prefix: member.name.isEmpty ? prefix : path + ".",
          at: base + member.bits.lowerBound, unions: unions, alternatives: alternatives)
      } else if !member.bits.isEmpty || member.type.isFlexibleArray {
        found.append(
          Leaf(
            path: member.name.isEmpty ? "" : path,
            bits: base + member.bits.lowerBound..<base + member.bits.upperBound,
            isBitField: member.isBitField, type: member.type, unions: unions,
            alternatives: alternatives.map { $0.isEmpty ? path : $0 }, isAlternative: isUnion))
      }
    }
  }

  /// The tags of the tagged structs and unions in it, by path.
  func taggedPaths(prefix: String = "") -> [String: String] {
    var found: [String: String] = [:]
    for member in members {
      guard case .record(let tag, let layout) = member.type else { continue }
      let path = prefix + member.name
      if !tag.isEmpty, !member.name.isEmpty { found[path] = tag }
      let inner = layout.taggedPaths(prefix: member.name.isEmpty ? prefix : path + ".")
      found.merge(inner) { first, _ in first }
    }
    return found
  }

  /// The tags of every struct and union in it, however deep, and of the elements of arrays.
  func embeddedTags() -> Set<String> {
    var found: Set<String> = []
    for member in members {
      var type = member.type
      while case .array(let element, _) = type { type = element }
      guard case .record(let tag, let layout) = type else { continue }
      if !tag.isEmpty { found.insert(tag) }
      found.formUnion(layout.embeddedTags())
    }
    return found
  }
}

/// Whether a member's name says that it keeps a place: `reserved2`, `__pad`, `unused`.
///
/// Names with a number or underscores around such a word count; names that merely contain one, as `pad_size`, do not.
func isReservedName(_ name: Substring) -> Bool {
  if name.isEmpty { return true }
  let words = name.lowercased().split { $0 == "_" || $0.isNumber }
  guard let last = words.last else { return false }
  return last.isReservedWord && words.dropLast().allSatisfy { $0.isReservedWord || $0.count <= 5 }
    || words.first?.isReservedWord == true
      && words.dropFirst().allSatisfy { $0.isReservedWord || $0.count == 1 }
}

extension Substring {
  fileprivate var isReservedWord: Bool { reservedWords.contains(String(self)) }
}

private let reservedWords: Set<String> = [
  "reserved", "reserve", "resv", "resvd", "rsvd", "rsv", "res", "pad", "pads", "padding", "unused", "spare",
  "fill",
  "filler", "mbz", "dummy", "rfu", "align",
]
