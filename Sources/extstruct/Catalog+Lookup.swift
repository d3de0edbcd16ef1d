import CommandLineKit
import ExtensibleStructs
import InterfaceFile
import KernelInterfaces
import UAPICatalog

// Names given by people: found in the catalog, or answered with the nearest right ones. A name that holds a `/` or ends in
// `.json` is the name of an interface file, which is read in its place: here, and nowhere else.

extension Catalog {
  /// What the help says of a name that may be a file's.
  static let fileHelp = "or an interface file, such as ./mine.json"

  /// The interface in the file with this name; nil if it is no name of a file.
  static func file(_ name: String) throws -> Interface? {
    guard name.contains("/") || name.hasSuffix(".json") else { return nil }
    return try Interface(contentsOf: name)
  }

  /// The struct with this name.
  static func structure(_ name: String) throws -> CatalogEntry {
    if let file = try file(name) { return CatalogEntry(of: file) }
    let all = try structures()
    guard let found = all.first(where: { $0.name == name }) else {
      throw UsageError.unknown("struct", name, known: all.map(\.name), hint: hint)
    }
    return found
  }

  /// The interface with this name.
  static func interface(_ name: String) throws -> Interface {
    if let file = try file(name) { return file }
    let all = try interfaces()
    guard let found = all.first(where: { $0.name == name }) else {
      throw UsageError.unknown("interface", name, known: all.map(\.name), hint: hint)
    }
    return found
  }

  /// The interfaces with these names, each once, in the order in which they were named; all of the catalog's if none is.
  static func interfaces(named names: [String]) throws -> [Interface] {
    guard !names.isEmpty else { return try interfaces() }
    var seen: Set<String> = []
    return try names.filter { seen.insert($0).inserted }.map { try interface($0) }
  }

  /// The struct of this name, or of the interface of this name, and the interfaces that the name is about: that one, or all
  /// that take the struct.
  static func subject(_ name: String) throws -> (history: History, interfaces: [Interface]) {
    if let file = try file(name) { return (file.history, [file]) }
    let (structures, interfaces) = (try structures(), try interfaces())
    let own = interfaces.filter { $0.name == name }
    guard let history = structures.first(where: { $0.name == name })?.history ?? own.first?.history else {
      throw UsageError.unknown(
        "struct or interface", name, known: structures.map(\.name) + interfaces.map(\.name), hint: hint)
    }
    return (history, own.isEmpty ? interfaces.filter { $0.history.name == history.name } : own)
  }

  private static let hint =
    "`extstruct list` shows all of them; the name of an interface file has a '/' in it"

  /// The schemes with these names, in the order in which they were named; the struct's own if none is.
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
