public import Documents
import ExtensibleStructs

extension LayoutReport {
  /// Writes the struct's name and size, the names of its flags and its size member, its versions and its members.
  public func write(to json: inout JSONWriter) {
    json.field("struct", history.name)
    json.field("size", history.layout.size)
    json.field("flags", history.flags?.field.name)
    json.field("sizeMember", history.sizeMember?.name)
    json.field("versions") { json in
      json.array { json in
        for version in history.versions {
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
        for field in history.layout.fields {
          json.object { json in
            json.field("name", field.name)
            json.field("offset", field.offset)
            json.field("size", field.size)
            json.field("version", version(of: field)?.name)
            json.field("reserved", field.isReserved)
          }
        }
      }
    }
  }
}
