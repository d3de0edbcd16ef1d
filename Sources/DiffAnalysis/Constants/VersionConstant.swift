import CDeclarations

/// A published size: `CLONE_ARGS_SIZE_VER1`.
struct VersionConstant: Hashable {
  var name: String
  /// What is in front of `_SIZE_VER`.
  var prefix: String
  var number: Int
  var size: Int

  init?(_ constant: CConstant) {
    let words = constant.name.split(separator: "_")
    guard words.count > 2, words[words.count - 2] == "SIZE", let last = words.last, last.hasPrefix("VER"),
      let number = Int(last.dropFirst(3)), let size = Int(exactly: constant.value)
    else { return nil }
    name = constant.name
    prefix = words.dropLast(2).joined(separator: "_")
    self.number = number
    self.size = size
  }

  /// The version constants by the struct that they belong to.
  ///
  /// A prefix belongs to the struct of that name; else to one that its words abbreviate and that is as long as its last
  /// constant, which is how `PERF_ATTR` finds `perf_event_attr`; else to one whose initials it is.
  static func byStruct(
    _ constants: [CConstant], _ sizes: [String: Int], _ otherSizes: [String: Int]
  ) -> [String: [VersionConstant]] {
    let prefixes = Dictionary(grouping: constants.compactMap(VersionConstant.init), by: \.prefix)
    var found: [String: [VersionConstant]] = [:]
    for (prefix, versions) in prefixes {
      let ordered = versions.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
      let last = ordered.last?.size ?? 0
      let lower = prefix.lowercased()
      let words = lower.split(separator: "_")
      func fits(_ name: String) -> Bool { sizes[name] == last || otherSizes[name] == last }
      let name =
        sizes[lower].map { _ in lower }
        ?? sizes.keys.filter { abbreviates(words, $0) && fits($0) }.min { ($0.count, $0) < ($1.count, $1) }
        ?? sizes.keys.filter { initials($0) == lower && fits($0) }.min()
        ?? sizes.keys.filter { abbreviates(words, $0) }.min { ($0.count, $0) < ($1.count, $1) }
      if let name { found[name, default: []] += ordered }
    }
    return found
  }

  /// Whether words are those of a name in their order, with others between them, the first being the first.
  private static func abbreviates(_ words: [Substring], _ name: String) -> Bool {
    var rest = words[...]
    let parts = name.split(separator: "_")
    guard parts.first == words.first else { return false }
    for part in parts where part == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private static func initials(_ name: String) -> String {
    String(name.split(separator: "_").compactMap(\.first))
  }
}

extension VersionConstant {
  /// What is found of a struct's version constants.
  static func findings(
    of old: [VersionConstant], _ new: [VersionConstant], _ oldLayout: CLayout?, _ newLayout: CLayout
  ) -> [DiffFinding] {
    guard !old.isEmpty || !new.isEmpty else { return [] }
    let hasGrown = oldLayout.map { newLayout.size > $0.size } ?? false
    guard old != new || hasGrown else { return [] }
    var found: [DiffFinding] = []
    let known = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
    let ends = Set(newLayout.leaves().map(\.end) + [newLayout.size])
    for (index, version) in new.enumerated() {
      if let before = known[version.name] {
        if before.size != version.size {
          found.append(
            DiffFinding(
              .versionChanged, version.name,
              "\(version.name) was \(before.size) and is \(version.size)."))
        }
        continue
      }
      if version.size > newLayout.size || !ends.contains(version.size) {
        found.append(
          DiffFinding(
            .versionWrong, version.name,
            "\(version.name) is \(version.size), and "
              + (version.size > newLayout.size
                ? "the struct has \(bytes(newLayout.size))." : "no member ends at that byte.")))
      } else if let other = new[..<index].first(where: { $0.size == version.size }) {
        found.append(
          DiffFinding(
            .versionDuplicate, version.name,
            "\(version.name) is \(version.size), as \(other.name) is."))
      } else if let other = new[..<index].last, other.size > version.size {
        found.append(
          DiffFinding(
            .versionWrong, version.name,
            "\(version.name) is \(version.size), less than \(other.name) (\(other.size))."))
      }
    }
    let names = Set(new.map(\.name))
    for version in old where !names.contains(version.name) {
      found.append(
        DiffFinding(.versionChanged, version.name, "\(version.name) (\(version.size)) is gone."))
    }
    let published = new.map(\.size).max() ?? 0
    if hasGrown, published < newLayout.size, let last = new.last {
      found.append(
        DiffFinding(
          .versionMissing, "\(last.prefix)_SIZE_VER\(last.number + 1)",
          "The struct has \(bytes(newLayout.size)), and the last constant, \(last.name), is \(last.size):"
            + " \(last.prefix)_SIZE_VER\(last.number + 1) is missing."))
    }
    return found
  }
}
