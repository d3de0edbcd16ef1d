import Foundation

/// The package's manifest, as the package manager reads it, and the comment in front of each target.
struct Manifest {
  /// One target that is no test.
  struct Module {
    var name: String
    /// The modules of this package that it may import.
    var dependencies: Set<String>
    /// The folder of its sources.
    var folder: URL
    /// What it is, in one line: the manifest's comment above it.
    var summary: String
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The targets under `Sources`, in the manifest's order.
  let modules: [Module]

  /// Asks the package manager, in a scratch folder of its own since another one of it runs the tests.
  init() throws {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", Self.root.path, "--scratch-path", scratch.path, "dump-package",
    ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let package = try JSONDecoder().decode(Package.self, from: data)
    let summaries = try Self.summaries()
    let sources = package.targets.filter { $0.type != "test" && $0.path?.hasPrefix("Tests/") != true }
    let names = Set(sources.map(\.name))
    modules = sources.map { target in
      Module(
        name: target.name,
        dependencies: Set(target.dependencies.flatMap(\.names)).intersection(names),
        folder: Self.root.appendingPathComponent("Sources/\(target.name)"),
        summary: summaries[target.name] ?? "")
    }
  }

  /// The comment lines right above each target of the manifest, joined.
  private static func summaries() throws -> [String: String] {
    var found: [String: String] = [:]
    var comment: [String] = []
    let text = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    for line in text.components(separatedBy: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("// ") {
        comment.append(String(line.dropFirst(3)))
      } else if let name = line.firstMatch(of: /name: "(\w+)"/) {
        if found[String(name.1)] == nil, !comment.isEmpty {
          found[String(name.1)] = comment.joined(separator: " ")
        }
        comment = []
      } else if !line.hasPrefix(".target(") && !line.hasPrefix(".executableTarget(") {
        comment = []
      }
    }
    return found
  }
}

/// What is read of `swift package dump-package`.
private struct Package: Decodable {
  struct Target: Decodable {
    var name: String
    var type: String
    var path: String?
    var dependencies: [Dependency]
  }

  /// `{"byName": ["Name", null]}`.
  struct Dependency: Decodable {
    var byName: [String?]?
    var names: [String] { byName?.compactMap { $0 } ?? [] }
  }

  var targets: [Target]
}
