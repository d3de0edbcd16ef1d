import CommandLineKit
import Documents
import ExtensibleStructs
import InterfaceAnalysis
import KernelInterfaces
import UAPICatalog

/// `extstruct list`: what the catalog holds.
enum ListCommand {
  static let facts = Option(
    "--facts", value: "INTERFACE",
    help: "List what kernels do with this interface: each fact with its releases and how it is known.")
  static let release = Option(
    "--release", value: "R",
    help:
      "Say of each interface what this release has: a version, no such call and its errno, or not described.")
  static let json = Option("--json", help: "Print one JSON object.")

  static let command = Command(
    "list", summary: "List the structs and the interfaces of the catalog.", options: [facts, release, json],
    examples: [.init("--facts openat2", "What openat2 did in which release, and how that is known.")]
  ) { arguments, console in
    if let name = arguments.value(of: facts) {
      let list = FactList(try Catalog.interface(name))
      guard !arguments.has(json) else {
        console.print(list.json)
        return .success
      }
      for line in list.report(width: console.width) { console.print(styled: line) }
      return .success
    }
    let structures = try Catalog.structures()
    let interfaces = try Catalog.interfaces()
    let asked = try arguments.value(of: release).map(Release.named)
    if arguments.has(json) {
      console.print(listing(structures, interfaces, asked))
      return .success
    }
    var table = Table([.init("struct"), .init("versions")])
    for structure in structures {
      table.row(
        StyledText(structure.name, .bold),
        StyledText(structure.history.versions.map { "\($0.name) \($0.size)" }.joined(separator: ", ")))
    }
    console.print(table)
    console.print("")
    table = Table([
      .init("interface"), .init(asked.map { StyledText("in \($0)") } ?? "since", wraps: asked != nil),
      .init("size in"), .init("what it does", wraps: true),
    ])
    for interface in interfaces {
      let since = interface.changes.first.map { "\($0)" } ?? "never"
      table.row(
        StyledText(interface.name, .bold), StyledText(asked.map { words(of: interface, in: $0) } ?? since),
        StyledText(interface.newest.scheme.size.source.rawValue), StyledText(interface.summary))
    }
    console.print(table)
    return .success
  }

  /// What a release has of an interface.
  private static func words(of interface: Interface, in release: Release) -> String {
    switch interface.status(in: release) {
    case .described(let behavior):
      let size = try? Codec(interface, behavior: behavior).size
      return "\(interface.history.versions[behavior.version].name), \(size.map { "\($0)" } ?? "?") bytes"
    case .absent(let errno, _, _): return "absent: \(errno)"
    case .notDescribed(let reason): return "not described: \(reason)"
    case .beyond(let newest): return "not described: beyond \(newest)"
    }
  }

  private static func listing(
    _ structures: [Structure], _ interfaces: [Interface], _ release: Release?
  ) -> String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("structs") { json in
        json.array { json in
          for structure in structures {
            json.object { json in
              json.field("name", structure.name)
              json.field("sizes", structure.history.versions.map(\.size))
              json.field("schemes", structure.schemes.map(\.name))
            }
          }
        }
      }
      json.field("interfaces") { json in
        json.array { json in
          for interface in interfaces {
            json.object { json in
              json.field("name", interface.name)
              json.field("struct", interface.history.name)
              json.field("direction", interface.direction.rawValue)
              json.field("size", interface.newest.scheme.size.source.rawValue)
              json.field("since", interface.changes.isEmpty ? ["never"] : interface.changes.map { "\($0)" })
              json.field("newest", interface.newestDescribed.map { "\($0)" })
              json.field("summary", interface.summary)
              if let release {
                json.field("status", interface.status(in: release).word)
                json.field("in", words(of: interface, in: release))
              }
            }
          }
        }
      }
    }
    return writer.text
  }
}

extension ReleaseStatus {
  /// Which of the answers it is, in one word.
  fileprivate var word: String {
    switch self {
    case .described: "described"
    case .absent: "absent"
    case .notDescribed: "not-described"
    case .beyond: "beyond"
    }
  }
}
