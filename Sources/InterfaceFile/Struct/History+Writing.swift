import Documents
import ExtensibleStructs

extension History {
  /// Writes the struct and how it grew, a line for each member and version.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("members") { json in
        json.array { json in
          for field in layout.fields { json.onOneLine { field.write(to: &$0) } }
        }
      }
      json.field("versions") { json in
        json.array { json in
          for version in versions { json.onOneLine { version.write(to: &$0) } }
        }
      }
      if let flags { json.field("flags") { json in flags.write(to: &json) } }
      if let sizeMember { json.field("size", sizeMember.name) }
    }
  }
}

extension Field {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("offset", offset)
      json.field("size", size)
      if alignment != size || ![1, 2, 4, 8].contains(size) { json.field("element", alignment) }
      if isReserved { json.field("reserved", true) }
    }
  }
}

extension Version {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("size", size)
      if gate != 0 { json.field(bits: "gate", gate) }
    }
  }
}

extension FlagsField {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("member", field.name)
      json.field(bits: "known", known)
      if !names.isEmpty {
        json.field("names") { json in
          json.object { json in
            for (bits, name) in names.sorted(by: { $0.key < $1.key }) { json.field(bits: name, bits) }
          }
        }
      }
      if !conflicts.isEmpty {
        json.field("conflicts") { json in
          json.array { json in
            for conflict in conflicts {
              json.onOneLine {
                $0.object { json in
                  json.field(bits: "bits", conflict.bits)
                  json.field(bits: "excludes", conflict.excluded)
                }
              }
            }
          }
        }
      }
    }
  }
}
