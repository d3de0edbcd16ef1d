extension Explanation {
  /// The JSON Schema (draft 2020-12) of an explanation as JSON, as `extstruct explain --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.explain_schema_json, as: UTF8.self)
  }
}
