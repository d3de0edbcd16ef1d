public import Documents
import ExtensibleStructs
import KernelInterfaces

extension CatalogListing {
  /// Writes the structs with their sizes and schemes, and the interfaces with what the release has of each.
  public func write(to json: inout JSONWriter) {
    json.field("structs") { json in
      json.array { json in
        for listed in structs {
          json.object { json in
            json.field("name", listed.history.name)
            json.field("sizes", listed.history.versions.map(\.size))
            json.field("schemes", listed.schemes.map(\.name))
          }
        }
      }
    }
    json.field("interfaces") { json in
      json.array { json in for interface in interfaces { write(interface, to: &json) } }
    }
  }

  private func write(_ interface: Interface, to json: inout JSONWriter) {
    json.object { json in
      json.field("name", interface.name)
      json.field("struct", interface.history.name)
      json.field("direction", interface.direction.rawValue)
      json.field("size", interface.newest.scheme.size.source.rawValue)
      json.field("since", interface.changes.isEmpty ? ["never"] : interface.changes.map { "\($0)" })
      json.field("newest", interface.newestDescribed.map { "\($0)" })
      json.field("summary", interface.summary)
      guard let release else { return }
      let status = interface.status(in: release)
      json.field("status", status.word)
      json.field("in", interface.words(for: status))
    }
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
