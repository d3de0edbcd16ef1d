import CDeclarations
import ExtensibleStructs

/// The flags that open what later versions added.
struct Gates {
  /// The flags of each version, by the version's index.
  var flags: [Int: UInt64] = [:]
  var inferences: [ImportInference] = []

  init(
    _ versions: [(name: String, size: Int)], _ members: MemberList, _ known: KnownFlags,
    in declarations: CDeclarations, _ options: ImportOptions
  ) throws(ImportError) {
    for (name, text) in options.gates {
      guard let member = members.members.first(where: { $0.name == name }) else {
        throw .noSuchMember(option: "--gate", name, known: members.members.map(\.name))
      }
      guard let index = versions.firstIndex(where: { member.offset < $0.size }), index > 0 else {
        throw .noSuchMember(
          option: "--gate", name, known: members.members.filter { $0.offset >= versions[0].size }.map(\.name))
      }
      flags[index, default: 0] |= try declarations.value(text, option: "--gate")
      inferences.append(
        ImportInference(
          .gate, "\(text) opens \(versions[index].name)", "--gate \(name)=\(text)", isGiven: true))
    }
    for index in versions.indices.dropFirst() where flags[index] == nil {
      let added = members.members.filter {
        $0.offset >= versions[index - 1].size && $0.offset < versions[index].size && !$0.isReserved
      }
      guard let (flag, name, reason) = Self.flag(of: added, known, options.bases) else { continue }
      flags[index] = flag
      inferences.append(ImportInference(.gate, "\(name) opens \(versions[index].name)", reason))
    }
  }

  /// The flag that bears a new member's name, or else the only one that no older header has.
  private static func flag(
    of added: [FlatMember], _ known: KnownFlags, _ bases: [ImportOptions.Base]
  ) -> (UInt64, name: String, reason: String)? {
    let names = known.names.sorted { $0.key < $1.key }
    var best: (bit: UInt64, name: String, words: Int)?
    for (bit, name) in names {
      let words = name.split(separator: "_").map { $0.lowercased() }
      // GUEST_MEMFD of KVM_MEM_GUEST_MEMFD opens guest_memfd_offset: its last words are the first ones of every new
      // member. A flag that bears the name of one of several may open that one alone.
      for start in words.indices.dropFirst() where added.allSatisfy({ $0.begins(with: words[start...]) }) {
        if words.count - start > best?.words ?? 0 { best = (bit, name, words.count - start) }
      }
    }
    if let best, let first = added.first {
      return (best.bit, best.name, "it bears the name of the new member \(first.name)")
    }
    guard let base = bases.last else { return nil }
    let new = names.filter { base.declarations.constant($0.value) == nil }
    guard new.count == 1, let only = new.first else { return nil }
    return (only.key, only.value, "\(base.declarations.source) does not have it")
  }
}

extension FlatMember {
  /// Whether its name begins with these words.
  fileprivate func begins(with words: ArraySlice<String>) -> Bool {
    name.split { $0 == "_" || $0 == "." }.map { $0.lowercased() }.starts(with: words)
  }
}
