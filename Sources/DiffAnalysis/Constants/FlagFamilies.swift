import CDeclarations

/// Which flags belong to which struct, by their names.
struct FlagFamilies {
  private let flags: [String: [CConstant]]

  /// Gives each flag to the structs with a flags member whose names hold most of the words of its name.
  ///
  /// `KVM_MEM_READONLY` goes to `kvm_userspace_memory_region`: `KVM` and `MEM` begin words of it, in this order.
  init(_ constants: [CConstant], _ structs: [String: CRecord]) {
    let candidates = structs.filter { record in
      record.value.layouts.values.contains { StructTravel.flagsMember(of: $0) != nil }
    }.keys.map { (name: $0, words: $0.lowercased().split(separator: "_")) }
    var found: [String: [CConstant]] = [:]
    for constant in constants where constant.isFlag || constant.isFlagEnumerator {
      let words = constant.name.lowercased().split(separator: "_").filter {
        $0 != "flag" && $0 != "flags" && $0 != "f"
      }
      guard words.count > 1 else { continue }
      let scored = candidates.map { ($0.name, Self.score(words.dropLast(), $0.words)) }
      guard let best = scored.map(\.1).max(), best > 0 else { continue }
      for (name, score) in scored where score == best { found[name, default: []].append(constant) }
    }
    flags = found
  }

  /// The flags of a struct.
  func flags(of name: String) -> [CConstant] { flags[name] ?? [] }

  /// How many of the flag's first words begin words of the struct's name, in this order; 0 unless the first does, and
  /// unless they are two, or all of the struct's.
  private static func score(_ words: ArraySlice<Substring>, _ parts: [Substring]) -> Int {
    guard let first = words.first, let start = parts.first, start.hasPrefix(first) || first.hasPrefix(start)
    else { return 0 }
    var rest = parts.dropFirst()
    var count = 1
    for word in words.dropFirst() {
      guard let place = rest.firstIndex(where: { $0.hasPrefix(word) || word.count > 3 && word.hasPrefix($0) })
      else { break }
      rest = rest[(place + 1)...]
      count += 1
    }
    return count >= 2 || parts.count <= 2 ? count : 0
  }
}

extension CConstant {
  /// Whether an enumerator is one bit above those that any counting has.
  fileprivate var isFlagEnumerator: Bool { tag != nil && isOneBit && (value > 2 || words.contains("FLAG")) }
}
