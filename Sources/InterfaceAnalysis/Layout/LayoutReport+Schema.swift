extension LayoutReport {
  /// The JSON Schema (draft 2020-12) of a struct's history as JSON, as `extstruct layout --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.layout_schema_json, as: UTF8.self)
  }
}
