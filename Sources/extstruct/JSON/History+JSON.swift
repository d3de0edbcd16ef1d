import Documents
import ExtensibleStructs

extension History {
  /// The history as one JSON object.
  var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("struct", name)
      json.field("size", layout.size)
      json.field("flags", flags?.field.name)
      json.field("sizeMember", sizeMember?.name)
      json.field("versions") { json in
        json.array { json in
          for version in versions {
            json.object { json in
              json.field("name", version.name)
              json.field("size", version.size)
              json.field("gate", version.gate)
            }
          }
        }
      }
      json.field("members") { json in
        json.array { json in
          for field in layout.fields {
            json.object { json in
              json.field("name", field.name)
              json.field("offset", field.offset)
              json.field("size", field.size)
              json.field("version", versions.first { field.offset < $0.size }?.name)
              json.field("reserved", field.isReserved)
            }
          }
        }
      }
    }
    return writer.text
  }
}
