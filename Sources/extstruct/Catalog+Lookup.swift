import CommandLineKit
import ExtensibleStructs
import UAPICatalog

// Names given by people: found, or answered with the nearest right ones.

extension Catalog {
  /// The schemes that `--scheme` takes: the five, and a checked pad.
  static let schemeNames = [
    "static-pad", "size-prefixed", "flag-first", "size-and-flag-first", "new-ioctl", "static-pad-checked",
  ]

  /// The struct with this name.
  static func structure(_ name: String) throws -> Structure {
    let all = try structures()
    guard let found = all.first(where: { $0.name == name }) else {
      throw UsageError.unknown(
        "struct", name, known: all.map(\.name), hint: "`extstruct list` shows all of them")
    }
    return found
  }

  /// The interface with this name.
  static func interface(_ name: String) throws -> Interface {
    let all = try interfaces()
    guard let found = all.first(where: { $0.name == name }) else {
      throw UsageError.unknown(
        "interface", name, known: all.map(\.name), hint: "`extstruct list` shows all of them")
    }
    return found
  }

  /// The history of the struct or of the interface with this name.
  static func history(named name: String) throws -> History {
    let structures = try structures()
    let interfaces = try interfaces()
    if let found = structures.first(where: { $0.name == name }) { return found.history }
    if let found = interfaces.first(where: { $0.name == name }) { return found.history }
    throw UsageError.unknown(
      "struct or interface", name, known: structures.map(\.name) + interfaces.map(\.name),
      hint: "`extstruct list` shows all of them")
  }

  /// The schemes with these names, in the order in which they were named; the struct's five if none is.
  static func schemes(named names: [String], for structure: Structure) throws -> [Scheme] {
    guard !names.isEmpty else { return structure.schemes }
    let checked = Scheme.staticPadChecked(to: Scheme.paddedSize(for: structure.history))
    var seen: Set<String> = []
    return (structure.schemes + [checked]).filter { names.contains($0.name) && seen.insert($0.name).inserted }
      .sorted { (names.firstIndex(of: $0.name) ?? 0) < (names.firstIndex(of: $1.name) ?? 0) }
  }
}

extension Release {
  /// The release that a person wrote.
  static func named(_ text: String) throws -> Release {
    guard let release = Release(text) else {
      throw UsageError("'\(text)' is no release; write 6.1 or 6.1.176")
    }
    return release
  }
}
