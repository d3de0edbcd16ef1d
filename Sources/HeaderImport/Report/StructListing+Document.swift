public import Documents

extension StructListing: Finding {
  /// A line for each struct.
  public var document: Document {
    var table = Table([
      .init("struct"), .init("size", .right), .init("ioctls", wraps: true), .init("differs for", wraps: true),
    ])
    for entry in structs {
      table.row(
        StyledText((entry.isUnion ? "union " : "") + entry.name), StyledText("\(entry.size)"),
        StyledText(entry.ioctls.joined(separator: ", ")), StyledText(entry.otherABIs.joined(separator: ", ")))
    }
    return Document(
      "Structs of \(source)",
      [
        structs.isEmpty ? .paragraph("\(source) declares no structs.") : .table(table),
        .list(notes.map { StyledText($0) }),
      ])
  }

  /// Writes the structs by name.
  public func write(to json: inout JSONWriter) {
    json.field("source", source)
    json.field("structs") { json in
      json.array { json in
        for entry in structs {
          json.object { json in
            json.field("name", entry.name)
            json.field("size", entry.size)
            json.field("union", entry.isUnion)
            json.field("differsFor", entry.otherABIs)
            json.field("ioctls", entry.ioctls)
          }
        }
      }
    }
    json.field("notes", notes)
  }

  /// The JSON Schema (draft 2020-12) of the list as JSON, as `extstruct import --json` without a struct prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.import_list_schema_json, as: UTF8.self)
  }
}
