import KernelInterfaces
import UAPICatalog

/// The command line.
struct Arguments {
  private var values: [String: String] = [:]
  /// What is no option, without the first.
  private(set) var names: [String] = []

  /// Reads options, each with its value but for `--json`, and names.
  init(_ arguments: some Sequence<String>) throws(Wrong) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        names.append(argument)
        continue
      }
      guard argument != "--json" else {
        values[argument] = ""
        continue
      }
      guard let value = rest.popFirst() else { throw Wrong("\(argument) needs a value") }
      values[argument] = value
    }
  }

  /// Whether JSON is asked for.
  var wantsJSON: Bool { values["--json"] != nil }

  /// The value of an option; nil if it was not given.
  func text(_ name: String) -> String? { values[name] }

  /// The number that an option gives.
  func integer(_ name: String, default value: UInt64) throws(Wrong) -> UInt64 {
    guard let text = values[name] else { return value }
    guard let value = UInt64(text) else { throw Wrong("\(name) \(text) is no number") }
    return value
  }

  /// The release that an option gives.
  func release() throws(Wrong) -> Release? {
    guard let text = values["--release"] else { return nil }
    return try Arguments.release(text)
  }

  /// A release by its name.
  static func release(_ text: String) throws(Wrong) -> Release {
    guard let release = Release(text) else { throw Wrong("\(text) is no release") }
    return release
  }

  /// The interfaces that are named; all of them if none is.
  func interfaces() throws -> [Interface] {
    let all = try Catalog.interfaces()
    guard !names.isEmpty else { return all }
    return try names.map { name in
      guard let found = all.first(where: { $0.name == name }) else { throw Wrong("no interface is \(name)") }
      return found
    }
  }
}

/// What is wrong with the command line.
struct Wrong: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
