import CommandLineKit
import ExtensibleStructs
import KernelInterfaces
import UAPICatalog

// Names given by people: found, or answered with the nearest right ones.

extension Catalog {
  /// The struct with this name.
  static func structure(_ name: String) throws -> CatalogEntry {
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
  static func schemes(named names: [String], for structure: CatalogEntry) throws -> [Scheme] {
    guard !names.isEmpty else { return structure.schemes }
    // The struct's own form of a scheme goes before the general one, such as REGION2's pad behind a new ioctl.
    let all = structure.schemes + Scheme.all(for: structure.history)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.compactMap { name in all.first { $0.name == name } }
  }

  /// The struct under the schemes that a command compares, and those that cannot carry it.
  ///
  /// - Throws: ``InterfaceError`` if one that was asked for by name cannot carry it.
  static func comparison(
    named names: [String], for structure: CatalogEntry
  ) throws -> (interfaces: [Interface], leftOut: [LeftOut]) {
    let asked = try schemes(named: names, for: structure)
    if names.isEmpty { return structure.history.fitting(asked) }
    return (try asked.map { try Interface(prototype: structure.history, $0) }, [])
  }
}

extension Release {
  /// The release that a person wrote.
  static func named(_ text: String) throws -> Release {
    guard let release = Release(text), !text.contains("-rc") else {
      throw UsageError("'\(text)' is no release; write 6.1 or 6.1.176")
    }
    return release
  }
}
