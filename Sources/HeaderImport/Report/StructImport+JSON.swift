public import Documents
import ExtensibleStructs
import KernelInterfaces

extension StructImport {
  /// Writes the struct, what was inferred, what there is to know, and what is open.
  public func write(to json: inout JSONWriter) {
    json.field("struct", history.name)
    json.field("source", source)
    json.field("size", history.layout.size)
    json.field("scheme", scheme.name)
    json.field("sizeMember", history.sizeMember?.name)
    json.field("flagsMember", history.flags?.field.name)
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
            json.field("reserved", field.isReserved)
          }
        }
      }
    }
    json.field("inferences") { json in
      json.array { json in
        for inference in inferences {
          json.object { json in
            json.field("subject", inference.subject.rawValue)
            json.field("value", inference.value)
            json.field("reason", inference.reason)
            json.field("given", inference.isGiven)
          }
        }
      }
    }
    json.field("remarks") { json in
      json.array { json in
        for remark in remarks {
          json.object { json in
            json.field("member", remark.member)
            json.field("offset", remark.offset)
            json.field("abis", remark.abis)
            json.field("message", remark.message)
            json.field("remedy", remark.remedy)
          }
        }
      }
    }
    json.field("open", open)
  }

  /// The JSON Schema (draft 2020-12) of the import as JSON, as `extstruct import --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.import_schema_json, as: UTF8.self)
  }
}
