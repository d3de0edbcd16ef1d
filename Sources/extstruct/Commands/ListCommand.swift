import CommandLineKit
import Compatibility
import ExtensibleStructs
import UAPICatalog

/// `extstruct list`: what the catalog holds.
enum ListCommand {
  static let json = Option("--json", help: "Print one JSON object.")

  static let command = Command(
    "list", summary: "List the structs and the interfaces of the catalog.", options: [json]
  ) { arguments, console in
    let structures = try Catalog.structures()
    let interfaces = try Catalog.interfaces()
    if arguments.has(json) {
      console.print(listing(structures, interfaces))
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
    table = Table([.init("interface"), .init("since"), .init("size in"), .init("what it does", wraps: true)])
    for interface in interfaces {
      table.row(
        StyledText(interface.name, .bold), StyledText(interface.changes.first.map { "\($0)" } ?? "never"),
        StyledText(interface.newest.scheme.size.source.rawValue), StyledText(interface.summary))
    }
    console.print(table)
    return .success
  }

  private static func listing(_ structures: [Structure], _ interfaces: [Interface]) -> String {
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
              json.field("summary", interface.summary)
            }
          }
        }
      }
    }
    return writer.text
  }
}
